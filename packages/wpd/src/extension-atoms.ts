import { decodeHTMLStrict } from "entities";
import type { ElementContent } from "hast";
import { type Atom, withoutMarks } from "./atoms.ts";
import type { HtmlBuilder } from "./html-builder.ts";
import type { ExtensionNode } from "./nodes.ts";
import { renderInline } from "./render-inline.ts";
import { readCodeLanguage, toInnerCode } from "./to-code.ts";

/** What becomes of an extension tag in running text. */
export function toExtensionAtom(node: ExtensionNode, source: string): Atom {
  const inner = source.slice(node.inner.start, node.inner.end);
  switch (node.name) {
    case "nowiki":
      return { isBlock: false, render: (out) => out.text(decodeHTMLStrict(inner)) };
    case "ref":
      return { isBlock: false, render: (out) => renderReference(inner, out) };
    case "gallery":
      return { isBlock: true, render: (out) => renderGallery(inner, out) };
    default: {
      const language = readCodeLanguage(source.slice(node.attributes.start, node.attributes.end));
      return { isBlock: true, render: (out) => out.add(toCodeElement(toInnerCode(inner), language)) };
    }
  }
}

function toCodeElement(value: string, language: string | null): ElementContent {
  const properties = language ? { className: [`language-${language.replaceAll(/[^a-z0-9-]/g, "-")}`] } : {};
  const text = { type: "text" as const, value };
  const code = { type: "element" as const, tagName: "code", properties, children: [text] };
  return { type: "element", tagName: "pre", properties: {}, children: [code] };
}

/** A reference stands where it is called for: the page has no list of them to go to. */
function renderReference(inner: string, out: HtmlBuilder): void {
  if (inner.trim() === "") return;
  out.open("small");
  out.text("(");
  renderInline(withoutMarks(inner).replaceAll("\n", " ").trim(), [], out);
  out.text(")");
  out.close("small");
}

function renderGallery(inner: string, out: HtmlBuilder): void {
  for (const line of inner.split("\n").filter((candidate) => candidate.trim() !== "")) {
    out.open("p");
    renderInline(withoutMarks(line.replaceAll("|", " ")).trim(), [], out);
    out.close("p");
  }
}
