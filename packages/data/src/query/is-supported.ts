import type { FeatureKey } from "@wasclean/schema";
import { type SupportState, supportOf } from "./support-of.ts";
import { toTarget } from "./targets.ts";

/**
 * Whether a feature is supported in a browser's version, or in all of several: whole, under its own name, without a
 * flag. What is not known to be supported is not; `supportOf` tells the cases apart.
 * @param targets such as `"chrome 60"`, with a name of browser-compat-data or of browserslist, or a list of such
 * @throws {SyntaxError} where a target is something else; {RangeError} for a feature or browser that there is not.
 * @example
 * isSupported("api.CloseEvent.wasClean", "chrome 60"); // true
 * isSupported("api.WebSocket", ["firefox 11", "ie 9"]); // false
 * isSupported("api.WebSocket", browserslist("last 2 years")); // what browserslist gives
 */
export function isSupported(feature: FeatureKey, targets: string | readonly string[]): boolean {
  return [targets].flat().every((target) => stateOf(feature, target) === "yes");
}

/** What the data says of a feature in what a text such as `chrome 60` names. */
export function stateOf(feature: FeatureKey, text: string): SupportState {
  const { browser, version } = toTarget(text);
  return browser === null ? "unknown" : supportOf(feature, browser, version).state;
}
