import type { TemplateNode } from "./nodes.ts";
import { withoutComments } from "./without-comments.ts";

/**
 * A template's name as MediaWiki compares it: underscores are spaces, the first letter's case does not matter, and
 * `Template:` may stand before it (https://www.mediawiki.org/wiki/Help:Templates). `null` if the text cannot be a title.
 */
export function readTemplateName(text: string): string | null {
  const known = names.get(text);
  if (known !== undefined) return known;
  const name = toName(text);
  // Pages use the same few templates over and over.
  if (names.size < 10_000 && text.length < 100) names.set(text, name);
  return name;
}

const names = new Map<string, string | null>();

function toName(text: string): string | null {
  const name = withoutComments(text)
    .replace(/'{2,}/g, "")
    .replace(/[_\s]+/g, " ")
    .trim()
    .replace(/^template ?: ?/i, "");
  if (name === "" || /[<>[\]{}|\u007f]/.test(name)) return null;
  return (name[0] as string).toUpperCase() + name.slice(1);
}

/** The name of a template in the tree of `source`; `null` if the text in the braces cannot be one. */
export function templateNameOf({ parts: [first] }: TemplateNode, source: string): string | null {
  return first ? readTemplateName(source.slice(first.start, first.end)) : null;
}
