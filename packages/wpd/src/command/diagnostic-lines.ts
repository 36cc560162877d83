import type { Diagnostic } from "@wasclean/schema";

/** Formats diagnostics as lines of text, each with its line and column from 1; one pass over the source. */
export function toLines(diagnostics: readonly Diagnostic[], wikitext: string, label: string): string[] {
  let line = 1;
  let lineStart = 0;
  const find = () => wikitext.indexOf("\n", lineStart);
  let next = find();
  return diagnostics.map(({ start, code, message }) => {
    for (; next !== -1 && next < start; next = find()) {
      line++;
      lineStart = next + 1;
    }
    return `${label}:${line}:${start - lineStart + 1} ${code} ${message}`;
  });
}
