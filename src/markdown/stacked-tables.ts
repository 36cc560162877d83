import type { Element, ElementContent } from "hast";
import type { HastPluginDefinition, HastVisitorContext } from "satteri";

/** Tables with fewer columns fit beside each other on a phone as well. */
const FEWEST = 3;

const elementsOf = (node: Readonly<Element>) => node.children.filter((child) => child.type === "element");

const toElement = (tagName: string, properties: Element["properties"], children: ElementContent[]): Element => ({
  type: "element",
  tagName,
  properties,
  children,
});

/**
 * Lets a phone lay out the cells of a table of Markdown below each other, as components/table/stacked.css does: each cell
 * names its column, the first of a row is the row's header, and ARIA roles replace those that another `display` removes.
 */
export const stackedTables: HastPluginDefinition = {
  name: "stacked-tables",
  element: {
    filter: ["table"],
    visit(table, ctx) {
      const [head, ...bodies] = elementsOf(table);
      const headers = head ? elementsOf(head).flatMap(elementsOf) : [];
      if (!head || headers.length < FEWEST) return;
      ctx.setProperty(table, "role", "table");
      for (const group of [head, ...bodies]) ctx.setProperty(group, "role", "rowgroup");
      for (const row of [head, ...bodies].flatMap(elementsOf)) ctx.setProperty(row, "role", "row");
      for (const header of headers) {
        ctx.setProperty(header, "role", "columnheader");
        ctx.setProperty(header, "scope", "col");
      }
      const labels = headers.map((header) => ctx.textContent(header));
      for (const row of bodies.flatMap(elementsOf)) markCells(row, labels, ctx);
    },
  },
};

function markCells(row: Readonly<Element>, labels: readonly string[], ctx: HastVisitorContext): void {
  for (const [column, cell] of elementsOf(row).entries()) {
    const children = [...cell.children];
    ctx.replaceNode(
      cell,
      column === 0
        ? toElement("th", { role: "rowheader", scope: "row" }, children)
        : toElement("td", { role: "cell", dataLabel: labels[column] ?? "" }, [toElement("span", {}, children)]),
    );
  }
}
