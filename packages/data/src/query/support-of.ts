import type { BrowserName, CompatFeature, FeatureKey, PackageSource, SimpleSupportStatement } from "@wasclean/schema";
import { BROWSERS, CLOSE_EVENT, WEB_SOCKET } from "../load/index.ts";
import { compareVersions } from "./compare-versions.ts";
import { noSuch } from "./no-such.ts";

/**
 * - `yes`: whole, under its own name
 * - `partial`: not whole
 * - `other-name`: with a prefix, or under another name
 * - `behind-flag`: once a user has switched it on
 * - `no`
 * - `unknown`: the data does not say
 */
export type SupportState = "yes" | "partial" | "other-name" | "behind-flag" | "no" | "unknown";

/** What the data says of a feature in one version of a browser. */
export interface Support {
  /** Whether it is supported, and how. */
  state: SupportState;
  /** The support statement that says so, as browser-compat-data has it; `null` where it has none for this browser. */
  statement: SimpleSupportStatement | null;
  /** The package that says so. */
  source: PackageSource;
}

/**
 * What the data says of a feature in one version of a browser.
 * @param feature browser-compat-data's key
 * @param browser browser-compat-data's name of the browser
 * @param version such as `60`, `"12.1"` or `"preview"`
 * @throws {RangeError} for a feature or browser that the data does not have, and for what is no version.
 * @example
 * supportOf("api.CloseEvent.wasClean", "chrome", 60).state; // "yes"
 * supportOf("api.WebSocket", "firefox", 8).state; // "other-name"
 * supportOf("api.WebSocket", "firefox", 8).statement?.prefix; // "Moz"
 */
export function supportOf(feature: FeatureKey, browser: BrowserName, version: string | number): Support {
  const asked = String(version);
  if (!/^(\d+(\.\d+)*|preview)$/.test(asked)) {
    throw new RangeError(`${JSON.stringify(version)} is no version: give one such as 60, "12.1" or "preview".`);
  }
  const { support, source } = featureOf(feature);
  assertBrowser(browser);
  const statements = [support[browser] ?? []].flat();
  const states = statements.map((statement) => ({ state: stateIn(statement, asked), statement, source }));
  states.sort((a, b) => BEST_FIRST.indexOf(a.state) - BEST_FIRST.indexOf(b.state));
  return states[0] ?? { state: "unknown", statement: null, source };
}

const BEST_FIRST: SupportState[] = ["yes", "partial", "other-name", "behind-flag", "unknown", "no"];

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

/** What one statement says of a version. */
function stateIn(statement: SimpleSupportStatement, version: string): SupportState {
  const isIn = and(
    isSince(version, statement.version_added),
    not(isSince(version, statement.version_removed ?? false)),
  );
  if (isIn !== true) return isIn === false ? "no" : "unknown";
  if (statement.flags) return "behind-flag";
  if (statement.prefix !== undefined || statement.alternative_name !== undefined) return "other-name";
  return statement.partial_implementation ? "partial" : "yes";
}

/** Whether a version is the first one or later; `null` where that is open: before a first one with `≤`. */
function isSince(version: string, first: string | false): boolean | null {
  if (first === false) return false;
  if (version === "preview" || first === "preview") return version === "preview";
  if (compareVersions(version, first) >= 0) return true;
  return first.startsWith("≤") ? null : false;
}

const not = (value: boolean | null) => (value === null ? null : !value);
const and = (a: boolean | null, b: boolean | null) => (a === false || b === false ? false : a === null ? a : b);
