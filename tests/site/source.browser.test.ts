import { hash } from "node:crypto";
import { HtmlValidate } from "html-validate";
import { describe, expect, test } from "vitest";
import { DIST, readPages, SAMPLES } from "./kinds.ts";
import { readStartTags } from "./markup.ts";

const pages = readPages(DIST);

const validator = new HtmlValidate({
  root: true,
  extends: ["html-validate:recommended"],
  rules: {
    // A table laid out as blocks on a phone loses its roles in some browsers; so they are written out.
    "no-redundant-role": "off",
    // The forms are shown by scripts, and act on every change.
    "wcag/h32": "off",
    // Permalinks of headings may begin with a digit.
    "valid-id": ["error", { relaxed: true }],
  },
});

describe.each(SAMPLES)("%s: %s", (_, sample) => {
  test("html-validate finds nothing", () => {
    const { results } = validator.validateStringSync(pages.get(sample) ?? "", sample);
    const messages = results.flatMap((result) => result.messages);
    expect(messages.map(({ ruleId, message, selector }) => `${ruleId}: ${message} ${selector}`)).toEqual([]);
  });
});

/** The directives of a policy, by name. */
const toDirectives = (policy: string) =>
  new Map(
    policy.split(";").map((directive) => {
      const [name = "", ...values] = directive.trim().split(/\s+/);
      return [name, values] as const;
    }),
  );

/** What of a page is not as strict as it is meant to be. */
function findLaxness(html: string): string[] {
  const tags = readStartTags(html);
  const found: string[] = [];
  const policies = tags.filter(
    ({ attributes }) => attributes.get("http-equiv")?.toLowerCase() === "content-security-policy",
  );
  if (policies.length !== 1) found.push(`${policies.length} policies`);
  const policy = policies[0]?.attributes.get("content") ?? "";
  const directives = toDirectives(policy);
  if (directives.get("default-src")?.join() !== "'none'") found.push("default-src is not 'none'");
  if (!directives.has("require-trusted-types-for")) found.push("no Trusted Types");
  // connect-src is wide: readers connect to addresses of their own choice.
  for (const [name, sources] of directives)
    if (name !== "connect-src" && /'unsafe-|\*|https?:/.test(sources.join(" "))) found.push(`a lax source in ${name}`);
  const runs = tags.findIndex(({ name, attributes }) => name === "script" || attributes.get("rel") === "stylesheet");
  const meta = tags.findIndex(
    ({ attributes }) => attributes.has("http-equiv") && attributes === policies[0]?.attributes,
  );
  if (runs !== -1 && runs < meta) found.push("a script or style before the policy");
  for (const { name, attributes, content } of tags) {
    for (const key of attributes.keys()) if (key === "style" || key.startsWith("on")) found.push(`${name} with ${key}`);
    const inline = (name === "script" && !attributes.has("src") && !isData(attributes.get("type"))) || name === "style";
    const source = `'sha256-${hash("sha256", content, "base64")}'`;
    if (inline && !directives.get(`${name}-src`)?.includes(source)) found.push(`${name} without ${source}`);
  }
  return found;
}

/** A script element that holds data is not run, so no policy asks for its hash. */
const isData = (type = "") => type.endsWith("json");

test("a strict policy binds the scripts and styles of every page", () => {
  const lax = [...pages].flatMap(([address, html]) => findLaxness(html).map((message) => `${address}: ${message}`));
  expect(lax).toEqual([]);
});

test.each([
  ["no policy", "<script src=a.js></script>", "0 policies"],
  ["a lax one", `<meta http-equiv="content-security-policy" content="script-src 'unsafe-inline'">`, "a lax source"],
  ["a style attribute", '<p style="color: red">', "p with style"],
  ["a handler", "<p onclick=x()>", "p with onclick"],
  ["a script without its hash", "<script>x()</script>", "script without 'sha256-"],
])("the check sees %s", (_, html, message) => {
  expect(findLaxness(html)).toContainEqual(expect.stringContaining(message));
});
