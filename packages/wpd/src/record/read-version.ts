import type { Version, VersionRange } from "@wasclean/schema";

const NUMBER = String.raw`\d+(?:\.\d+)*`;
const WORDS: readonly [RegExp, NonNullable<Version["word"]>][] = [
  [/^(?:all|any)(?: versions?)?\.?$/i, "all"],
  [/^(?:beta|nightl(?:y|ies)|canary|dev)$/i, "beta"],
  [/^(?:now|current|latest)$/i, "current"],
  [/^(?:no|none|n\/a|-)$/i, "none"],
];
const range = (from: string | null, to: string | null, excludesTo = false): VersionRange => ({ from, to, excludesTo });

/** The forms in which one item of a list can name versions, tried in this order. */
const PATTERNS: readonly [RegExp, (a: string, b: string) => VersionRange][] = [
  [new RegExp(`^(${NUMBER})$`), (a) => range(a, a)],
  [new RegExp(`^(?:≥|>=)\\s*(${NUMBER})\\s*(?:≤|<=)\\s*(${NUMBER})$`), (a, b) => range(a, b)],
  [new RegExp(`^(?:≥|>=)\\s*(${NUMBER})$`), (a) => range(a, null)],
  [new RegExp(`^(?:≤|<=)\\s*(${NUMBER})$`), (a) => range(null, a)],
  [
    new RegExp(`^(?:<|earlier than|before|up to \\(but excluding\\))\\s*(${NUMBER})$`, "i"),
    (a) => range(null, a, true),
  ],
  [new RegExp(`^(?:up to)\\s*(${NUMBER})$`, "i"), (a) => range(null, a)],
  [new RegExp(`^(${NUMBER})\\s*(?:\\+|plus|(?:and|or) (?:later|above|newer|up))$`, "i"), (a) => range(a, null)],
  [new RegExp(`^(${NUMBER}),?\\s*(?:and|or) (?:earlier|below|older)$`, "i"), (a) => range(null, a)],
  [new RegExp(`^(${NUMBER})\\s*(?:-|–|—|to)\\s*(?:current|now|present)$`, "i"), (a) => range(a, null)],
  [new RegExp(`^(${NUMBER})\\s*(?:-|–|—|to)\\s*(${NUMBER})$`, "i"), (a, b) => range(a, b)],
];

/** The name of a browser or platform before a number. */
const NAME = /^(?:IE|iOS|Android|Firefox|Chrome|Safari|Opera|BB|OS)\s*(?=\d)/i;

/** Reads a version from the wiki's text. If `isReadable` is false, only `raw` is set. */
export function readVersion(raw: string, decoded: string = raw): { value: Version; isReadable: boolean } {
  const value: Version = { raw, number: null, ranges: [], word: null, partial: false, remark: null };
  const bracketed = splitRemark(decoded);
  const isBracketExclusive = /^up to \(/i.test(decoded);
  const main = (bracketed && !isBracketExclusive ? bracketed.before : decoded).trim();
  const remark = bracketed && !isBracketExclusive ? bracketed.remark.trim() : "";
  value.partial = /^partial/i.test(remark);
  const name = NAME.exec(main)?.[0].trim() ?? "";
  if (remark && !value.partial) value.remark = remark;
  else if (name) value.remark = name;
  const text = main.replace(NAME, "").replace(/^(\d+),(\d)$/, "$1.$2");
  value.word = WORDS.find(([pattern]) => pattern.test(text))?.[1] ?? null;
  if (value.word) return { value, isReadable: true };
  const ranges = readRanges(text);
  const [only] = ranges ?? [];
  if (!ranges || !only) return { value: { ...value, partial: false, remark: null }, isReadable: false };
  if (ranges.length === 1 && only.from !== null && only.from === only.to) value.number = only.from;
  else value.ranges = ranges;
  return { value, isReadable: true };
}

/** Splits the words in brackets off the end of a version. */
function splitRemark(text: string): { before: string; remark: string } | null {
  const open = text.lastIndexOf("(");
  if (open === -1 || text.indexOf(")", open) !== text.length - 1) return null;
  return { before: text.slice(0, open), remark: text.slice(open + 1, -1) };
}

/** The ranges of a text, separated by commas and “and”; `null` if one of them cannot be read. */
function readRanges(text: string): VersionRange[] | null {
  const whole = readRange(text);
  if (whole) return [whole];
  // One space for many: a pattern would read them from each to the end.
  const pieces = text
    .replace(/\s+/g, " ")
    .split(/, ?and |, ?| and /i)
    .map(readRange);
  return pieces.every((piece) => piece !== null) ? pieces : null;
}

function readRange(text: string): VersionRange | null {
  for (const [pattern, toRange] of PATTERNS) {
    const match = pattern.exec(text.trim());
    if (match) return toRange(match[1] ?? "", match[2] ?? "");
  }
  return null;
}
