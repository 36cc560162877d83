import type {
  Archive,
  Browsers,
  CloseCodes,
  Compat,
  DerivedCloseCodes,
  Differences,
  DriftFile,
  Engines,
  Limits,
  Surprises,
} from "@wasclean/schema";
import archive from "../../../../data/archive.json" with { type: "json" };
import browsers from "../../../../data/browsers.json" with { type: "json" };
import closeCodes from "../../../../data/close-codes.json" with { type: "json" };
import closeEvent from "../../../../data/compat/CloseEvent.json" with { type: "json" };
import webSocket from "../../../../data/compat/WebSocket.json" with { type: "json" };
import computedCloseCodes from "../../../../data/computed/close-codes.json" with { type: "json" };
import differences from "../../../../data/computed/differences.json" with { type: "json" };
import drift from "../../../../data/computed/drift.json" with { type: "json" };
import engines from "../../../../data/engines.json" with { type: "json" };

import limits from "../../../../data/limits.json" with { type: "json" };
import surprises from "../../../../data/surprises.json" with { type: "json" };

// The one reader of data/. TypeScript widens the literals of JSON files; the linter holds every file to its schema,
// hence the casts. One constant a file: a bundler leaves out what is not used.

/** The file `archive.json`. */
export const ARCHIVE = archive as Archive;
/** The file `browsers.json`. */
export const BROWSERS = browsers as unknown as Browsers;
/** The file `close-codes.json`. */
export const CLOSE_CODES = closeCodes as unknown as CloseCodes;
/** The file `compat/CloseEvent.json`. */
export const CLOSE_EVENT = closeEvent as unknown as Compat;
/** The file `compat/WebSocket.json`. */
export const WEB_SOCKET = webSocket as unknown as Compat;
/** The file `computed/close-codes.json`. */
export const DERIVED_CLOSE_CODES = computedCloseCodes as unknown as DerivedCloseCodes;
/** The file `computed/differences.json`. */
export const DIFFERENCES = differences as unknown as Differences;
/** The file `computed/drift.json`. */
export const DRIFT = drift as unknown as DriftFile;
/** The engines of `engines.json`, in their order. */
export const ENGINES = /* @__PURE__ */ listIn(engines as Engines, "engines");
/** The file `limits.json`. */
export const LIMITS = limits as Limits;
/** The most surprising endings of `surprises.json`, in their order. */
export const SURPRISES = /* @__PURE__ */ listIn(surprises as Surprises, "surprises");
export { ENDING_GROUPS, ENDINGS } from "./endings.ts";
export { OBSERVATIONS } from "./observations.ts";
export type { EndingGroupTitle } from "./to-endings.ts";

/** Reads a property of a file. A call that is marked as pure can be left out of a bundle; reading a property cannot. */
function listIn<T, K extends keyof T>(file: T, key: K): T[K] {
  return file[key];
}
