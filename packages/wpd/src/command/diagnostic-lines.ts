import type { Diagnostic } from "@wasclean/schema";

/** Formats diagnostics as lines of text, each with its line and column from 1; one pass over the source. */
export function toLines(diagnostics: readonly Diagnostic[], wikitext: string, label: string): string[] {
  let line = 1;
  let lineStart = 0;
  return diagnostics.map(({ start, code, message }) => {
    for (;;) {
      const next = wikitext.indexOf("\n", lineStart);
      if (next === -1 || next >= start) break;
      line++;
      lineStart = next + 1;
    }
    return `${label}:${line}:${start - lineStart + 1} ${code} ${message}`;
  });
}
