import { element } from "../ui/element.ts";
import { noteOf } from "../ui/panel.ts";
import type { LaidRow, SequenceLayout } from "./sequence-layout.ts";
import type { ShapeAttributes } from "./sequence-shapes.ts";
import { SEQUENCE_WORDS, svgAttributes, titleOf } from "./sequence-svg.ts";

/** A diagram in the document. */
export interface DrawnSequence {
  /** The diagram, its notes, and the same as text. */
  elements: Element[];
  /** Draws new and changed rows, and moves the others into place. */
  update(layout: SequenceLayout, notes: readonly string[]): void;
}

/** Makes an empty diagram. */
export function drawSequence(): DrawnSequence {
  const groups = svgElement("g");
  const svg = svgElement("svg", {}, ...SEQUENCE_WORDS.map(([tag, words]) => svgElement(tag, {}, words)), groups);
  const list = element("ol");
  const notes = element("div");
  const updateGroups = createKeyedList(groups, () => svgElement("g"), fillGroup);
  const updateItems = createKeyedList(list, () => element("li"), fillItem);
  return {
    elements: [svg, notes, element("details", {}, element("summary", {}, "As text"), list)],
    update(layout, words) {
      setAttributes(svg, svgAttributes(layout));
      updateGroups(layout.rows);
      updateItems(layout.rows.slice(1, -1));
      notes.replaceChildren(...words.map(noteOf));
    },
  };
}

function fillGroup(group: Element, row: LaidRow): void {
  setAttributes(group, { class: row.name, transform: `translate(0 ${row.y})` });
  const drawn = row.shapes.map(([tag, attributes, text = ""]) => svgElement(tag, attributes, text));
  group.replaceChildren(svgElement("title", {}, titleOf(row)), ...drawn);
}

function fillItem(item: Element, { words }: LaidRow): void {
  const spans = ["time", "name", "words"].map((name, index) => element("span", { class: name }, words[index] ?? ""));
  item.replaceChildren(...spans.flatMap((span) => [span, " "]));
}

/** Keeps the children of `parent` in step with the rows: a child is made once for its key, and filled again when its row changes. */
function createKeyedList(parent: Element, make: () => Element, fill: (child: Element, row: LaidRow) => void) {
  const known = new Map<string, [child: Element, content: string]>();
  return (rows: readonly LaidRow[]) => {
    const keys = new Set<string>();
    for (const [index, row] of rows.entries()) {
      const content = JSON.stringify(row);
      const [child, old] = known.get(row.key) ?? [make(), ""];
      if (content !== old) fill(child, row);
      known.set(row.key, [child, content]);
      keys.add(row.key);
      const there = parent.children[index] ?? null;
      if (there !== child) parent.insertBefore(child, there);
    }
    for (const [key, [child]] of known) if (!keys.has(key) && known.delete(key)) child.remove();
  };
}

function svgElement(tag: string, attributes: ShapeAttributes = {}, ...children: (Node | string)[]): Element {
  const created = document.createElementNS("http://www.w3.org/2000/svg", tag);
  setAttributes(created, attributes);
  created.append(...children);
  return created;
}

function setAttributes(element: Element, attributes: ShapeAttributes): void {
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, String(value));
}
