import { expect, test } from "vitest";
import { frameTag, scriptTag } from "./embed-tags.ts";

const HOSTILE = `"><script>alert(1)</script>&`;

test("the tag has what was chosen, escaped", () => {
  const tag = scriptTag("https://a.example/p.js", "sha384-x", { ending: "fin-no-close", reason: HOSTILE });
  expect(tag).toContain('src="https://a.example/p.js" integrity="sha384-x" crossorigin');
  expect(tag).toContain('ending="fin-no-close" reason="&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;&amp;"');
});

test("the frame has it in its query, but no lab", () => {
  const tag = frameTag("https://a.example/embed/frame/", { code: "4001", lab: "https://b.example/", reason: HOSTILE });
  expect(tag).toContain('src="https://a.example/embed/frame/?code=4001&amp;reason=%22%3E%3Cscript');
  expect(tag).not.toContain("b.example");
  expect(tag).toContain(`width="100%" height="900"`);
});
