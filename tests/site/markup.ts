import { type DefaultTreeAdapterTypes, parse } from "parse5";

/** One start tag of a page: its name, and its attributes with their references decoded. */
export interface StartTag {
  name: string;
  attributes: Map<string, string>;
  /** The text up to the end tag, where the element is a script or a style. */
  content: string;
}

/** The elements of a page in document order, as a browser without scripting reads them. */
export function readStartTags(html: string): StartTag[] {
  return [...elementsOf(parse(html, { scriptingEnabled: false }))].map(({ tagName, attrs, childNodes }) => ({
    name: tagName,
    attributes: new Map(attrs.map(({ name, value }) => [name, value])),
    content: /^(?:script|style)$/.test(tagName) ? childNodes.map(toText).join("") : "",
  }));
}

const toText = (node: DefaultTreeAdapterTypes.ChildNode) => ("value" in node ? node.value : "");

function* elementsOf(parent: DefaultTreeAdapterTypes.ParentNode): Generator<DefaultTreeAdapterTypes.Element> {
  for (const node of parent.childNodes) {
    if (!("tagName" in node)) continue;
    yield node;
    yield* elementsOf("content" in node ? node.content : node);
  }
}
