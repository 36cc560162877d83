import { parseFragment, type DefaultTreeAdapterTypes as Tree } from "parse5";

/** A heading that can be linked to. */
export interface Heading {
  id: string;
  text: string;
}

export interface Outline {
  /** The HTML up to the end of the `h1`, and the HTML after it. */
  before: string;
  after: string;
  /** The headings of the second level. */
  headings: Heading[];
}

/**
 * Makes each heading with an id a link to itself, and lists those of the second level. Everything else keeps its bytes:
 * the parser only finds the places of the headings. It works on the HTML of a page, since headings come from components
 * and from the wiki as well as from Markdown.
 */
export function toOutline(html: string): Outline {
  const { childNodes } = parseFragment(html, { sourceCodeLocationInfo: true });
  const elements = listElements(childNodes);
  const titleEnd = elements.find(({ tagName }) => tagName === "h1")?.sourceCodeLocation?.endOffset ?? 0;
  const linkable = elements.filter(({ tagName }) => tagName === "h2" || tagName === "h3").flatMap(toLinkable);
  const linked = (from: number, to: number) => addLinks(html, linkable, from, to);
  return {
    before: linked(0, titleEnd),
    after: linked(titleEnd, html.length),
    headings: linkable.flatMap(({ tagName, id, text }) => (tagName === "h2" ? { id, text } : [])),
  };
}

interface LinkableHeading extends Heading {
  tagName: string;
  /** Offsets of the heading's content; `null` if it has a link already, since links cannot be nested. */
  content: { start: number; end: number } | null;
}

function toLinkable(heading: Tree.Element): LinkableHeading[] {
  const id = heading.attrs.find(({ name }) => name === "id")?.value;
  const { startTag, endTag } = heading.sourceCodeLocation ?? {};
  if (id === undefined || !startTag || !endTag) return [];
  const hasLink = listElements(heading.childNodes).some(({ tagName }) => tagName === "a");
  const content = hasLink ? null : { start: startTag.endOffset, end: endTag.startOffset };
  return [{ tagName: heading.tagName, id, text: toText(heading).trim(), content }];
}

function addLinks(html: string, headings: readonly LinkableHeading[], from: number, to: number): string {
  let linked = "";
  let done = from;
  for (const { id, content } of headings) {
    if (content === null || content.start < from || content.end > to) continue;
    const { start, end } = content;
    linked += `${html.slice(done, start)}<a class="permalink" href="#${escapeAttribute(id)}">${html.slice(start, end)}</a>`;
    done = end;
  }
  return linked + html.slice(done, to);
}

const escapeAttribute = (value: string) => value.replaceAll("&", "&amp;").replaceAll('"', "&quot;");

const isElement = (node: Tree.ChildNode): node is Tree.Element => "tagName" in node;

/** The elements of a fragment in the order of the document. */
const listElements = (nodes: readonly Tree.ChildNode[]): Tree.Element[] =>
  nodes.filter(isElement).flatMap((element) => [element, ...listElements(element.childNodes)]);

const toText = (node: Tree.ChildNode): string => {
  if (isElement(node)) return node.childNodes.map(toText).join("");
  return node.nodeName === "#text" ? (node as Tree.TextNode).value : "";
};
