/** The data in other formats: browser-compat-data's, CSV, Markdown and HTML, as text. */
export { describeCode, toCloseCodesRecords, toCloseCodesTable } from "./close-codes-table.ts";
export { toCompatRecords, toCompatTable } from "./compat-table.ts";
export { toObservationsRecords, toObservationsTable } from "./observations-table.ts";
export { type CloseCodeRecord, type EndingRecord, toCloseCodeRecord, toEndingRecord } from "./records.ts";
export type { Cell, Table } from "./table.ts";
export { type BcdIdentifier, type BcdStatement, toBcd } from "./to-bcd.ts";
export { toCsv } from "./to-csv.ts";
export { toHtmlTable } from "./to-html-table.ts";
export { toMarkdownTable } from "./to-markdown-table.ts";
