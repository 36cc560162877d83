import type { Element, ElementContent, Properties, Root, RootContent } from "hast";
import { BLOCK_ELEMENTS, PARAGRAPH_PARENTS, STRUCTURE, VOID_ELEMENTS } from "./html-elements.ts";

/** How deep elements may nest; deeper tags are dropped, their content kept. Far more than any reader can follow. */
const MAX_ELEMENT_DEPTH = 60;

/** Takes tags and text as wikitext has them, in any order and balance, and makes a well-formed tree of them. */
export interface HtmlBuilder {
  /** Opens an element, after closing what may not hold it. */
  open(tagName: string, properties?: Properties): void;
  /** Closes the nearest open element of this name, and all inside it; formatting that was closed by that is opened again. */
  close(tagName: string): void;
  /** Adds text; outside a paragraph where one belongs, it begins one. */
  text(value: string): void;
  /** Adds a finished tree. */
  add(node: ElementContent): void;
  /** Ends the paragraph, if one is open. */
  endParagraph(): void;
  /** Closes whatever was opened since `depth` was asked for. */
  closeTo(depth: number): void;
  /** How many elements are open. */
  depth(): number;
  /** Whether such an element is open above `depth`. */
  isOpen(tagName: string, depth?: number): boolean;
  root: Root;
}

/** Inside one of these, an item or a cell belongs to it and not to a list or table around it. */
const LISTS_AND_TABLES: ReadonlySet<string> = new Set(["dl", "ol", "table", "ul"]);

/** What ends a caption, or a cell outside of any row. */
const TABLE_PARTS: ReadonlySet<string> = new Set(["caption", "td", "th", "tr"]);

/** Where a new child that its parent cannot hold may go instead: the element to put in between. */
const BETWEEN: Readonly<Record<string, string>> = { ul: "li", ol: "li", dl: "dd", table: "tr", tr: "td" };

/** Makes an empty builder. */
export function createHtmlBuilder(): HtmlBuilder {
  const root: Root = { type: "root", children: [] };
  const stack: Element[] = [];
  const openCount = new Map<string, number>();
  const dropped = new Map<string, number>();

  const parent = (): Element | Root => stack.at(-1) ?? root;
  const nameOf = (node: Element | Root) => (node.type === "root" ? "" : node.tagName);
  const append = (node: RootContent) => {
    parent().children.push(node as ElementContent);
  };
  const push = (tagName: string, properties: Properties = {}) => {
    const element: Element = { type: "element", tagName, properties, children: [] };
    append(element);
    if (VOID_ELEMENTS.has(tagName)) return;
    stack.push(element);
    openCount.set(tagName, (openCount.get(tagName) ?? 0) + 1);
  };
  const pop = (): Element => {
    const element = stack.pop() as Element;
    openCount.set(element.tagName, (openCount.get(element.tagName) as number) - 1);
    // Formatting that was opened again and found nothing to format.
    if (element.children.length === 0 && !BLOCK_ELEMENTS.has(element.tagName)) parent().children.pop();
    return element;
  };
  const closeTo = (depth: number) => {
    while (stack.length > depth) pop();
  };
  const indexOf = (tagName: string) => stack.findLastIndex((element) => element.tagName === tagName);
  const endParagraph = () => {
    const index = openCount.get("p") ? indexOf("p") : -1;
    const blockAbove = stack.findLastIndex((element) => BLOCK_ELEMENTS.has(element.tagName));
    if (index !== -1 && index === blockAbove) closeTo(index);
  };

  /** Closes list items, cells and the like that end where a sibling begins. */
  const endSiblings = (tagName: string) => {
    const holder = stack.findLastIndex((element) => STRUCTURE[element.tagName]?.includes(tagName));
    const nearest = stack.findLastIndex((element) => LISTS_AND_TABLES.has(element.tagName));
    if (holder !== -1 && holder >= nearest) closeTo(holder + 1);
    else if (TABLE_PARTS.has(tagName) && stack[nearest]?.tagName === "table") closeTo(nearest + 1);
  };

  /** Puts what must stand between the parent and this child, e.g. a row between a table and text. */
  const fit = (tagName: string) => {
    for (;;) {
      const holder = nameOf(parent());
      const allowed = STRUCTURE[holder];
      if (!allowed || allowed.includes(tagName)) return;
      push(BETWEEN[holder] ?? "div");
    }
  };

  const builder: HtmlBuilder = {
    root,
    open(tagName, properties) {
      if (stack.length >= MAX_ELEMENT_DEPTH && !VOID_ELEMENTS.has(tagName)) {
        dropped.set(tagName, (dropped.get(tagName) ?? 0) + 1);
        return;
      }
      if (BLOCK_ELEMENTS.has(tagName)) {
        endParagraph();
        endSiblings(tagName);
      } else if (PARAGRAPH_PARENTS.has(nameOf(parent())) && tagName !== "br") push("p");
      fit(tagName);
      push(tagName, properties);
    },
    close(tagName) {
      const drops = dropped.get(tagName) ?? 0;
      if (drops > 0) {
        dropped.set(tagName, drops - 1);
        return;
      }
      if (!openCount.get(tagName)) return;
      const index = indexOf(tagName);
      const crossed = stack.slice(index + 1);
      // A formatting tag does not close the block that it stands in, e.g. a stray </b> in a table cell.
      if (!BLOCK_ELEMENTS.has(tagName) && crossed.some((element) => BLOCK_ELEMENTS.has(element.tagName))) return;
      closeTo(index);
      if (BLOCK_ELEMENTS.has(tagName)) return;
      for (const element of crossed) push(element.tagName, { ...element.properties });
    },
    text(value) {
      if (value === "") return;
      const isBlank = value.trim() === "";
      const holder = nameOf(parent());
      if (isBlank && (PARAGRAPH_PARENTS.has(holder) || holder in STRUCTURE || BLOCK_ELEMENTS.has(holder))) {
        if (holder === "pre" || parent().children.length > 0) append({ type: "text", value });
        return;
      }
      fit("#text");
      if (PARAGRAPH_PARENTS.has(nameOf(parent()))) push("p");
      const last = parent().children.at(-1);
      if (last?.type === "text") last.value += value;
      else append({ type: "text", value });
    },
    add(node) {
      if (node.type === "element" && BLOCK_ELEMENTS.has(node.tagName)) endParagraph();
      else if (PARAGRAPH_PARENTS.has(nameOf(parent()))) push("p");
      fit("#node");
      append(node);
    },
    endParagraph,
    closeTo,
    depth: () => stack.length,
    isOpen: (tagName, depth = 0) => (openCount.get(tagName) ?? 0) > 0 && indexOf(tagName) >= depth,
  };
  return builder;
}
