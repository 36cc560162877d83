import { decodeHTMLStrict } from "entities";
import type { ElementContent } from "hast";
import type { ExtensionNode, Span } from "../parse/nodes.ts";
import type { Atom, Expanded } from "./atoms.ts";
import { joinLines } from "./join-lines.ts";
import { renderInline } from "./render-inline.ts";
import { readCodeLanguage, toInnerCode } from "./to-code.ts";

/** The atom of an extension tag in running text. */
export function toExtensionAtom(node: ExtensionNode, source: string, read: (span: Span) => Expanded): Atom {
  const inner = source.slice(node.inner.start, node.inner.end);
  switch (node.name) {
    case "nowiki":
      return { isBlock: false, render: (out) => out.text(decodeHTMLStrict(inner)) };
    case "ref":
      return { isBlock: false, render: renderReference(read(node.inner)) };
    case "gallery":
      return { isBlock: true, render: renderGallery(read(node.inner)) };
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

/** A reference is shown in its place, as the record has no list of references. */
function renderReference({ text, atoms }: Expanded): Atom["render"] {
  return (out) => {
    if (text.trim() === "") return;
    out.open("small");
    out.text("(");
    renderInline(joinLines(text).trim(), atoms, out);
    out.text(")");
    out.close("small");
  };
}

/** A gallery is shown as its captions, as the archive has no pictures. */
function renderGallery({ text, atoms }: Expanded): Atom["render"] {
  return (out) => {
    for (const line of text.split("\n").filter((candidate) => candidate.trim() !== "")) {
      out.open("p");
      renderInline(line.replace("|", " ").trim(), atoms, out);
      out.close("p");
    }
  };
}
