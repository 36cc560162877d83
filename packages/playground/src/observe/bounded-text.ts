/** The most UTF-16 code units of a foreign text that are shown. */
const LIMIT = 300;

/** Controls, and characters that change the writing direction: they would hide or reorder the text beside them. */
const unprintable = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu;

/** Joiners are part of emoji and of several scripts. */
const joiners = new Set(["\u200c", "\u200d"]);

/** A foreign text, fit to be shown: at most 300 code units, invisible characters as `\u{…}`. */
export function boundedText(text: string): string {
  const shown = text
    .slice(0, LIMIT)
    .replace(unprintable, (character) => (joiners.has(character) ? character : escapeOf(character)));
  return text.length > LIMIT ? `${shown}… (${text.length} characters in all)` : shown;
}

/** A foreign text in quotation marks; `empty` for an empty one. */
export function quoted(text: string): string {
  return text === "" ? "empty" : `“${boundedText(text)}”`;
}

function escapeOf(character: string): string {
  return `\\u{${character.codePointAt(0)?.toString(16)}}`;
}
