/** How much of a text from elsewhere is shown at most, in UTF-16 code units. */
const LIMIT = 300;

/** Controls, and the characters that turn the direction of writing: they would hide or change what stands beside them. */
const unprintable = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu;

/** Joiners are part of emoji and of several scripts. */
const joiners = new Set(["\u200c", "\u200d"]);

/** A text from elsewhere, fit to be shown: at most 300 code units, and what cannot be seen as `\u{…}`. */
export function boundedText(text: string): string {
  const shown = text
    .slice(0, LIMIT)
    .replace(unprintable, (character) => (joiners.has(character) ? character : escapeOf(character)));
  return text.length > LIMIT ? `${shown}… (${text.length} characters in all)` : shown;
}

/** The same in quotation marks; `empty` where there is nothing to quote. */
export function quoted(text: string): string {
  return text === "" ? "empty" : `“${boundedText(text)}”`;
}

function escapeOf(character: string): string {
  return `\\u{${character.codePointAt(0)?.toString(16)}}`;
}
