import type { RichText, Version } from "@wasclean/schema";
import { decodeHTMLStrict } from "entities";
import type { Node, Part, Span, TemplateNode } from "../parse/nodes.ts";
import { templateNameOf } from "../parse/template-name.ts";
import { cutNodes, render, toRichText, trimSpan } from "../render/rich-text.ts";
import { toCode } from "../render/to-code.ts";
import { splitList } from "../site/scan-page.ts";
import { keepForBody, keepParameters, keepTemplateForBody, type PageDraft } from "./page-draft.ts";
import { readVersion } from "./read-version.ts";
import { recoverArguments } from "./recover-arguments.ts";

/** The parameters of each template, by its name. */
type ParametersOf = Readonly<Record<string, readonly string[]>>;

/** Reads the arguments of a template; those that it has no parameter for are reported and kept under `unknown`. */
export function readArguments(
  node: TemplateNode,
  template: string,
  parametersOf: ParametersOf,
  draft: PageDraft,
): TemplateArguments {
  const recovered = recoverArguments(node, template, parametersOf[template] ?? [], draft);
  for (const part of recovered.repeated) keepForBody(draft, part);
  for (const part of recovered.unknown) draft.report("PARAMETER_UNKNOWN", part, part.name ?? "", template);
  if (recovered.unknown.length > 0) keepParameters(draft, template, recovered.unknown, node);
  return new TemplateArguments(node, template, recovered.known, parametersOf, draft);
}

/** The arguments of one template, read by name; positional ones are named `1`, `2`. An empty argument is `null`. */
export class TemplateArguments {
  /** The template itself, for its place. */
  readonly node: TemplateNode;
  readonly #template: string;
  readonly #parts: ReadonlyMap<string, Part>;
  readonly #parametersOf: ParametersOf;
  readonly #draft: PageDraft;
  /** The arguments that are kept for the body because of a link in them. */
  readonly #kept = new Set<string>();

  constructor(
    node: TemplateNode,
    template: string,
    parts: ReadonlyMap<string, Part>,
    parametersOf: ParametersOf,
    draft: PageDraft,
  ) {
    this.node = node;
    this.#template = template;
    this.#parts = parts;
    this.#parametersOf = parametersOf;
    this.#draft = draft;
  }

  /** The argument's place without white space at its ends; `null` if it is absent or empty. */
  span(name: string): Span | null {
    const part = this.#parts.get(name);
    if (!part) return null;
    const trimmed = trimSpan(this.#draft.context.source, { start: part.valueStart, end: part.end });
    return trimmed.start === trimmed.end ? null : trimmed;
  }

  /** Plain text. */
  text(name: string): string | null {
    const place = this.span(name);
    const part = this.#parts.get(name);
    if (!place || !part) return null;
    const rendered = render([cutNodes(part.children, place)], this.#draft.context);
    // A field of plain text has no room for a link's target.
    if (hidesTarget(rendered) && !this.#kept.has(name)) {
      this.#kept.add(name);
      keepForBody(this.#draft, part);
    }
    return rendered.text || null;
  }

  /** Rich text. */
  rich(name: string): RichText | null {
    const place = this.span(name);
    return place && toRichText(this.#parts.get(name)?.children ?? [], place, this.#draft.context);
  }

  /** `Yes` or `No`; any other value is `null`, with a diagnostic. */
  flag(name: string): boolean | null {
    const value = this.oneOf(name, ["yes", "no"]);
    return value && value === "yes";
  }

  /** The items of a list that is separated by commas. */
  list(name: string): string[] {
    return splitList(this.text(name) ?? "");
  }

  /** One of the allowed words, in any case; any other value is `null`, with a diagnostic. */
  oneOf<T extends string>(name: string, allowed: readonly T[]): T | null {
    const value = this.text(name);
    if (value === null) return null;
    const found = allowed.find((word) => word === value.toLowerCase());
    const part = this.#parts.get(name);
    if (!found && part) {
      this.#draft.report("VALUE_UNKNOWN", this.span(name) ?? this.node, value, name, allowed.join(", "));
      keepForBody(this.#draft, part);
    }
    return found ?? null;
  }

  /** A browser's version. */
  version(name: string): Version | null {
    const value = this.#raw(name);
    if (value === null) return null;
    const version = readVersion(value, this.text(name) ?? value);
    if (!version.isReadable) this.#draft.report("VERSION_UNREADABLE", this.span(name) ?? this.node, value);
    return version.value;
  }

  /** A code sample in its canonical form. */
  code(name: string): string | null {
    // White space at its ends is the sample's own.
    const part = this.span(name) && this.#parts.get(name);
    return part ? toCode(this.#draft.context.source.slice(part.valueStart, part.end)) || null : null;
  }

  /** An http or https address; other words in the argument are reported and kept for the body. */
  address(name: string): string | null {
    const value = this.#raw(name);
    const found = value && /https?:\/\/[^\s\]<>"]+/i.exec(value)?.[0];
    const part = this.#parts.get(name);
    if (value && part && value !== found) {
      this.#draft.report("ADDRESS_UNREADABLE", this.span(name) ?? this.node, value);
      keepForBody(this.#draft, part);
    }
    return found || null;
  }

  /** The templates of one name that an argument consists of; other content is reported and kept. */
  templates(name: string, wanted: string): TemplateArguments[] {
    const part = this.#parts.get(name);
    if (!part) return [];
    const found: TemplateArguments[] = [];
    for (const child of cutNodes(part.children, { start: part.valueStart, end: part.end })) {
      const childName = child.type === "template" ? templateNameOf(child, this.#draft.context.source) : null;
      if (child.type === "template" && childName === wanted)
        found.push(readArguments(child, wanted, this.#parametersOf, this.#draft));
      else this.#reportMisplaced(child, childName);
    }
    return found;
  }

  /** The argument's wikitext without white space at its ends. */
  #raw(name: string): string | null {
    const place = this.span(name);
    return place && this.#draft.context.source.slice(place.start, place.end);
  }

  #reportMisplaced(node: Node, name: string | null): void {
    const { context, misplaced, report } = this.#draft;
    if (node.type === "comment" || context.source.slice(node.start, node.end).trim() === "") return;
    if (node.type === "template" && name !== null) {
      if (!context.onTemplate(name, node)) keepTemplateForBody(this.#draft, node);
      return;
    }
    report("TEXT_MISPLACED", node, this.#template);
    misplaced.push({ nodes: [node], span: node });
  }
}

/** Whether the plain text leaves out where a link leads. */
function hidesTarget({ html, text }: { html: string; text: string }): boolean {
  if (html.includes("missing-page")) return true;
  let at = 0;
  let searches = 0;
  for (const [, href = ""] of html.matchAll(/<a href="([^"]*)"/g)) {
    const target = decodeHTMLStrict(href);
    // Addresses stand in the text in the order of their links; otherwise the search begins again, a few times.
    let found = text.indexOf(target, at);
    if (found === -1 && searches++ < MOST_SEARCHES) found = text.indexOf(target);
    if (found === -1) return true;
    at = found;
  }
  return false;
}

/** No field of plain text has more links out of order. */
const MOST_SEARCHES = 20;
