import type { BrowserName, CompatFeature, FeatureKey, PackageSource, SimpleSupportStatement } from "@wasclean/schema";
import { BROWSERS, CLOSE_EVENT, WEB_SOCKET } from "../load/index.ts";
import { bestStatement, type SupportState } from "./best-statement.ts";
import { noSuch } from "./no-such.ts";

/** A feature's support in one version of a browser. */
export interface Support {
  /** The kind of support. */
  state: SupportState;
  /** The support statement behind `state`, as in browser-compat-data; `null` if it has none for this browser. */
  statement: SimpleSupportStatement | null;
  /** The package that the statement is from. */
  source: PackageSource;
}

/**
 * A feature's support in one version of a browser.
 * @param feature browser-compat-data's key
 * @param browser browser-compat-data's name of the browser
 * @param version such as `60`, `"12.1"` or `"preview"`
 * @throws {RangeError} for an unknown feature or browser, and for a malformed version.
 * @example
 * supportOf("api.CloseEvent.wasClean", "chrome", 60).state; // "yes"
 * supportOf("api.WebSocket", "firefox", 8).state; // "other-name"
 * supportOf("api.WebSocket", "firefox", 8).statement?.prefix; // "Moz"
 */
export function supportOf(feature: FeatureKey, browser: BrowserName, version: string | number): Support {
  const asked = String(version);
  if (!/^(\d+(\.\d+)*|preview)$/.test(asked)) {
    throw new RangeError(`${JSON.stringify(version)} is not a version: use one such as 60, "12.1" or "preview".`);
  }
  const { support, source } = featureOf(feature);
  assertBrowser(browser);
  return { ...bestStatement([support[browser] ?? []].flat(), asked), source };
}

function featureOf(key: FeatureKey): { support: CompatFeature["support"]; source: PackageSource } {
  for (const { features, sources } of [CLOSE_EVENT, WEB_SOCKET]) {
    const feature = Object.hasOwn(features, key) ? features[key] : undefined;
    if (feature) return { support: feature.support, source: sources[feature.source] };
  }
  const keys = [CLOSE_EVENT, WEB_SOCKET].flatMap(({ features }) => Object.keys(features));
  throw noSuch("feature", key, keys, `Features are browser-compat-data's keys: ${keys[0]} and so on.`);
}

function assertBrowser(name: BrowserName): void {
  if (Object.hasOwn(BROWSERS.browsers, name)) return;
  const names = Object.keys(BROWSERS.browsers);
  throw noSuch("browser", name, names, `Browsers are browser-compat-data's names: ${names.join(", ")}.`);
}
