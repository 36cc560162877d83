const LINE_WIDTH = 120;

/** JSON nearly without white space: broken only where a line would be too long, and not indented. */
export function formatJson(value: unknown): string {
  return `${format(value)}\n`;
}

function format(value: unknown): string {
  const line = JSON.stringify(value);
  if (line.length <= LINE_WIDTH || typeof value !== "object" || value === null) return line;
  if (Array.isArray(value)) return `[\n${value.map(format).join(",\n")}\n]`;
  const entries = Object.entries(value).filter(([, item]) => item !== undefined);
  return `{\n${entries.map(([key, item]) => `${JSON.stringify(key)}:${format(item)}`).join(",\n")}\n}`;
}
