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

/** The arguments of one template, read by name; positional ones are named `1`, `2`. An empty argument is `null`. */
export interface TemplateArguments {
  /** The template itself, for its place. */
  node: TemplateNode;
  /** The argument's place without white space at its ends; `null` where it is absent or empty. */
  span(name: string): Span | null;
  /** Plain text. */
  text(name: string): string | null;
  /** Rich text. */
  rich(name: string): RichText | null;
  /** `Yes` or `No`; anything else is `null`, with a diagnostic. */
  flag(name: string): boolean | null;
  /** What stands between commas. */
  list(name: string): string[];
  /** One of a few words, in any case; anything else is `null`, with a diagnostic. */
  oneOf<T extends string>(name: string, allowed: readonly T[]): T | null;
  /** A browser's version. */
  version(name: string): Version | null;
  /** A code sample in its canonical form. */
  code(name: string): string | null;
  /** An address; where there are words besides it, or instead of it, they are reported and kept for the body. */
  address(name: string): string | null;
  /** The templates of this name that an argument consists of; other content is reported and kept. */
  templates(name: string, template: string): TemplateArguments[];
}

/** Reads the arguments of a template that knows `parameters`; the rest is reported and kept under `unknown`. */
export function readArguments(
  node: TemplateNode,
  template: string,
  parameters: Readonly<Record<string, readonly string[]>>,
  draft: PageDraft,
): TemplateArguments {
  const { context } = draft;
  const byName = collect(node, template, parameters[template] ?? [], draft);
  const kept = new Set<string>();
  const span = (name: string) => {
    const part = byName.get(name);
    if (!part) return null;
    const trimmed = trimSpan(context.source, { start: part.valueStart, end: part.end });
    return trimmed.start === trimmed.end ? null : trimmed;
  };
  const raw = (name: string) => {
    const place = span(name);
    return place && context.source.slice(place.start, place.end);
  };
  const text = (name: string) => {
    const place = span(name);
    const part = byName.get(name);
    if (!place || !part) return null;
    const rendered = render([cutNodes(part.children, place)], context);
    // A field of plain text has no room for where a link leads.
    if (hidesTarget(rendered) && !kept.has(name)) {
      kept.add(name);
      keepForBody(draft, part);
    }
    return rendered.text || null;
  };

  const args: TemplateArguments = {
    node,
    span,
    text,
    rich(name) {
      const place = span(name);
      return place && toRichText(byName.get(name)?.children ?? [], place, context);
    },
    flag(name) {
      const value = args.oneOf(name, ["yes", "no"]);
      return value && value === "yes";
    },
    list: (name) => splitList(text(name) ?? ""),
    oneOf(name, allowed) {
      const value = text(name);
      if (value === null) return null;
      const found = allowed.find((word) => word === value.toLowerCase());
      const part = byName.get(name);
      if (!found && part) {
        draft.report("VALUE_UNKNOWN", span(name) ?? node, value, name, allowed.join(", "));
        keepForBody(draft, part);
      }
      return found ?? null;
    },
    version(name) {
      const value = raw(name);
      if (value === null) return null;
      const version = readVersion(value, text(name) ?? value);
      if (!version.isReadable) draft.report("VERSION_UNREADABLE", span(name) ?? node, value);
      return version.value;
    },
    address(name) {
      const value = raw(name);
      const found = value && /https?:\/\/[^\s\]<>"]+/i.exec(value)?.[0];
      const part = byName.get(name);
      if (value && part && value !== found) {
        draft.report("ADDRESS_UNREADABLE", span(name) ?? node, value);
        keepForBody(draft, part);
      }
      return found || null;
    },
    code(name) {
      // White space at its ends is the sample's own.
      const part = span(name) && byName.get(name);
      return part ? toCode(context.source.slice(part.valueStart, part.end)) || null : null;
    },
    templates: (name, wanted) => readTemplates(byName.get(name), wanted, parameters, template, draft),
  };
  return args;
}

/** Whether a link's plain text does not say where it leads. */
const hidesTarget = ({ html, text }: { html: string; text: string }) =>
  html.includes("missing-page") ||
  [...html.matchAll(/<a href="([^"]*)"/g)].some(([, href = ""]) => !text.includes(decodeHTMLStrict(href)));

/** Arguments by name; what the template does not know is reported and kept. */
function collect(node: TemplateNode, template: string, known: readonly string[], draft: PageDraft): Map<string, Part> {
  const recovered = recoverArguments(node, template, known, draft);
  for (const part of recovered.repeated) keepForBody(draft, part);
  for (const part of recovered.unknown) draft.report("PARAMETER_UNKNOWN", part, part.name ?? "", template);
  if (recovered.unknown.length > 0) keepParameters(draft, template, recovered.unknown, node);
  return recovered.known;
}

function readTemplates(
  part: Part | undefined,
  wanted: string,
  parameters: Readonly<Record<string, readonly string[]>>,
  holder: string,
  draft: PageDraft,
): TemplateArguments[] {
  if (!part) return [];
  const found: TemplateArguments[] = [];
  for (const child of cutNodes(part.children, { start: part.valueStart, end: part.end })) {
    const name = child.type === "template" ? templateNameOf(child, draft.context.source) : null;
    if (child.type === "template" && name === wanted) found.push(readArguments(child, wanted, parameters, draft));
    else reportMisplaced(child, name, holder, draft);
  }
  return found;
}

function reportMisplaced(node: Node, name: string | null, holder: string, draft: PageDraft): void {
  const written = draft.context.source.slice(node.start, node.end).trim();
  if (node.type === "comment" || written === "") return;
  if (node.type === "template" && name !== null) {
    if (!draft.context.onTemplate(name, node)) keepTemplateForBody(draft, node);
    return;
  }
  draft.report("TEXT_MISPLACED", node, holder);
  draft.misplaced.push({ nodes: [node], span: node });
}
