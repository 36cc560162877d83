import { expect, test } from "vitest";
import { toStackedTable } from "./stacked-table.ts";

const toTable = (head: string[], cells: string[]) =>
  `<thead><tr>${head.map((text) => `<th>${text}</th>`).join("")}</tr></thead><tbody><tr>${cells.map((text) => `<td>${text}</td>`).join("")}</tr></tbody>`;

test("each cell names its column, and the first is the head of its row", () => {
  expect(toStackedTable(toTable(["With", "<code>a</code>", "b"], ["x", "y <b>z</b>", ""]))).toMatchInlineSnapshot(
    `"<thead role="rowgroup"><tr role="row"><th role="columnheader" scope="col">With</th><th role="columnheader" scope="col"><code>a</code></th><th role="columnheader" scope="col">b</th></tr></thead><tbody role="rowgroup"><tr role="row"><th role="rowheader" scope="row">x</th><td role="cell" data-label="a"><span>y <b>z</b></span></td><td role="cell" data-label="b"><span></span></td></tr></tbody>"`,
  );
});

test("a table of two columns is left as it is", () => {
  expect(toStackedTable(toTable(["When", "Code"], ["always", "1000"]))).toBeNull();
});
