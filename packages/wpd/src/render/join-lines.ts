/** Joins lines with spaces. Works line by line, as a pattern for white space around line breaks would be quadratic. */
export const joinLines = (text: string): string =>
  text.includes("\n")
    ? text
        .split("\n")
        .map((line, index, lines) => {
          const start = index === 0 ? line : line.trimStart();
          return index === lines.length - 1 ? start : start.trimEnd();
        })
        .join(" ")
    : text;
