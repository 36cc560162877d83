import type { CloseCodeEntry } from "@wasclean/schema";
import type { Finding, Rule } from "./rule.ts";

/** The first and last code of an entry. */
export const rangeOf = ({ code }: Pick<CloseCodeEntry, "code">): readonly [first: number, last: number] =>
  typeof code === "number" ? [code, code] : code;

/** close-codes.json has every code from 0 to 65535, once and in ascending order, and does not contradict itself. */
export const closeCodesCover: Rule = {
  name: "close-codes-cover",
  check: ({ closeCodes }) => [
    ...closeCodes.flatMap((entry, index) => [...checkStart(closeCodes, index), ...checkEntry(entry, index)]),
    ...checkEnd(closeCodes),
  ],
};

function checkStart(entries: readonly CloseCodeEntry[], index: number): Finding[] {
  const entry = entries[index];
  if (entry === undefined) return [];
  const [first] = rangeOf(entry);
  const before = entries[index - 1];
  const expected = before === undefined ? 0 : rangeOf(before)[1] + 1;
  if (first === expected) return [];
  const message = `The entry begins with ${first}, where ${expected} is next.`;
  return [at(index, "code", message, "Order entries by code, without gap or overlap.")];
}

function checkEntry(entry: CloseCodeEntry, index: number): Finding[] {
  const { code, sentBy, onWire, scriptMayPass } = entry;
  const [first, last] = rangeOf(entry);
  const mayPass = (value: number) => value === 1000 || (value >= 3000 && value <= 4999);
  if (typeof code !== "number" && first >= last) {
    return [at(index, "code", `The range ${first}–${last} is empty or one code.`, "Write one code as a number.")];
  }
  if (mayPass(first) !== scriptMayPass || mayPass(last) !== scriptMayPass) {
    const message = `${first} ${scriptMayPass ? "cannot" : "can"} be passed to close(): only 1000 and 3000–4999 can.`;
    return [at(index, "scriptMayPass", message, `Write ${!scriptMayPass}, or split the range.`)];
  }
  if ((sentBy === "nobody") === (onWire === true)) {
    const message = `${first} is sent by ${sentBy}, and may ${onWire === true ? "" : "not "}be on the wire.`;
    return [at(index, "sentBy", message, "A code on the wire has a sender; any other is sent by nobody.")];
  }
  return [];
}

function checkEnd(entries: readonly CloseCodeEntry[]): Finding[] {
  const end = entries.at(-1);
  const last = end === undefined ? -1 : rangeOf(end)[1];
  if (last === 65535) return [];
  return [at(entries.length - 1, "code", `The last code is ${last}.`, "Add entries up to 65535.")];
}

const at = (index: number, field: string, message: string, remedy: string): Finding => ({
  file: "close-codes.json",
  path: ["closeCodes", index, field],
  message,
  remedy,
});
