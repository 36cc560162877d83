import type { FeatureKey } from "@wasclean/schema";
import { stateOf } from "./is-supported.ts";

/** What the data says of a feature in the browsers that a query names. */
export interface QuerySupport {
  /** Whether all of them are known to support it. */
  supported: boolean;
  /** Those that do not, or not wholly, or only behind a flag, as browserslist writes them. */
  without: string[];
  /** Those of which the data says nothing. */
  unknown: string[];
}

type Browserslist = (query: string | readonly string[]) => string[];

/**
 * Whether a feature is supported in the browsers that a browserslist query names. Needs the package `browserslist`.
 * @throws {Error} where `browserslist` is not installed; its own error for what is no query.
 * @example
 * await isSupportedByQuery("api.WebSocket", "last 2 chrome versions"); // { supported: true, without: [], unknown: [] }
 */
export async function isSupportedByQuery(
  feature: FeatureKey,
  query: string | readonly string[],
): Promise<QuerySupport> {
  const browserslist = await loadBrowserslist();
  const targets = browserslist(query).map((target) => ({ target, state: stateOf(feature, target) }));
  const unknown = targets.filter(({ state }) => state === "unknown").map(({ target }) => target);
  const without = targets.filter(({ state }) => state !== "yes" && state !== "unknown").map(({ target }) => target);
  return { supported: without.length + unknown.length === 0, without, unknown };
}

async function loadBrowserslist(): Promise<Browserslist> {
  // Not a literal: a bundler would ask for an optional package of everybody who uses another function.
  const name: string = ["browsers", "list"].join("");
  try {
    const { default: browserslist } = await import(/* @vite-ignore */ /* webpackIgnore: true */ name);
    return browserslist;
  } catch (cause) {
    const remedy = 'Install it (npm install browserslist), or pass browsers such as "chrome 60" to isSupported().';
    throw new Error(`A browserslist query needs the package browserslist, and it cannot be loaded. ${remedy}`, {
      cause,
    });
  }
}
