/** The most UTF-16 code units of a foreign text that are shown. */
const LIMIT = 300;

/** Controls, and characters that change the writing direction: they would hide or reorder the text beside them. */
const unprintable = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu;

/** Joiners are part of emoji and of several scripts. */
const joiners = new Set(["\u200c", "\u200d"]);

/** Letters that are written from right to left, of Hebrew, Arabic and other scripts, and some between them that need not be isolated. */
const rightToLeft = /[\u0590-\u08ff\ufb1d-\ufefc\u{10800}-\u{1efff}]/u;

/** A foreign text, fit to be shown: at most 300 code units, invisible characters as `\u{…}`, isolated where it would reorder the text beside it. */
export function boundedText(text: string): string {
  const shown = text
    .slice(0, LIMIT)
    .replace(unprintable, (character) => (joiners.has(character) ? character : escapeOf(character)));
  const isolated = rightToLeft.test(shown) ? `\u2068${shown}\u2069` : shown;
  return text.length > LIMIT ? `${isolated}… (${text.length} characters in all)` : isolated;
}

/** A foreign text in quotation marks; `empty` for an empty one. */
export function quoted(text: string): string {
  return text === "" ? "empty" : `“${boundedText(text)}”`;
}

function escapeOf(character: string): string {
  return `\\u{${character.codePointAt(0)?.toString(16)}}`;
}
