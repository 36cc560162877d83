import { type Cell, showControls, type Table } from "./table.ts";

/** A table as one HTML `table` element: all text is escaped, notes and source stand in its `tfoot`. */
export function toHtmlTable({ caption, head, rows, notes = [], source }: Table): string {
  return [
    "<table>",
    `<caption>${escapeHtml(caption)}</caption>`,
    `<thead>${toRow(head.map((cell) => toCell("th", cell, ' scope="col"')))}</thead>`,
    "<tbody>",
    ...rows.map(([name = null, ...cells]) =>
      toRow([toCell("th", name, ' scope="row"'), ...cells.map((cell) => toCell("td", cell))]),
    ),
    "</tbody>",
    `<tfoot><tr><td colspan="${head.length}">${toList(notes)}<p>${escapeHtml(source)}</p></td></tr></tfoot>`,
    "</table>\n",
  ].join("\n");
}

const toRow = (cells: string[]) => `<tr>${cells.join("")}</tr>`;
const toCell = (name: "th" | "td", cell: Cell, attribute = "") =>
  `<${name}${attribute}>${escapeHtml(cell ?? "–")}</${name}>`;
const toList = (notes: string[]) =>
  notes.length === 0 ? "" : `<ol>${notes.map((note) => `<li>${escapeHtml(note)}</li>`).join("")}</ol>`;

const ENTITIES: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

/** Text escaped for any place, attributes included. */
const escapeHtml = (text: string): string =>
  showControls(text).replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
