const ROW = /<tr>(.*?)<\/tr>/gs;
const CELL = /<t([hd])([^>]*)>(.*?)<\/t\1>/gs;

/** Tables with fewer columns fit beside each other on a phone as well. */
const FEWEST = 3;

const toLabel = (html: string) => html.replaceAll(/<[^>]*>/g, "").replaceAll('"', "&quot;");

/**
 * The rows of a table of Markdown, so that a phone can lay them out below each other: each cell has the name of its
 * column, the first of a row is its head, and the roles are said, which another layout takes away. `null` for a table
 * that is left as it is. The HTML is what Markdown makes, without nested tables.
 */
export function toStackedTable(html: string): string | null {
  const labels = [...(/<thead>(.*?)<\/thead>/s.exec(html)?.[1] ?? "").matchAll(CELL)].map(([, , , text = ""]) => text);
  if (labels.length < FEWEST) return null;
  return html.replaceAll(/<(thead|tbody)>/g, '<$1 role="rowgroup">').replaceAll(ROW, (_, cells: string) => {
    let column = 0;
    const changed = cells.replaceAll(CELL, (_, kind: string, attributes: string, content: string) => {
      const label = labels[column++] ?? "";
      if (kind === "h") return `<th role="columnheader" scope="col"${attributes}>${content}</th>`;
      if (column === 1) return `<th role="rowheader" scope="row"${attributes}>${content}</th>`;
      return `<td role="cell" data-label="${toLabel(label)}"${attributes}><span>${content}</span></td>`;
    });
    return `<tr role="row">${changed}</tr>`;
  });
}
