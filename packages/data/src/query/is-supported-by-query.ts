import type { FeatureKey } from "@wasclean/schema";
import { stateOf } from "./is-supported.ts";

/** A feature's support in the browsers that a query names. */
export interface QuerySupport {
  /** Whether all browsers are known to support the feature. */
  supported: boolean;
  /** Browsers without full, unflagged support, as browserslist writes them. */
  without: string[];
  /** Browsers on which the data has nothing. */
  unknown: string[];
}

type Browserslist = (query: string | readonly string[]) => string[];

/**
 * Whether a feature is supported in the browsers that a browserslist query names. Needs the package `browserslist`.
 * @throws {Error} if `browserslist` is not installed; browserslist's own error for an invalid query.
 * @example
 * await isSupportedByQuery("api.WebSocket", "last 2 chrome versions"); // { supported: true, without: [], unknown: [] }
 */
export async function isSupportedByQuery(
  feature: FeatureKey,
  query: string | readonly string[],
): Promise<QuerySupport> {
  const browserslist = await loadOptional("browserslist");
  const targets = browserslist(query).map((target) => ({ target, state: stateOf(feature, target) }));
  const unknown = targets.filter(({ state }) => state === "unknown").map(({ target }) => target);
  const without = targets.filter(({ state }) => state !== "yes" && state !== "unknown").map(({ target }) => target);
  return { supported: without.length + unknown.length === 0, without, unknown };
}

/** Imports an optional package. Its name is a parameter, because bundlers resolve literals and would require it of everybody. */
async function loadOptional(name: string): Promise<Browserslist> {
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
