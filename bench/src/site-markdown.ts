import { globSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import TurndownService from "turndown";

type Json = string | number | boolean | null | Json[] | { [key: string]: Json };
type Fields = { [key: string]: Json };
interface RichText {
  html: string;
}

/** Fields of a record that are for machines, or in the page's head. */
const LEFT_OUT = new Set([
  "kind",
  "slug",
  "lang",
  "title",
  "source",
  "flags",
  "summary",
  "diagnostics",
  "missingLinks",
]);
const turndown = new TurndownService({ headingStyle: "atx", codeBlockStyle: "fenced" });
turndown.addRule("table", {
  filter: "table",
  replacement: (_, node) => `\n\n${toTable(node as HTMLTableElement)}\n\n`,
});

/** Writes every page of an import as Markdown with front matter, for generators that cannot read records. Returns the number of pages. */
export function writeMarkdown(records: string, folder: string): number {
  const files = globSync("**/*.json", { cwd: records }).filter((file) => file !== "report.json");
  for (const file of files) {
    const record = JSON.parse(readFileSync(join(records, file), "utf8")) as Fields;
    // The only form of name that becomes the page's address in every generator.
    const path = join(folder, file.slice(0, -".json".length), "index.md");
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, toMarkdown(record));
  }
  return files.length;
}

/** A page's Markdown: its summary, then a section for each field with a value. */
function toMarkdown(record: Fields): string {
  const summary = record.summary as RichText | null;
  const front = ["---", `title: ${JSON.stringify(record.title)}`, "---"].join("\n");
  const sections = Object.entries(record)
    .filter(([name]) => !LEFT_OUT.has(name))
    .map(([name, value]) => [name, toText(value, 3)] as const)
    .filter(([, text]) => text !== "")
    .map(([name, text]) => `## ${name}\n\n${text}`);
  return `${[front, summary ? fromHtml(summary.html) : "", ...sections].filter(Boolean).join("\n\n")}\n`;
}

function toText(value: Json | undefined, level: number): string {
  if (value === null || value === undefined || value === false) return "";
  // Numbers are offsets into the source.
  if (typeof value === "number") return "";
  if (typeof value !== "object") return toMarkdownText(String(value));
  if (Array.isArray(value))
    return value
      .map((entry) => toText(entry, level))
      .filter(Boolean)
      .join("\n\n");
  if (typeof value.html === "string") return fromHtml(value.html);
  if (typeof value.slug === "string") return `- [${toMarkdownText(String(value.title))}](/${value.slug}/)`;
  if ("code" in value) return toSample(value, level);
  if ("support" in value) return toSupport(value.support as Fields);
  return Object.entries(value)
    .map(([name, inner]) => [name, toText(inner, level + 1)] as const)
    .filter(([, text]) => text !== "")
    .map(([name, text]) => (text.includes("\n") ? `${"#".repeat(level)} ${name}\n\n${text}` : `**${name}**: ${text}`))
    .join("\n\n");
}

function toSample({ description, code, language }: Fields, level: number): string {
  const fence = "`````";
  const name = String(language ?? "").toLowerCase();
  const block = code === null ? "" : `${fence}${/^(html|css|javascript)$/.test(name) ? name : ""}\n${code}\n${fence}`;
  return [toText(description, level), block].filter(Boolean).join("\n\n");
}

function toSupport(support: Fields): string {
  const rows = Object.entries(support).map(([browser, cell]) => {
    const { supported, version } = cell as { supported: string | null; version: { raw: string } | null };
    return `| ${browser} | ${supported ?? ""} ${toMarkdownText(version?.raw ?? "")} |`;
  });
  return ["| Browser | Support |", "| --- | --- |", ...rows].join("\n");
}

/** A table as HTML, which Markdown allows; links and code in cells are HTML as well. */
const toTable = (table: HTMLTableElement): string => table.outerHTML.replace(/\n\s*/g, " ");
const fromHtml = (html: string): string => turndown.turndown(html);
const toMarkdownText = (text: string): string => turndown.escape(text).replaceAll("<", "&lt;").replaceAll("|", "\\|");
