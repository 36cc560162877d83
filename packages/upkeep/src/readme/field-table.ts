import type ts from "typescript";

/** A field of a record, as a line of a table. */
export interface Row {
  /** From the record, with `[]` for elements and `.*` for values. */
  path: string;
  /** In Markdown. */
  type: string;
  /** Its doc comment. */
  meaning: string;
}

/** A type in Markdown: its words, and around them the lists and records that `suffix` is short for. */
export function typeText(words: readonly string[], suffix: string, rest: string): string {
  const texts = words.map((word) => (word.startsWith("[") && word.includes("](#") ? word : `\`${word}\``));
  const depth = suffix.split(/(?=\[\]|\.\*)/).filter(Boolean);
  const wrapped = depth
    .toReversed()
    .reduce((text, part) => `${part === "[]" ? "list" : "record"} of ${text}`, texts.join(" or "));
  return `${wrapped}${rest}`;
}

/** A table in Markdown. */
export function tableOf(rows: readonly Row[]): string {
  const cell = (text: string) => text.replaceAll("|", "\\|");
  const lines = rows.map(({ path, type, meaning }) => `| \`${path}\` | ${cell(type)} | ${cell(meaning)} |`);
  return `| field | type | meaning |\n| --- | --- | --- |\n${lines.join("\n")}\n`;
}

/** As the schemas have them: the compiler puts what is spread or optional behind. Files stay in the order in which they were met. */
export function inSourceOrder(properties: readonly ts.Symbol[]): ts.Symbol[] {
  const fileOf = ({ declarations }: ts.Symbol) => declarations?.[0]?.getSourceFile().fileName ?? "";
  const placeOf = ({ declarations }: ts.Symbol) => declarations?.[0]?.pos ?? 0;
  const files = properties.map(fileOf);
  return properties.toSorted((a, b) => files.indexOf(fileOf(a)) - files.indexOf(fileOf(b)) || placeOf(a) - placeOf(b));
}
