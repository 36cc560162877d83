import { describe, expect, test } from "vitest";
import { supportWords } from "../words/index.ts";
import { toPlainText } from "./plain-text.ts";
import type { Cell, Table } from "./table.ts";
import { toCsv } from "./to-csv.ts";
import { toHtmlTable } from "./to-html-table.ts";
import { toMarkdownTable } from "./to-markdown-table.ts";

const tableOf = (cell: Cell, rest: Partial<Table> = {}): Table => ({
  caption: "A <b>",
  head: ["name", "value"],
  rows: [["a", cell]],
  source: "Source: x & y.",
  ...rest,
});

// The cell, and how it stands in CSV, Markdown and HTML.
const CELLS: [Cell, string, string, string][] = [
  [null, "", "–", "–"],
  ["", '""', "", ""],
  ["plain", "plain", "plain", "plain"],
  ["a,b", '"a,b"', "a,b", "a,b"],
  ['say "x"', '"say ""x"""', 'say "x"', "say &quot;x&quot;"],
  ["two\nlines", '"two\nlines"', "two lines", "two\nlines"],
  [" padded", '" padded"', "padded", " padded"],
  ["a|b", "a|b", "a\\|b", "a|b"],
  ["a\\|b", "a\\|b", "a\\\\\\|b", "a\\|b"],
  [
    "<script>alert('1')</script>",
    "<script>alert('1')</script>",
    "\\<script\\>alert('1')\\</script\\>",
    "&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;",
  ],
  ["&lt;", "&lt;", "&amp;lt;", "&amp;lt;"],
  ["*_`[x](y)", "*_`[x](y)", "\\*\\_\\`\\[x\\](y)", "*_`[x](y)"],
  ["nul\0bom\ufeff", "nul\\u0000bom\\ufeff", "nul\\\\u0000bom\\\\ufeff", "nul\\u0000bom\\ufeff"],
];

describe.each(CELLS)("the cell %j", (cell, csv, markdown, html) => {
  test("in CSV", () => expect(toCsv(tableOf(cell))).toBe(`name,value\r\na,${csv}\r\n`));
  test("in Markdown", () => {
    const line = toMarkdownTable(tableOf(cell)).split("\n")[2] ?? "";
    expect(line.replace(/^\| a {4}\| /, "").replace(/ *\|$/, "")).toBe(markdown);
  });
  test("in HTML", () => expect(toHtmlTable(tableOf(cell))).toContain(`<td>${html}</td>`));
});

test("Markdown puts notes and source below the table, and has all columns alike in width", () => {
  expect(toMarkdownTable(tableOf("1 [1]", { notes: ["As <b>."] }))).toMatchInlineSnapshot(`
    "| name | value   |
    | ---- | ------- |
    | a    | 1 \\[1\\] |

    1. As \\<b\\>.

    Source: x &amp; y.
    "
  `);
});

test("HTML is one table with caption, heads of rows and columns, notes and source", () => {
  expect(toHtmlTable(tableOf("1 [1]", { notes: ["As <b>."] }))).toMatchInlineSnapshot(`
    "<table>
    <caption>A &lt;b&gt;</caption>
    <thead><tr><th scope="col">name</th><th scope="col">value</th></tr></thead>
    <tbody>
    <tr><th scope="row">a</th><td>1 [1]</td></tr>
    </tbody>
    <tfoot><tr><td colspan="2"><ol><li>As &lt;b&gt;.</li></ol><p>Source: x &amp; y.</p></td></tr></tfoot>
    </table>
    "
  `);
});

test.each([
  ["<code>a</code> &amp;lt; &#x3c;&#60;&nbsp;b", "a &lt; <<\u00a0b"],
  ['see <a href="https://bugzil.la/711205">bug 711205</a>', "see bug 711205 (https://bugzil.la/711205)"],
  ["&unknown; 1 < 2 > 0", "&unknown; 1 < 2 > 0"],
])("%j as plain text", (html, text) => expect(toPlainText(html)).toBe(text));

test.each([
  [{ version_added: "15" }, "15"],
  [{ version_added: "≤37" }, "≤37"],
  [{ version_added: "preview" }, "preview"],
  [{ version_added: false as const }, "no"],
  [{ version_added: "7", version_removed: "11", version_last: "10", prefix: "Moz" }, "7–10 (prefix Moz)"],
  [{ version_added: "7", version_removed: "8", version_last: "7" }, "7"],
  [{ version_added: "7", version_removed: "8" }, "7 to before 8"],
  [
    {
      version_added: "3",
      flags: [{ type: "preference" as const, name: "x.y" }],
      partial_implementation: true as const,
    },
    "3 (behind x.y, partial)",
  ],
  [{ version_added: "3", alternative_name: "MozSocket" }, "3 (as MozSocket)"],
])("%j in words", (statement, words) => expect(supportWords(statement)).toBe(words));
