import type { Element, ElementContent, Root } from "hast";

/**
 * Replaces lists of terms alone and indented lines by the elements that fit them: the wiki's marks for terms and their
 * descriptions stood for these too, and as a `dl` they would be neither valid nor sensible when read aloud.
 */
export function mendLists(parent: Root | Element): void {
  parent.children = (parent.children as ElementContent[]).flatMap((child) => {
    if (child.type !== "element") return [child];
    mendLists(child);
    return child.tagName === "dl" ? mendList(child) : [child];
  });
}

const isNamed = (name: string) => (node: ElementContent) => node.type === "element" && node.tagName === name;

function mendList(list: Element): ElementContent[] {
  const first = list.children.findIndex(isNamed("dt"));
  const last = list.children.findLastIndex(isNamed("dd"));
  if (first === -1) return [toIndented(list.children)];
  if (last === -1) return [toElement("ul", rename(list.children, "dt", "li"))];
  const indented = first === 0 ? [] : [toIndented(list.children.slice(0, first))];
  const children = list.children.slice(first);
  // A term has a description, be it empty.
  if (list.children.findLastIndex(isNamed("dt")) > last) children.push(toElement("dd", []));
  return [...indented, toElement("dl", children)];
}

const toElement = (tagName: string, children: ElementContent[], properties: Element["properties"] = {}): Element => ({
  type: "element",
  tagName,
  properties,
  children,
});

const toIndented = (children: ElementContent[]) =>
  toElement("div", rename(children, "dd", "div"), { className: ["indented"] });

const rename = (children: ElementContent[], from: string, to: string): ElementContent[] =>
  children.map((child) => (child.type === "element" && child.tagName === from ? { ...child, tagName: to } : child));
