import { createCssVariablesTheme, type ShikiTransformer } from "shiki";

const PREFIX = "--code-";

/** Shiki's colours as classes instead of style attributes, which a strict Content-Security-Policy forbids. */
const classesInsteadOfStyles: ShikiTransformer = {
  name: "classes-instead-of-styles",
  pre(node) {
    delete node.properties.style;
  },
  span(node) {
    const token = /var\(--code-token-([a-z-]+)\)/.exec(String(node.properties.style ?? ""))?.[1];
    delete node.properties.style;
    if (token) node.properties.class = `token-${token}`;
  },
};

/** How code is highlighted, in components and in MDX; the colours stand in styles/code.css. */
export const codeTheme = {
  theme: createCssVariablesTheme({ name: "wasclean", variablePrefix: PREFIX }),
  transformers: [classesInsteadOfStyles],
};
