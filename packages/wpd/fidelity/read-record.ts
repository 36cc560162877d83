import { type ReadHtml, readHtml } from "./read-html.ts";

/** JSON of any shape. */
export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** The texts and values of a record, from anywhere in it. */
export interface ReadRecord {
  json: { [key: string]: Json };
  /** All HTML, in order. */
  html: ReadHtml[];
  /** Plain strings; the strings of one list are one text. */
  plain: string[];
  /** Queries that listings are computed from: kept as written, not shown. */
  queries: string[];
  /** `examples[].code` and other fields of that name. */
  code: string[];
  /** Yes/no/unknown values, with the path to them, as `parametersoptional:yes`. */
  flags: string[];
  /** Arguments without a field, as written. */
  unknown: { template: string; parameters: Record<string, string> }[];
}

/**
 * Fields that prove nothing. `wikitext` and `source` are the source itself, `text` repeats `html`; `slug`, `kind`, `lang`
 * and `template` are not the page's words; `members`, `pages` and `missingLinks` are computed, so that their words must not
 * stand in for a page's own; `support` is compared cell by cell.
 */
const SILENT = new Set(
  "wikitext text source diagnostics unknown slug kind lang template start end members pages missingLinks support".split(
    " ",
  ),
);
const FLAG = /^(yes|no|unknown)$/i;

/** A name without regard to its spelling: `read_only` and `readOnly` are the same. */
export const toKey = (name: string): string => name.toLowerCase().replace(/[^a-z0-9]/g, "");

/** Reads a page record. */
export function readRecord(json: ReadRecord["json"]): ReadRecord {
  const record: ReadRecord = { json, html: [], plain: [], queries: [], code: [], flags: [], unknown: [] };
  if (Array.isArray(json.unknown)) record.unknown = json.unknown as unknown as ReadRecord["unknown"];
  for (const [key, value] of Object.entries(json)) if (!SILENT.has(key)) walk(record, key, value);
  return record;
}

function walk(record: ReadRecord, key: string, value: Json): void {
  if (typeof value === "boolean") record.flags.push(`${toKey(key)}:${value ? "yes" : "no"}`);
  else if (typeof value === "string") readString(record, key, value);
  else if (Array.isArray(value)) {
    const strings = value.filter((item) => typeof item === "string");
    if (strings.length > 0) record.plain.push(strings.join(" "));
    for (const item of value) if (typeof item !== "string") walk(record, key, item);
  } else if (value !== null && typeof value === "object") {
    // Values read from a raw text (a version, an address with its label) repeat it.
    const entries = typeof value.raw === "string" ? [["raw", value.raw] as const] : Object.entries(value);
    for (const [name, item] of entries) {
      const isSilent = name === "text" ? typeof value.html === "string" : SILENT.has(name);
      if (!isSilent) walk(record, name === "raw" ? key : `${key}.${name}`, item);
    }
  }
}

function readString(record: ReadRecord, key: string, value: string): void {
  if (/(^|\.)html$/.test(key)) record.html.push(readHtml(value));
  else if (/(^|\.)code$/.test(key)) record.code.push(value);
  else if (/(^|\.)query$/.test(key)) record.queries.push(value);
  else {
    if (FLAG.test(value)) record.flags.push(`${toKey(key)}:${value.toLowerCase()}`);
    record.plain.push(value);
  }
}
