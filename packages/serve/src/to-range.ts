/**
 * The one range that a Range header asks for, of `size` bytes, as `bytes=<first>-<last>`, or `bytes=<size>-` if it is
 * unsatisfiable; `null` if the header is malformed or names several ranges, which is to be ignored:
 * https://www.rfc-editor.org/rfc/rfc9110#section-14.2
 */
export function toRange(header: string, size: number): string | null {
  const [, first = "", last = ""] = /^bytes=(\d*)-(\d*)$/i.exec(header.trim()) ?? [];
  if (first === "" && last === "") return null;
  if (first === "") return Number(last) === 0 ? `bytes=${size}-` : toBytes(Math.max(0, size - Number(last)), size - 1);
  if (last !== "" && Number(last) < Number(first)) return null;
  if (Number(first) >= size) return `bytes=${size}-`;
  return toBytes(Number(first), last === "" ? size - 1 : Math.min(Number(last), size - 1));
}

const toBytes = (first: number, last: number) => `bytes=${first}-${Math.max(first, last)}`;
