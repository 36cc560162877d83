import { type Cell, showControls, type Table } from "./table.ts";

/** A table as CSV (RFC 4180, with a header line): no value is an empty field, an empty text is `""`. Caption, notes and source are left out. */
export function toCsv({ head, rows }: Table): string {
  return [head, ...rows].map((row) => `${row.map(toField).join(",")}\r\n`).join("");
}

function toField(cell: Cell): string {
  if (cell === null) return "";
  const text = showControls(cell);
  return text === "" || /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
