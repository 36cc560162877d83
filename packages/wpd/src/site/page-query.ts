import type { PageKind } from "@wasclean/schema";
import type { PageFacts } from "./scan-page.ts";

/** One condition of a query; all must hold (https://www.semantic-mediawiki.org/wiki/Help:Selecting_pages). */
type Condition = { type: "category" | "cluster"; name: string } | { type: "path"; pattern: RegExp; negated: boolean };

/** Categories that the wiki's templates add to pages of a kind. */
const KIND_CATEGORIES: ReadonlyMap<string, PageKind> = new Map(
  Object.entries<PageKind>({
    "api listings": "listing",
    "api methods": "api-method",
    "api objects": "api-object",
    "api properties": "api-property",
    concepts: "concept",
    "css properties": "css-property",
    "css selectors": "css-selector",
    events: "event",
    guides: "guide",
    "markup attributes": "markup-attribute",
    "markup elements": "markup-element",
    tutorials: "tutorial",
  }),
);

const CONDITION = /\[\[([^\]|]*)\]\]/g;
const simplify = (name: string) =>
  name
    .replace(/[_\s]+/g, " ")
    .trim()
    .toLowerCase();
/** Reduces a topic to one word, as editors wrote both `WebWorkers` and `Web Workers`. */
const squeeze = (name: string) => simplify(name).replaceAll(" ", "");

/** Reads the conditions of a query; `null` if one of them cannot be computed here. */
export function readQuery(query: string): Condition[] | null {
  const conditions: Condition[] = [];
  for (const [, text = ""] of query.matchAll(CONDITION)) {
    const condition = readCondition(text);
    if (!condition) return null;
    conditions.push(condition);
  }
  return conditions.length > 0 && query.replace(CONDITION, "").trim() === "" ? conditions : null;
}

function readCondition(text: string): Condition | null {
  const category = /^\s*category\s*:(?!:)(.+)$/i.exec(text)?.[1];
  if (category) return { type: "category", name: category };
  const cluster = /^\s*topic[_ ]cluster\s*::(.+)$/i.exec(text)?.[1];
  if (cluster) return { type: "cluster", name: cluster };
  const path = /^\s*path\s*::\s*(!?)~(.+)$/i.exec(text);
  // Each star multiplies the ways a path can match.
  if (!path || (path[2] as string).split("*").length > 5) return null;
  const pieces = (path[2] as string)
    .trim()
    .split("*")
    .map((piece) => piece.replace(/[^\w]/g, "\\$&"));
  return { type: "path", pattern: new RegExp(`^${pieces.join("[^]*")}$`, "i"), negated: path[1] === "!" };
}

/** Whether a page meets all conditions. */
export function matchesQuery(page: PageFacts, conditions: readonly Condition[]): boolean {
  return conditions.every((condition) => {
    if (condition.type === "path") return condition.pattern.test(page.slug) !== condition.negated;
    const wanted = squeeze(condition.name);
    if (condition.type === "cluster") return page.topicClusters.some((cluster) => squeeze(cluster) === wanted);
    return (
      KIND_CATEGORIES.get(simplify(condition.name)) === page.kind ||
      [...page.topics, ...page.categories].some((name) => squeeze(name) === wanted)
    );
  });
}
