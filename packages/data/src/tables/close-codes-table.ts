import type { CloseCodeEntry } from "@wasclean/schema";
import type { Table } from "./table.ts";

/** The registry of close codes as a table to read. */
export function toCloseCodesTable(entries: readonly CloseCodeEntry[]): Table {
  return {
    caption: "WebSocket close codes",
    head: ["Code", "Name", "Sent by", "On the wire", "For close()", "Meaning", "Reference"],
    rows: entries.map((entry) => [
      describeCode(entry.code),
      entry.name,
      entry.sentBy,
      entry.onWire === null ? null : toYesOrNo(entry.onWire),
      toYesOrNo(entry.scriptMayPass),
      entry.meaning,
      entry.reference.map(({ text }) => text).join("; "),
    ]),
    source: toSource(entries),
  };
}

/** The registry of close codes as complete records: a range has its first and last code. */
export function toCloseCodesRecords(entries: readonly CloseCodeEntry[]): Table {
  const rows = entries.map((entry) => {
    const [first, last] = Array.isArray(entry.code) ? entry.code : [entry.code, entry.code];
    const { text, url } = {
      text: entry.reference.map((one) => one.text).join("\n"),
      url: entry.reference.map((one) => one.url).join("\n"),
    };
    const { name, status, sentBy, onWire, scriptMayPass, registered, meaning, source } = entry;
    const wire = onWire === null ? null : String(onWire);
    const from = `${source.registry}, ${source.date}`;
    const may = String(scriptMayPass);
    return [String(first), String(last), name, status, sentBy, wire, may, registered, meaning, text, url, from];
  });
  return { caption: "WebSocket close codes", head: HEAD, rows, source: toSource(entries) };
}

/** `1000`, or `1016–2999` for a range. */
export const describeCode = (code: CloseCodeEntry["code"]): string =>
  Array.isArray(code) ? `${code[0]}–${code[1]}` : String(code);

const HEAD = [
  "first",
  "last",
  "name",
  "status",
  "sentBy",
  "onWire",
  "scriptMayPass",
  "registered",
  "meaning",
  "reference",
  "referenceUrl",
  "source",
];

const toYesOrNo = (value: boolean) => (value ? "yes" : "no");

function toSource(entries: readonly CloseCodeEntry[]): string {
  const sources = new Set(entries.map(({ source }) => `${source.registry}, ${source.date}`));
  return `Source: ${[...sources].join("; ")}.`;
}
