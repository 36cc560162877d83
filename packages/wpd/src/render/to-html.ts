import type { Root } from "hast";
import { type Schema, sanitize } from "hast-util-sanitize";
import { toHtml as serialize } from "hast-util-to-html";
import { ATTRIBUTES, ELEMENTS } from "./html-elements.ts";

/** The allow-list: everything else is removed, whatever the renderer made. */
const SANITIZE_SCHEMA: Schema = {
  strip: [],
  clobber: [],
  tagNames: [...new Set([...Object.values(ELEMENTS), "a", "pre"])],
  ancestors: {
    caption: ["table"],
    dd: ["dl"],
    dt: ["dl"],
    li: ["ol", "ul"],
    td: ["table"],
    th: ["table"],
    tr: ["table"],
  },
  attributes: {
    ...Object.fromEntries(Object.entries(ATTRIBUTES).map(([tag, names]) => [tag, [...names]])),
    a: ["href", ["rel", "nofollow"]],
    code: [["className", /^language-[a-z0-9-]+$/]],
    span: [["className", "missing-page", "missing-file"]],
  },
  protocols: { href: ["http", "https", "mailto", "ftp"] },
};

/** Serializes a tree as HTML for a page; only elements and attributes on the allow-list are markup. */
export function toHtml(root: Root): string {
  return serialize(sanitize(root, SANITIZE_SCHEMA) as Root).trim();
}
