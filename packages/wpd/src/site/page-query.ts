import type { PageKind } from "@wasclean/schema";
import type { PageFacts } from "./scan-page.ts";

/** One condition of a query; all must hold (https://www.semantic-mediawiki.org/wiki/Help:Selecting_pages). */
type Condition =
  | { type: "category" | "cluster"; name: string }
  | { type: "path"; pieces: readonly string[]; negated: boolean };

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

const CONDITION = /\[\[([^[\]|]*)\]\]/g;
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
  // The wiki's own queries have one or two stars.
  if (!path || (path[2] as string).split("*").length > 5) return null;
  return { type: "path", pieces: (path[2] as string).trim().toLowerCase().split("*"), negated: path[1] === "!" };
}

/** Whether a path, in any case, consists of the pieces in this order, with anything between them. */
function matchesPieces(path: string, [first = "", ...rest]: readonly string[]): boolean {
  const text = path.toLowerCase();
  const last = rest.pop();
  if (last === undefined) return text === first;
  if (!text.startsWith(first)) return false;
  let at = first.length;
  // The earliest place of each piece leaves most for the others, so that no place is tried twice.
  for (const piece of rest) {
    const found = text.indexOf(piece, at);
    if (found === -1) return false;
    at = found + piece.length;
  }
  return text.length - last.length >= at && text.endsWith(last);
}

/** Whether a page meets all conditions. */
export function matchesQuery(page: PageFacts, conditions: readonly Condition[]): boolean {
  return conditions.every((condition) => {
    if (condition.type === "path") return matchesPieces(page.slug, condition.pieces) !== condition.negated;
    const wanted = squeeze(condition.name);
    if (condition.type === "cluster") return page.topicClusters.some((cluster) => squeeze(cluster) === wanted);
    return (
      KIND_CATEGORIES.get(simplify(condition.name)) === page.kind ||
      [...page.topics, ...page.categories].some((name) => squeeze(name) === wanted)
    );
  });
}
