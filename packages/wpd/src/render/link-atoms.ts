import { decodeHTMLStrict } from "entities";
import type { Properties } from "hast";
import { namespaceOf, type ResolvedLink } from "../site/links.ts";
import { readCategory } from "../site/scan-page.ts";
import type { Atom, Expanded } from "./atoms.ts";
import type { HtmlBuilder } from "./html-builder.ts";
import { joinLines } from "./join-lines.ts";
import type { RenderContext } from "./render-context.ts";
import { renderInline } from "./render-inline.ts";

/** The atom of `[[target|label]]`, from the text between the brackets. */
export function toLinkAtom({ text, atoms }: Expanded, context: RenderContext): Atom {
  const [title = "", ...labels] = text.split("|");
  const target = decodeHTMLStrict(title).trim();
  if (/^\s*(?:https?:|ftp:|mailto:)/i.test(target)) return toAddressAtom(target, labels.join("|"), atoms, context);
  if (!isTitle(title)) {
    const literal: Atom = { isBlock: false, render: (out) => renderLiteral(text, atoms, out) };
    return literal;
  }
  if (readCategory(target)) {
    context.onLink("category", target);
    return { isBlock: false, render: () => {} };
  }
  const isMention = target.startsWith(":");
  const resolved = context.site.resolve(target);
  const isFile = !isMention && namespaceOf(target) === "file";
  context.onLink(
    resolved.slug || resolved.outcome === "same-page" ? resolved.outcome : isFile ? "file" : resolved.outcome,
    target,
  );
  const written = labels.join("|");
  const label = isFile ? toCaption(target, labels) : written.trim() || target.replace(/^:/, "");
  return {
    isBlock: false,
    render(out) {
      // White space at a label's ends still separates words; a picture is apart from the text.
      if (/^\s/.test(written)) out.text(" ");
      renderLink(toElement(resolved, target, isFile), label, atoms, out);
      if (isFile || /\s$/.test(written)) out.text(" ");
    },
  };
}

/** Whether the text can be a title: in `[[1, 2], [3, 4]]` in code it cannot (https://www.mediawiki.org/wiki/Manual:$wgLegalTitleChars). */
const isTitle = (target: string) => target.trim() !== "" && !/[[\]{}<>\n\u007f]/.test(target);

/** Renders brackets that are text, with inline wikitext between them. */
function renderLiteral(text: string, atoms: Atom[], out: HtmlBuilder): void {
  out.text("[[");
  renderInline(joinLines(text), atoms, out);
  out.text("]]");
}

/** The atom of an address in two pairs of brackets: `[[http://example.com label]]`. */
function toAddressAtom(target: string, label: string, atoms: Atom[], context: RenderContext): Atom {
  const [address = "", ...words] = target.split(/\s+/);
  const resolved = context.site.resolve(address);
  context.onLink(resolved.outcome, address);
  const text = label.trim() || words.join(" ");
  if (text === "" || text === address) {
    // The address as text, which must not become a link once more.
    const literal: Atom[] = [{ isBlock: false, render: (out) => out.text(address) }];
    return {
      isBlock: false,
      render: (out) => renderLink(toElement(resolved, address, false), "\u007f0\u007f", literal, out),
    };
  }
  const element = toElement(resolved, address, false);
  return {
    isBlock: false,
    render(out) {
      // MediaWiki reads the inner pair of brackets as the link, and shows the outer one.
      const [before, after] = resolved.outcome === "external" ? ["[", "]"] : ["", ""];
      out.text(before);
      renderLink(element, text, atoms, out);
      out.text(after);
    },
  };
}

/** The caption of an image, from the options that do not set its place or size; the archive has no images. */
function toCaption(target: string, options: readonly string[]): string {
  const placement =
    /^\s*(?:thumb(?:nail)?|frame(?:d|less)?|border|left|right|center|none|upright|\d*x?\d+\s*px|link\s*=.*)\s*$/i;
  const words = options
    .filter((option) => !placement.test(option))
    .map((option) => option.replace(/^\s*alt\s*=\s*/i, "").trim());
  return words.filter(Boolean).join(". ") || target.replace(/^[^:]*:\s*/, "");
}

interface LinkElement {
  tagName: "a" | "span";
  properties: Properties;
}

/** The element for a link: an anchor, or a `span` that marks a missing page or file. */
function toElement({ href, outcome, slug }: ResolvedLink, target: string, isFile: boolean): LinkElement {
  if (href !== null) {
    return { tagName: "a", properties: slug || outcome === "same-page" ? { href } : { href, rel: ["nofollow"] } };
  }
  const name = target.trim().replace(/^:/, "");
  const title = isFile ? `The image “${name.replace(/^[^:]*:\s*/, "")}” is not here` : `No page “${name}” here`;
  return { tagName: "span", properties: { className: [isFile ? "missing-file" : "missing-page"], title } };
}

/** Renders a link; inside another link only its label. */
export function renderLink({ tagName, properties }: LinkElement, label: string, atoms: Atom[], out: HtmlBuilder): void {
  const line = joinLines(label);
  if (out.isOpen("a")) {
    renderInline(line, atoms, out);
    return;
  }
  out.open(tagName, properties);
  const depth = out.depth;
  renderInline(line, atoms, out);
  if (out.depth >= depth) out.closeTo(depth);
  out.close(tagName);
}
