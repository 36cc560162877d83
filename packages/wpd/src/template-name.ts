/**
 * A template's name as MediaWiki compares it: underscores are spaces, the first letter's case does not matter, and
 * `Template:` may stand before it (https://www.mediawiki.org/wiki/Help:Templates). `null` where the text can be no title.
 */
export function readTemplateName(text: string): string | null {
  const name = text
    .replace(/<!--.*?-->/gs, "")
    .replace(/[_\s]+/g, " ")
    .trim()
    .replace(/^template ?: ?/i, "");
  if (name === "" || /[<>[\]{}|\u007f]/.test(name)) return null;
  return (name[0] as string).toUpperCase() + name.slice(1);
}
