import type { Nodes } from "hast";
import { BLOCK_ELEMENTS } from "./html-elements.ts";

/** The plain text of a tree: each block and table cell on its own line, white space collapsed as in a browser. */
export function toText(root: Nodes): string {
  const parts: string[] = [];
  const walk = (node: Nodes, isPreformatted: boolean) => {
    if (node.type === "text") parts.push(isPreformatted ? node.value : node.value.replace(/[^\S\u00a0]+/g, " "));
    if (!("children" in node)) return;
    const tagName = node.type === "element" ? node.tagName : "";
    const isBlock = BLOCK_ELEMENTS.has(tagName);
    if (tagName === "br" || isBlock) parts.push("\n");
    for (const child of node.children) walk(child as Nodes, isPreformatted || tagName === "pre");
    if (isBlock) parts.push("\n");
  };
  walk(root, false);
  // Line by line, so that no pattern can run over the whole text more than once.
  const lines = parts
    .join("")
    .split("\n")
    .map((line) => line.trim());
  return lines
    .filter((line, index) => line !== "" || lines[index - 1] !== "")
    .join("\n")
    .trim();
}
