import { markdownToHtml, mdxToJs } from "satteri";
import { describe, expect, test } from "vitest";
import { fencedCode } from "./fenced-code.ts";
import { stackedTables } from "./stacked-tables.ts";

const toHtml = async (markdown: string) =>
  (await markdownToHtml(markdown, { hastPlugins: [stackedTables, fencedCode] })).html.replaceAll("\n", "");

describe("tables", () => {
  test("each cell names its column, and the first is the header of its row", async () => {
    expect(await toHtml('| With | `a` "1" | b |\n| - | - | - |\n| x | y **z** | |')).toMatchInlineSnapshot(
      `"<table role="table"><thead role="rowgroup"><tr role="row"><th role="columnheader" scope="col">With</th><th role="columnheader" scope="col"><code>a</code> "1"</th><th role="columnheader" scope="col">b</th></tr></thead><tbody role="rowgroup"><tr role="row"><th role="rowheader" scope="row">x</th><td role="cell" data-label="a &quot;1&quot;"><span>y <strong>z</strong></span></td><td role="cell" data-label="b"><span></span></td></tr></tbody></table>"`,
    );
  });

  test("a table of two columns is left as it is", async () => {
    expect(await toHtml("| When | Code |\n| - | - |\n| always | 1000 |")).toContain("<table><thead><tr><th>When</th>");
  });
});

describe("fenced code", () => {
  test("becomes a component in MDX, with its text as it was written", async () => {
    const { code } = await mdxToJs('```js\nsocket.send("<b>&amp;\\n");\n```', { hastPlugins: [fencedCode] });
    expect(code).toContain('"socket.send(\\"<b>&amp;\\\\n\\");"');
    expect(code).toContain('language: "js"');
    expect(code).not.toContain('"pre"');
  });

  test("stays as it is in Markdown, which has no components", async () => {
    expect(await toHtml("```js\na < b\n```")).toBe('<pre><code class="language-js">a &lt; b</code></pre>');
  });
});
