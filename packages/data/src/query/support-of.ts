import type { BrowserName, CompatFeature, FeatureKey, PackageSource, SimpleSupportStatement } from "@wasclean/schema";
import { BROWSERS, CLOSE_EVENT, WEB_SOCKET } from "../load/index.ts";
import { compareVersions } from "./compare-versions.ts";
import { noSuch } from "./no-such.ts";

/**
 * - `yes`: in full, under its own name
 * - `partial`: in part
 * - `other-name`: with a prefix, or under another name
 * - `behind-flag`: once a user has switched it on
 * - `no`
 * - `unknown`: the data does not say
 */
export type SupportState = "yes" | "partial" | "other-name" | "behind-flag" | "no" | "unknown";

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

/** The state of a version according to one statement. */
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

/** Whether a version is `first` or later; `null` if unknown, as it is before a `first` with `≤`. */
function isSince(version: string, first: string | false): boolean | null {
  if (first === false) return false;
  if (version === "preview" || first === "preview") return version === "preview";
  if (compareVersions(version, first) >= 0) return true;
  return first.startsWith("≤") ? null : false;
}

const not = (value: boolean | null) => (value === null ? null : !value);

function and(a: boolean | null, b: boolean | null): boolean | null {
  if (a === false || b === false) return false;
  return a === null ? null : b;
}
