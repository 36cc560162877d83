/** Lines as one, with a space where each ended. Line by line: a pattern for white space around breaks would be quadratic. */
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
