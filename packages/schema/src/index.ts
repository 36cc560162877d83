/** The one definition of every record of the project; types and JSON Schema come from it. */
export * from "./archive.ts";
export * from "./close-code.ts";
export * from "./compat.ts";
export * from "./connection.ts";
export * from "./derived.ts";
export * from "./diagnostic.ts";
export * from "./drift.ts";
export * from "./ending.ts";
export * from "./observation.ts";
export * from "./page.ts";
export * from "./page-kinds.ts";
export * from "./report.ts";
export * from "./rich-text.ts";
export * from "./source.ts";
export * from "./support.ts";
export * from "./support-statement.ts";
