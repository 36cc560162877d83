import type { PageKind } from "@wasclean/schema";
import { decodeHTMLStrict } from "entities";
import type { Node, TemplateNode } from "../parse/nodes.ts";
import { parseWikitext, type Tree } from "../parse/parse-wikitext.ts";
import { templateNameOf } from "../parse/template-name.ts";
import { kindOf } from "./kind-of-template.ts";
import { toSlug } from "./links.ts";
import type { PageSource } from "./page-source.ts";
import { readLanguage } from "./read-language.ts";

/** The facts that other pages need of a page, as plain data. */
export interface PageFacts {
  slug: string;
  title: string;
  lang: string;
  kind: PageKind;
  /** The API objects that the page says it belongs to, as written. */
  appliesTo: string[];
  /** The kind of member that the page describes. */
  memberOf: "properties" | "methods" | "events" | null;
  topics: string[];
  topicClusters: string[];
  categories: string[];
}

const MEMBERSHIP = [
  ["API Object Property", "Property_applies_to", "properties"],
  ["API Object Method", "Method_applies_to", "methods"],
  ["Event", "Event_applies_to", "events"],
] as const;

/** Reads the facts of a page, without its text. Never throws. */
export const scanPage = ({ slug, wikitext }: Pick<PageSource, "slug" | "wikitext">): PageFacts =>
  scanTree(parseWikitext(wikitext), slug);

/** The facts of a parsed page. */
export function scanTree({ children, source: wikitext }: Tree, slug: string): PageFacts {
  const templates = new Map<string, TemplateNode>();
  for (const node of children) {
    const name = node.type === "template" ? templateNameOf(node, wikitext) : null;
    if (node.type === "template" && name !== null && !templates.has(name)) templates.set(name, node);
  }
  const argument = (template: string, name: string) => argumentOf(templates.get(template), name, wikitext);
  const list = (template: string, name: string) => splitList(argument(template, name));
  const membership = MEMBERSHIP.find(([template]) => templates.has(template));
  const hasTemplate = children.some(({ type }) => type === "template");
  const withoutKind = wikitext.trim() === "" ? "empty" : hasTemplate ? "generic" : "plain";
  return {
    slug,
    title: (argument("Page Title", "1") || titleOf(slug)).replace(/\s+/g, " "),
    lang: readLanguage(slug),
    kind: kindOf(new Set(templates.keys())) ?? withoutKind,
    appliesTo: membership ? list(membership[0], membership[1]) : [],
    memberOf: membership?.[2] ?? null,
    topics: list("Topics", "1"),
    topicClusters: list("See Also Section", "Topic_clusters"),
    categories: findCategories(children, wikitext),
  };
}

/** The title of a page without one of its own: the last segment of its path. */
const titleOf = (slug: string): string => slug.split("/").at(-1)?.replaceAll("_", " ").trim() || slug;

/** The items of a list that is separated by commas; empty ones are dropped. */
export const splitList = (text: string): string[] =>
  text
    .split(",")
    .map((item) => item.trim())
    .filter(Boolean);

/** A link's category, e.g. `HTML` of `[[Category:HTML]]`; `null` for other links, and for a mention (`[[:Category:HTML]]`). */
export function readCategory(target: string): string | null {
  const name = /^\s*category\s*:(.*)$/is.exec(target)?.[1];
  return name === undefined ? null : toSlug(name).replaceAll("_", " ") || null;
}

function argumentOf(node: TemplateNode | undefined, name: string, source: string): string {
  let position = 0;
  for (const part of node?.parts.slice(1) ?? []) {
    const key = part.name ?? String(++position);
    if (key === name) return decodeHTMLStrict(source.slice(part.valueStart, part.end)).trim();
  }
  return "";
}

/** The page's own categories, without those in the conditions of a query. */
function findCategories(nodes: readonly Node[], source: string): string[] {
  const found = new Set<string>();
  const walk = (children: readonly Node[]) => {
    for (const node of children) {
      if (node.type === "link") {
        const category = readCategory(source.slice(node.parts[0]?.start, node.parts[0]?.end));
        if (category) found.add(category);
      } else if ("parts" in node && !isQuery(node.start, source)) for (const part of node.parts) walk(part.children);
    }
  };
  walk(nodes);
  return [...found];
}

const isQuery = (start: number, source: string) =>
  /^\{\{\s*(?:#ask|[\w ]+[_ ]Listing)/i.test(source.slice(start, start + 40));
