import type { HastPluginDefinition } from "satteri";

const toLanguage = (className: unknown): string =>
  String(Array.isArray(className) ? className[0] : "").replace("language-", "");

/** Makes a fenced block of MDX a `CodeSample`, a component that the page has to pass to its content. */
export const fencedCode: HastPluginDefinition = {
  name: "fenced-code",
  element: {
    filter: ["pre"],
    visit(node, ctx) {
      const [code] = node.children;
      if (ctx.sourceFormat !== "mdx" || code?.type !== "element") return;
      const attributes = { code: ctx.textContent(code).trimEnd(), language: toLanguage(code.properties.className) };
      return {
        type: "mdxJsxFlowElement",
        name: "CodeSample",
        attributes: Object.entries(attributes).map(([name, value]) => ({ type: "mdxJsxAttribute", name, value })),
        children: [],
      };
    },
  },
};
