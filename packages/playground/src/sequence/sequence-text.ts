/** The advance of a character of a monospaced font, as a share of its size; a little more than most have. */
export const ADVANCE = 0.61;

/** As much of a text as fits into a width in CSS pixels, with an ellipsis where some does not. Fonts are not measured: it reckons with monospaced ones. */
export function fitText(text: string, width: number, size: number): string {
  const most = width / (size * ADVANCE);
  let used = 0;
  let kept = "";
  for (const character of text) {
    used += advanceOf(character);
    if (used > most) return `${kept}…`;
    if (used <= most - 1) kept += character;
  }
  return text;
}

/** A text in lines that fit into a width. */
export function wrapText(text: string, width: number, size: number): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ")) {
    const longer = line && `${line} ${word}`;
    if (fitText(longer, width, size) !== longer) lines.push(line);
    line = longer && lines.at(-1) !== line ? longer : fitText(word, width, size);
  }
  return [...lines, line];
}

/** In characters: none for isolates and joiners, two for ideographs and emoji. */
function advanceOf(character: string): number {
  if (/\p{Cf}/u.test(character)) return 0;
  return character < "\u1100" || /[\u2010-\u202f]/.test(character) ? 1 : 2;
}
