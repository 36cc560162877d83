import { type Cell, showControls, type Table } from "./table.ts";

/** A table as Markdown (GitHub Flavored), its notes as a numbered list and its source as a last line below it. */
export function toMarkdownTable({ head, rows, notes = [], source }: Table): string {
  const lines = [head, ...rows].map((row) => row.map(toText));
  const widths = head.map((_, column) => Math.max(3, ...lines.map((line) => line[column]?.length ?? 0)));
  const toLine = (line: string[]) => `| ${line.map((text, column) => text.padEnd(widths[column] ?? 0)).join(" | ")} |`;
  const [first = [], ...rest] = lines;
  const table = [first, widths.map((width) => "-".repeat(width)), ...rest].map(toLine).join("\n");
  const list = notes.map((note, index) => `${index + 1}. ${toText(note)}`).join("\n");
  return `${[table, list, toText(source)].filter((part) => part !== "").join("\n\n")}\n`;
}

/** A cell in one line, with the markup of Markdown and HTML escaped. */
function toText(cell: Cell): string {
  const line = showControls(cell ?? "–")
    .replace(/\s+/g, " ")
    .trim();
  return line.replace(/[\\`*_[\]<>|~]/g, "\\$&").replaceAll("&", "&amp;");
}
