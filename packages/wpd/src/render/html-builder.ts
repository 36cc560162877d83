import type { Element, ElementContent, Properties, Root, RootContent } from "hast";
import { BLOCK_ELEMENTS, PARAGRAPH_PARENTS, STRUCTURE, VOID_ELEMENTS } from "./html-elements.ts";

/** How deep elements may nest; deeper tags are dropped, their content kept. Far more than any reader can follow. */
const MAX_ELEMENT_DEPTH = 60;

/** How many elements of formatting are opened again: tags in disorder would each repeat all that are open. */
const MAX_REOPENED = 10_000;

/** Elements that own the items and cells in them; a list or table around them does not. */
const LISTS_AND_TABLES: ReadonlySet<string> = new Set(["dl", "ol", "table", "ul"]);

/** Elements that end a caption, or a cell outside of any row. */
const TABLE_PARTS: ReadonlySet<string> = new Set(["caption", "td", "th", "tr"]);

/** The element to put between a parent and a child that the parent cannot hold. */
const BETWEEN: Readonly<Record<string, string>> = { ul: "li", ol: "li", dl: "dd", table: "tr", tr: "td" };

/** Builds a well-formed tree from tags and text in any order and balance, as wikitext has them. */
export class HtmlBuilder {
  readonly root: Root = { type: "root", children: [] };
  readonly #stack: Element[] = [];
  /** The number of open elements by tag name. */
  readonly #openCount = new Map<string, number>();
  /** The number of tags dropped because of their depth, by tag name. */
  readonly #dropped = new Map<string, number>();

  /** The number of elements that were opened again. */
  #reopened = 0;

  /** The number of open elements. */
  get depth(): number {
    return this.#stack.length;
  }

  /** Whether an element of this name is open above `depth`. */
  isOpen(tagName: string, depth = 0): boolean {
    return (this.#openCount.get(tagName) ?? 0) > 0 && this.#indexOf(tagName) >= depth;
  }

  /** Opens an element, after closing the elements that may not hold it. */
  open(tagName: string, properties?: Properties): void {
    if (this.depth >= MAX_ELEMENT_DEPTH && !VOID_ELEMENTS.has(tagName)) {
      this.#dropped.set(tagName, (this.#dropped.get(tagName) ?? 0) + 1);
      return;
    }
    if (BLOCK_ELEMENTS.has(tagName)) {
      this.endParagraph();
      this.#endSiblings(tagName);
    } else if (this.#wantsParagraph() && tagName !== "br") this.#push("p");
    this.#fit(tagName);
    this.#push(tagName, properties);
  }

  /** Closes the nearest open element of this name and all inside it; formatting that it crosses is opened again. */
  close(tagName: string): void {
    const drops = this.#dropped.get(tagName) ?? 0;
    if (drops > 0) {
      this.#dropped.set(tagName, drops - 1);
      return;
    }
    if (!this.#openCount.get(tagName)) return;
    const index = this.#indexOf(tagName);
    const crossed = this.#stack.slice(index + 1);
    // A formatting tag does not close the block that it stands in, e.g. a stray </b> in a table cell.
    if (!BLOCK_ELEMENTS.has(tagName) && crossed.some((element) => BLOCK_ELEMENTS.has(element.tagName))) return;
    this.closeTo(index);
    if (BLOCK_ELEMENTS.has(tagName)) return;
    for (const element of crossed)
      if (this.#reopened++ < MAX_REOPENED) this.#push(element.tagName, { ...element.properties });
  }

  /** Adds text; it begins a paragraph where it may not stand outside of one. */
  text(value: string): void {
    if (value === "") return;
    if (value.trim() === "" && this.#isBetweenBlocks()) {
      if (this.#parentName() === "pre" || this.#parent().children.length > 0) this.#append({ type: "text", value });
      return;
    }
    this.#fit("#text");
    if (this.#wantsParagraph()) this.#push("p");
    const last = this.#parent().children.at(-1);
    if (last?.type === "text") last.value += value;
    else this.#append({ type: "text", value });
  }

  /** Adds a finished tree. */
  add(node: ElementContent): void {
    if (node.type === "element" && BLOCK_ELEMENTS.has(node.tagName)) this.endParagraph();
    else if (this.#wantsParagraph()) this.#push("p");
    this.#fit("#node");
    this.#append(node);
  }

  /** Ends the paragraph, if one is open. */
  endParagraph(): void {
    const index = this.#openCount.get("p") ? this.#indexOf("p") : -1;
    const blockAbove = this.#stack.findLastIndex((element) => BLOCK_ELEMENTS.has(element.tagName));
    if (index !== -1 && index === blockAbove) this.closeTo(index);
  }

  /** Closes the innermost elements until `depth` are open. */
  closeTo(depth: number): void {
    while (this.depth > depth) this.#pop();
  }

  /** Closes list items, cells and the like that end where a sibling begins. */
  #endSiblings(tagName: string): void {
    const holder = this.#stack.findLastIndex((element) => STRUCTURE[element.tagName]?.includes(tagName));
    const nearest = this.#stack.findLastIndex((element) => LISTS_AND_TABLES.has(element.tagName));
    if (holder !== -1 && holder >= nearest) this.closeTo(holder + 1);
    else if (TABLE_PARTS.has(tagName) && this.#stack[nearest]?.tagName === "table") this.closeTo(nearest + 1);
  }

  /** Opens the elements that must stand between the parent and this child, e.g. a row between a table and text. */
  #fit(tagName: string): void {
    for (;;) {
      const holder = this.#parentName();
      const allowed = STRUCTURE[holder];
      if (!allowed || allowed.includes(tagName)) return;
      this.#push(BETWEEN[holder] ?? "div");
    }
  }

  #push(tagName: string, properties: Properties = {}): void {
    const element: Element = { type: "element", tagName, properties, children: [] };
    this.#append(element);
    if (VOID_ELEMENTS.has(tagName)) return;
    this.#stack.push(element);
    this.#openCount.set(tagName, (this.#openCount.get(tagName) ?? 0) + 1);
  }

  #pop(): void {
    const { children, tagName } = this.#stack.pop() as Element;
    this.#openCount.set(tagName, (this.#openCount.get(tagName) as number) - 1);
    // Formatting that was opened again and found nothing to format.
    if (children.length === 0 && !BLOCK_ELEMENTS.has(tagName)) this.#parent().children.pop();
  }

  #append(node: RootContent): void {
    this.#parent().children.push(node as ElementContent);
  }

  #parent(): Element | Root {
    return this.#stack.at(-1) ?? this.root;
  }

  /** The parent's tag name; empty at the root. */
  #parentName(): string {
    return this.#stack.at(-1)?.tagName ?? "";
  }

  #indexOf(tagName: string): number {
    return this.#stack.findLastIndex((element) => element.tagName === tagName);
  }

  #wantsParagraph(): boolean {
    return PARAGRAPH_PARENTS.has(this.#parentName());
  }

  /** Whether white space at this place separates no words. */
  #isBetweenBlocks(): boolean {
    const name = this.#parentName();
    return PARAGRAPH_PARENTS.has(name) || Object.hasOwn(STRUCTURE, name) || BLOCK_ELEMENTS.has(name);
  }
}
