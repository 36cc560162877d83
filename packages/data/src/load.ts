import browsers from "../../../data/browsers.json" with { type: "json" };
import closeCodes from "../../../data/close-codes.json" with { type: "json" };
import closeEvent from "../../../data/compat/CloseEvent.json" with { type: "json" };
import webSocket from "../../../data/compat/WebSocket.json" with { type: "json" };
import derivedCloseCodes from "../../../data/computed/close-codes.json" with { type: "json" };
import derivedDifferences from "../../../data/computed/differences.json" with { type: "json" };
import endings from "../../../data/endings.json" with { type: "json" };
import bun from "../../../data/observations/bun.json" with { type: "json" };
import chromium from "../../../data/observations/chromium.json" with { type: "json" };
import deno from "../../../data/observations/deno.json" with { type: "json" };
import firefox from "../../../data/observations/firefox.json" with { type: "json" };
import node from "../../../data/observations/node.json" with { type: "json" };
import webkitgtk from "../../../data/observations/webkitgtk.json" with { type: "json" };
import workerd from "../../../data/observations/workerd.json" with { type: "json" };
import ws from "../../../data/observations/ws.json" with { type: "json" };
import type {
  Browsers,
  CloseCodes,
  Compat,
  DerivedCloseCodes,
  Differences,
  Ending,
  Observations,
} from "@wasclean/schema";

// TypeScript widens the literals of JSON files. The linter holds every file to its schema, hence the casts.
// One constant a file: a bundler leaves out what is not used.

/** The file `compat/CloseEvent.json`. */
export const CLOSE_EVENT = closeEvent as unknown as Compat;
/** The file `compat/WebSocket.json`. */
export const WEB_SOCKET = webSocket as unknown as Compat;
/** The file `browsers.json`. */
export const BROWSERS = browsers as unknown as Browsers;
/** The file `close-codes.json`. */
export const CLOSE_CODES = closeCodes as unknown as CloseCodes;
/** The file `derived/close-codes.json`. */
export const DERIVED_CLOSE_CODES = derivedCloseCodes as unknown as DerivedCloseCodes;
/** The file `derived/differences.json`. */
export const DIFFERENCES = derivedDifferences as unknown as Differences;
/** The file `endings.json`. */
export const ENDINGS = endings as unknown as readonly Ending[];
/** The files in `observations/`: browsers first. */
export const OBSERVATIONS = [chromium, firefox, webkitgtk, node, deno, bun, ws, workerd] as unknown as Observations[];
