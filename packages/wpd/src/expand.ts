import { decodeHTMLStrict } from "entities";
import type { ElementContent } from "hast";
import { type Atom, addAtom, type Expanded, withoutMarks } from "./atoms.ts";
import type { HtmlBuilder } from "./html-builder.ts";
import type { LinkResolver } from "./links.ts";
import type { ExtensionNode, LinkNode, Node, ParameterNode, Part, TemplateNode } from "./nodes.ts";
import { renderInline } from "./render-inline.ts";
import { readTemplateName } from "./template-name.ts";
import { readCodeLanguage, toCode } from "./to-code.ts";

/** What rendering a piece of a page needs to know of the page. */
export interface RenderContext {
  source: string;
  links: LinkResolver;
  /** Told of each template that stands in running text and is not a magic word. */
  onTemplate(name: string, node: TemplateNode): void;
}

/** Templates that stand for a character that separates arguments. */
const MAGIC_WORDS: Readonly<Record<string, string>> = { "!": "|", "=": "=" };

/** Turns nodes into flat wikitext: comments gone, magic words replaced, everything else that is understood an atom. */
export function expand(nodes: readonly Node[], context: RenderContext, atoms: Atom[] = []): Expanded {
  const { source } = context;
  const mark = (atom: Atom) => addAtom(atoms, atom);
  let text = "";
  for (const node of nodes) {
    switch (node.type) {
      case "text":
        text += withoutMarks(source.slice(node.start, node.end));
        break;
      case "comment":
        break;
      case "extension":
        text += mark(toExtensionAtom(node, context));
        break;
      case "link":
        text += mark(toLinkAtom(node, context));
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

const expandParts = (parts: readonly Part[], context: RenderContext, atoms: Atom[]) =>
  parts.map((part) => expand(part.children, context, atoms).text).join("|");

function expandTemplate(node: TemplateNode, context: RenderContext, atoms: Atom[]): string {
  const [first, ...rest] = node.parts as [Part, ...Part[]];
  const written = context.source.slice(first.start, first.end);
  const name = readTemplateName(written);
  // Braces around something that can be no title are text, e.g. an object in code.
  if (name === null || /\n\s*\S/.test(written.trimStart())) return `{{${expandParts(node.parts, context, atoms)}}}`;
  const magic = MAGIC_WORDS[name];
  if (magic !== undefined && rest.length === 0) return magic;
  context.onTemplate(name, node);
  // Nobody knows what the template would have made of its arguments; its words are kept, or else its name.
  const words = rest.map((part) => {
    const { text } = expand(part.children, context, atoms);
    return (part.name === null ? text : text.slice(text.indexOf("=") + 1)).trim();
  });
  return words.filter(Boolean).join(" ") || withoutMarks(written.trim());
}

/** Outside of a template a parameter has no value: its default stands, or else its name, as text. */
function expandParameter(node: ParameterNode, context: RenderContext, atoms: Atom[]): string {
  const [name, ...rest] = node.parts;
  if (rest.length > 0) return expandParts(rest, context, atoms);
  return name ? expand(name.children, context, atoms).text : "";
}

function toExtensionAtom(node: ExtensionNode, context: RenderContext): Atom {
  const { source } = context;
  const inner = source.slice(node.inner.start, node.inner.end);
  switch (node.name) {
    case "nowiki":
      return { isBlock: false, render: (out) => out.text(decodeHTMLStrict(inner)) };
    case "ref":
      return { isBlock: false, render: (out) => renderReference(inner, out) };
    case "gallery":
      return { isBlock: true, render: (out) => renderGallery(inner, out) };
    default: {
      const language = readCodeLanguage(source.slice(node.attributes.start, node.attributes.end));
      return { isBlock: true, render: (out) => out.add(toCodeElement(toCode(inner), language)) };
    }
  }
}

function toCodeElement(value: string, language: string | null): ElementContent {
  const properties = language ? { className: [`language-${language.replaceAll(/[^a-z0-9-]/g, "-")}`] } : {};
  const text = { type: "text" as const, value };
  const code = { type: "element" as const, tagName: "code", properties, children: [text] };
  return { type: "element", tagName: "pre", properties: {}, children: [code] };
}

/** A reference stands where it is called for: the page has no list of them to go to. */
function renderReference(inner: string, out: HtmlBuilder): void {
  if (inner.trim() === "") return;
  out.open("small");
  out.text("(");
  renderInline(withoutMarks(inner).replaceAll("\n", " ").trim(), [], out);
  out.text(")");
  out.close("small");
}

function renderGallery(inner: string, out: HtmlBuilder): void {
  for (const line of inner.split("\n").filter((candidate) => candidate.trim() !== "")) {
    out.open("p");
    renderInline(withoutMarks(line.replaceAll("|", " ")).trim(), [], out);
    out.close("p");
  }
}

function toLinkAtom(node: LinkNode, context: RenderContext): Atom {
  // A pipe may also come from `{{!}}`, so parts are found in the expanded text.
  const { text, atoms } = expand(node.parts.flatMap(withPipe), context);
  const [target = "", ...labels] = text.split("|");
  if (!isTitle(target)) return { isBlock: false, render: (out) => renderInline(`[[${text}]]`, atoms, out) };
  const label = labels.join("|").trim() || target.trim().replace(/^:/, "");
  return { isBlock: false, render: (out) => renderLink(target, label, atoms, context, out) };
}

/** Whether a link may lead there: `[[1, 2], [3, 4]]` in code does not (https://www.mediawiki.org/wiki/Manual:$wgLegalTitleChars). */
const isTitle = (target: string) => target.trim() !== "" && !/[[\]{}<>\n\u007f]/.test(target);

/** The part's nodes, with the pipe before it where it is not the first. */
function withPipe(part: Part, index: number): Node[] {
  return index === 0 ? part.children : [{ type: "text", start: part.start - 1, end: part.start }, ...part.children];
}

function renderLink(target: string, label: string, atoms: Atom[], context: RenderContext, out: HtmlBuilder): void {
  const href = context.links.resolve(decodeHTMLStrict(target));
  if (out.isOpen("a")) {
    renderInline(label, atoms, out);
    return;
  }
  const isMissing = href === null;
  const tagName = isMissing ? "span" : "a";
  out.open(tagName, isMissing ? { className: ["missing-page"], title: toMissingTitle(target) } : { href });
  const depth = out.depth();
  renderInline(label.replaceAll(/\s*\n\s*/g, " "), atoms, out);
  if (out.depth() >= depth) out.closeTo(depth);
  out.close(tagName);
}

const toMissingTitle = (target: string) => `No page “${decodeHTMLStrict(target).trim().replace(/^:/, "")}” here`;
