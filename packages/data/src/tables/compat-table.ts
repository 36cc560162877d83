import type { BrowserName, Browsers, Compat, CompatFeature, SimpleSupportStatement } from "@wasclean/schema";
import { supportWords, toList, toStatements } from "../words/index.ts";
import { toPlainText } from "./plain-text.ts";
import type { Cell, Table } from "./table.ts";

/** A feature's record as a table to read: a row for each browser, a column for each key. */
export function toCompatTable(compat: Compat, browsers: Browsers): Table {
  const features = Object.entries(compat.features);
  const notes: string[] = [];
  const names = Object.keys(browsers.browsers) as BrowserName[];
  const spoken = names.filter((browser) => features.some(([, { support }]) => support[browser] !== undefined));
  return {
    caption: `Support of ${compat.name}`,
    head: ["Browser", ...features.map(([key, feature]) => toTitle(key, feature))],
    rows: spoken.map((browser) => [
      browsers.browsers[browser]?.name ?? browser,
      ...features.map(([, { support }]) => toCell(support[browser], notes)),
    ]),
    notes,
    source: toSource(compat),
  };
}

/** A feature's record as complete records: a row for each support statement. */
export function toCompatRecords(compat: Compat): Table {
  const rows = Object.entries(compat.features).flatMap(([key, { support, source }]) =>
    Object.entries(support).flatMap(([browser, statements]) =>
      toStatements(statements).map((statement) => {
        const { package: name, version } = compat.sources[source];
        return [key, browser, ...COLUMNS.map((column) => toField(statement, column)), `${name} ${version}`];
      }),
    ),
  );
  return {
    caption: `Support of ${compat.name}, by statement`,
    head: ["feature", "browser", ...COLUMNS, "source"],
    rows,
    source: toSource(compat),
  };
}

const COLUMNS = [
  "version_added",
  "version_removed",
  "version_last",
  "prefix",
  "alternative_name",
  "flags",
  "partial_implementation",
  "impl_url",
  "notes",
] as const satisfies (keyof SimpleSupportStatement)[];

function toField(statement: SimpleSupportStatement, column: (typeof COLUMNS)[number]): Cell {
  const value = statement[column];
  if (value === undefined) return null;
  if (column === "notes") return toList(statement.notes).map(toPlainText).join("\n");
  if (column === "flags") return JSON.stringify(value);
  return Array.isArray(value) ? value.join("\n") : String(value);
}

function toCell(support: CompatFeature["support"][BrowserName], notes: string[]): Cell {
  if (support === undefined) return null;
  return toStatements(support)
    .map((statement) => [supportWords(statement), ...toMarks(statement, notes)].join(" "))
    .join("; ");
}

/** Numbers notes, each distinct text once. */
function toMarks(statement: SimpleSupportStatement, notes: string[]): string[] {
  return toList(statement.notes).map((html) => {
    const note = toPlainText(html);
    if (!notes.includes(note)) notes.push(note);
    return `[${notes.indexOf(note) + 1}]`;
  });
}

const toTitle = (key: string, { description }: CompatFeature) =>
  description === undefined ? (key.split(".").at(-1) ?? key) : toPlainText(description);

function toSource({ sources: { bcd } }: Compat): string {
  const date = bcd.date === undefined ? "" : ` of ${bcd.date}`;
  return `Source: ${bcd.package} ${bcd.version}${date} (${bcd.license}).`;
}
