import { decodeHTMLStrict } from "entities";
import type { Properties } from "hast";
import { ATTRIBUTES } from "./html-elements.ts";

/** An HTML tag in wikitext. */
export interface HtmlTag {
  /** In lower case. */
  name: string;
  isClosing: boolean;
  attributes: string;
}

const TAG = /^<(\/?)([a-z][a-z0-9]*)((?:[\s/][^<>]*)?)>$/i;

/** Whether the text between a tag's name and its end can be attributes; prose in a broken tag cannot. */
function isAttributes(text: string, isClosing: boolean): boolean {
  const words = text.replace(/\/\s*$/, "").trim();
  if (isClosing || words === "") return words === "";
  return !text.includes("\n\n") && (/^[a-z][\w:-]*\s*=/i.test(words) || /^[\w:/-]+(?:\s+[\w:/-]+)?$/.test(words));
}

/** Reads one tag, from `<` to `>`; `null` if the text is not a tag. */
export function readHtmlTag(text: string): HtmlTag | null {
  const match = TAG.exec(text);
  if (!match) return null;
  const [, slash, name, attributes] = match as unknown as [string, string, string, string];
  const isClosing = slash === "/";
  return isAttributes(attributes, isClosing) ? { name: name.toLowerCase(), isClosing, attributes } : null;
}

const ATTRIBUTE = /(?<![a-z0-9-])([a-z][a-z0-9-]*)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/gi;

const LONGEST_ATTRIBUTES = 2000;

/** The attributes that an element keeps, as hast properties (https://github.com/syntax-tree/hast#propertyname). All others, such as event handlers and styles, are dropped. */
export function toProperties(tagName: string, attributes: string): Properties {
  const properties = new Map<string, string | number>();
  // No real tag is that long, and the pattern would be tried at every letter of it.
  if (attributes.length > LONGEST_ATTRIBUTES) return {};
  const allowed = [...(ATTRIBUTES["*"] ?? []), ...(ATTRIBUTES[tagName] ?? [])];
  for (const [, name = "", double, single, bare] of attributes.matchAll(ATTRIBUTE)) {
    const property = allowed.find((candidate) => candidate.toLowerCase() === name.toLowerCase());
    const value = decodeHTMLStrict(double ?? single ?? bare ?? "").trim();
    if (!property || value === "") continue;
    if (property.endsWith("Span") || property === "start") {
      if (/^\d{1,3}$/.test(value)) properties.set(property, Number(value));
    } else properties.set(property, value);
  }
  return Object.fromEntries(properties);
}
