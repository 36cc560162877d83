import type { FeatureKey } from "@wasclean/schema";
import type { SupportState } from "./best-statement.ts";
import { supportOf } from "./support-of.ts";
import { toTarget } from "./targets.ts";

/**
 * Whether a feature is supported in a browser's version, or in all of several: in full, under its own name, without a
 * flag. Unknown counts as unsupported; `supportOf` tells the cases apart.
 * @param targets a target such as `"chrome 60"`, named as in browser-compat-data or browserslist, or a list of targets
 * @throws {SyntaxError} for a malformed target; {RangeError} for an unknown feature or browser.
 * @example
 * isSupported("api.CloseEvent.wasClean", "chrome 60"); // true
 * isSupported("api.WebSocket", ["firefox 11", "ie 9"]); // false
 * isSupported("api.WebSocket", browserslist("last 2 years")); // the result of browserslist
 */
export function isSupported(feature: FeatureKey, targets: string | readonly string[]): boolean {
  return [targets].flat().every((target) => stateOf(feature, target) === "yes");
}

/** A feature's support in a target such as `chrome 60`. */
export function stateOf(feature: FeatureKey, text: string): SupportState {
  const { browser, version } = toTarget(text);
  return browser === null ? "unknown" : supportOf(feature, browser, version).state;
}
