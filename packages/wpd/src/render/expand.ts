import type { LinkNode, Node, ParameterNode, Part, TemplateNode } from "../parse/nodes.ts";
import { parseInside } from "../parse/parse-inside.ts";
import { readTemplateName } from "../parse/template-name.ts";
import { OLD_WIKI_IN_TEXT } from "../site/links.ts";
import { type Atom, addAtom, type Expanded, withoutMarks } from "./atoms.ts";
import { toExtensionAtom } from "./extension-atoms.ts";
import { toLinkAtom } from "./link-atoms.ts";
import { expandListing } from "./listings.ts";
import type { RenderContext } from "./render-context.ts";

/** Templates for the characters that separate arguments. */
const MAGIC_WORDS: ReadonlyMap<string, string> = new Map([
  ["!", "|"],
  ["=", "="],
]);
/** Templates that make their argument a remark, with the word before it. */
const REMARKS: ReadonlyMap<string, string> = new Map([
  ["Note", "Note"],
  ["TODO", "To do"],
]);

/** Whether a template is rendered in running text. */
export const isInlineTemplate = (name: string): boolean =>
  MAGIC_WORDS.has(name) || REMARKS.has(name) || /^(?::|Special:PrefixIndex)/.test(name) || readMacro(name) !== null;

/** Flattens nodes into wikitext: without comments, with magic words replaced, and with atoms for links, extension tags and templates. */
export function expand(
  nodes: readonly Node[],
  context: RenderContext,
  atoms: Atom[] = [],
  toText: (text: string) => string = (text) => expandText(text, context, atoms),
): Expanded {
  const { source } = context;
  let text = "";
  for (const node of nodes) {
    switch (node.type) {
      case "text":
        text += toText(withoutMarks(source.slice(node.start, node.end)).replaceAll("\r\n", "\n"));
        break;
      case "comment":
        break;
      case "extension":
        text += addAtom(
          atoms,
          toExtensionAtom(node, source, (span) => expand(parseInside(source, span), context)),
        );
        break;
      case "link":
        text += addAtom(atoms, toLinkAtom(expandLink(node, context), context));
        break;
      case "template":
        text += expandTemplate(node, context, atoms);
        break;
      case "parameter":
        text += expandParameter(node, context, atoms);
        break;
      case "table":
        text += `{|${expandParts(node.parts, context, atoms)}|}`;
    }
  }
  return { text, atoms };
}

/** Makes links to pages of the old wiki's addresses. */
function expandText(text: string, context: RenderContext, atoms: Atom[]): string {
  if (!text.includes("webplatform.org")) return text;
  return text.replace(OLD_WIKI_IN_TEXT, (_, bracketed?: string, label?: string, bare?: string) => {
    const address = bracketed ?? bare ?? "";
    return addAtom(atoms, toLinkAtom({ text: `${address}|${label || address}`, atoms: [] }, context));
  });
}

/** The text between a link's brackets; an address there is its target. */
const expandLink = (node: LinkNode, context: RenderContext): Expanded =>
  expand(node.parts.flatMap(withPipe), context, [], (text) => text);

/** The part's nodes, after the pipe before it, if any: in a link a pipe may also come from `{{!}}`. */
function withPipe(part: Part, index: number): Node[] {
  return index === 0 ? part.children : [{ type: "text", start: part.start - 1, end: part.start }, ...part.children];
}

const expandParts = (parts: readonly Part[], context: RenderContext, atoms: Atom[]) =>
  parts.map((part) => expand(part.children, context, atoms).text).join("|");

function expandTemplate(node: TemplateNode, context: RenderContext, atoms: Atom[]): string {
  const [first, ...rest] = node.parts as [Part, ...Part[]];
  const written = context.source.slice(first.start, first.end);
  const listing = expandListing(node, written, context, atoms);
  if (listing !== null) return listing;
  const name = readTemplateName(written);
  // Braces around text that cannot be a title are text, e.g. an object in code.
  if (name === null || written.trim().includes("\n")) {
    return `${literal("{{", atoms)}${expandParts(node.parts, context, atoms)}${literal("}}", atoms)}`;
  }
  const magic = MAGIC_WORDS.get(name);
  if (magic !== undefined && rest.length === 0) return magic;
  const call = readMacro(name);
  if (call !== null) return `<code>${literal(call, atoms)}</code>`;
  const remark = REMARKS.get(name);
  if (!remark && context.onTemplate(name, node)) return "";
  const words = rest.map((part) => {
    const { text } = expand(part.children, context, atoms);
    return (part.name === null ? text : text.slice(text.indexOf("=") + 1)).trim();
  });
  if (remark) return `<blockquote>'''${remark}:''' ${words.join(" ")}</blockquote>`;
  // The template's own text is lost; the words of its arguments are kept, or else its name.
  return words.filter(Boolean).join(" ") || withoutMarks(written.trim());
}

/**
 * The text of a macro of MDN's old wiki, left in pages that came from there: for `SVGElement("g")` the element's tag, for
 * any other its first argument. `null` for the name of a template.
 */
function readMacro(name: string): string | null {
  const match = /^(?:KumaScript: ?)?(\w+) ?\(\s*["']([^"']+)["'].*\)$/s.exec(name);
  if (!match) return null;
  const [, macro = "", argument = ""] = match;
  return /^(?:svg|html)element$/i.test(macro) ? `<${argument}>` : argument;
}

/** An atom for text that is not wikitext. */
const literal = (text: string, atoms: Atom[]) => addAtom(atoms, { isBlock: false, render: (out) => out.text(text) });

/** Outside a template a parameter has no value: its default is shown, or else its name. */
function expandParameter(node: ParameterNode, context: RenderContext, atoms: Atom[]): string {
  const [name, ...rest] = node.parts;
  if (rest.length > 0) return expandParts(rest, context, atoms);
  return name ? expand(name.children, context, atoms).text : "";
}
