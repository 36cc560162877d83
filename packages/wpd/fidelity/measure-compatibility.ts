import { accuse, type CorpusPage, count, createMeasure, type Measure } from "./corpus-page.ts";
import { readHtml } from "./read-html.ts";
import type { Json } from "./read-record.ts";
import type { Template } from "./scan-page.ts";
import { toVisible } from "./to-visible.ts";
import { toWords } from "./word-pool.ts";

const TABLES = { desktop: "Compatibility Table Desktop Row", mobile: "Compatibility Table Mobile Row" } as const;
const CELL = /^(.+?)[ _](prefixed[ _])?(supported|version)$/;

type Compare = (template: Template, name: string, kept: Json, expected: string) => void;

/** Counts the cells, versions and notes of the compatibility tables that are in their places. */
export function measureCompatibility(page: CorpusPage): Measure {
  const measure = createMeasure();
  const compare: Compare = (template, name, kept, expected) => {
    measure.total++;
    if (kept === expected) measure.good++;
    else
      accuse(measure, page, template.start, `${name}: ${JSON.stringify(kept)} instead of ${JSON.stringify(expected)}`);
  };
  for (const [table, name] of Object.entries(TABLES)) {
    const rows = page.scanned.templates.filter((template) => template.name === name);
    const kept = at(page.record.json, "compatibility", table);
    for (const [index, row] of rows.entries()) compareRow(page, measure, row, at(kept, index), compare, table, index);
    if (Array.isArray(kept) && kept.length > rows.length) {
      accuse(measure, page, 0, `${table}: ${kept.length} rows instead of ${rows.length}`);
    }
  }
  compareNotes(page, measure);
  return measure;
}

/** Compares a row, ignoring case. Empty cells must be empty in the record, but are not counted. */
function compareRow(
  page: CorpusPage,
  measure: Measure,
  row: Template,
  kept: Json,
  compare: Compare,
  table: string,
  index: number,
): void {
  const { source } = page.scanned;
  for (const { name, start, end } of row.parameters) {
    const [, prefix = "", prefixed, field = ""] = CELL.exec(name) ?? [];
    if (prefix === "") continue;
    const written = source
      .slice(start, end)
      .replace(/<!--.*?-->/gs, "")
      .trim();
    const browser = prefix.toLowerCase().replace(/ /g, "_");
    const claim = at(kept, "support", browser, ...(prefixed ? ["prefixed"] : []));
    const place = `${table}[${index}].support.${browser}${prefixed ? ".prefixed" : ""}.${field}`;
    const value = field === "version" ? at(claim, "version", "raw") : at(claim, "supported");
    if (written === "") {
      if (value !== null) accuse(measure, page, start, `${place}: ${JSON.stringify(value)} was made up`);
      continue;
    }
    count(measure, field === "version" ? "versions" : "cells");
    compare(row, place, value, field === "version" ? written : written.toLowerCase());
  }
}

function compareNotes(page: CorpusPage, measure: Measure): void {
  const rows = page.scanned.templates.filter(({ name }) => name === "Compatibility Notes Row");
  for (const [index, row] of rows.entries()) {
    const wrong = findWrongFields(page, row, at(page.record.json, "compatibility", "notes", index));
    count(measure, "notes");
    measure.total++;
    if (wrong.length === 0) measure.good++;
    else accuse(measure, page, row.start, `notes[${index}]: ${wrong.join(", ")} not as written`);
  }
}

/** The fields of a note that differ. The browser may be normalised if the original is beside it. */
function findWrongFields(page: CorpusPage, row: Template, kept: Json): string[] {
  return row.parameters.flatMap(({ name, start, end }) => {
    const written = page.scanned.source.slice(start, end).trim();
    if (written === "") return [];
    const field = at(kept, name.toLowerCase());
    const { segments } = toVisible(page.scanned, start, end, row.children);
    const runs = segments.map((segment) => toWords(segment).join(" "));
    const strings = name === "Browser" ? listStrings(kept) : listStrings(field);
    const isKept =
      name === "Note"
        ? runs.every((run) => strings.some((text) => toWords(readHtml(text).text).join(" ").includes(run)))
        : strings.includes(written);
    return isKept ? [] : [name];
  });
}

/** The strings of a note, without its rich text's copy of the source. */
function listStrings(value: Json): string[] {
  if (typeof value === "string") return [value];
  if (value === null || typeof value !== "object") return [];
  return Object.entries(value).flatMap(([key, item]) => (key === "wikitext" ? [] : listStrings(item)));
}

function at(value: Json | undefined, ...path: (string | number)[]): Json {
  let found = value;
  for (const key of path) {
    if (found === null || typeof found !== "object") return null;
    found = (found as Record<string, Json>)[key];
  }
  return found ?? null;
}
