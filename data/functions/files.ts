import browsers from "../browsers.json" with { type: "json" };
import closeCodes from "../close-codes.json" with { type: "json" };
import closeEvent from "../compat/CloseEvent.json" with { type: "json" };
import webSocket from "../compat/WebSocket.json" with { type: "json" };
import derivedCloseCodes from "../derived/close-codes.json" with { type: "json" };
import derivedDifferences from "../derived/differences.json" with { type: "json" };
import endings from "../endings.json" with { type: "json" };
import bun from "../observations/bun.json" with { type: "json" };
import chromium from "../observations/chromium.json" with { type: "json" };
import deno from "../observations/deno.json" with { type: "json" };
import firefox from "../observations/firefox.json" with { type: "json" };
import node from "../observations/node.json" with { type: "json" };
import webkitgtk from "../observations/webkitgtk.json" with { type: "json" };
import workerd from "../observations/workerd.json" with { type: "json" };
import ws from "../observations/ws.json" with { type: "json" };
import type {
  Browsers,
  CloseCodes,
  Compat,
  DerivedCloseCodes,
  Differences,
  Ending,
  Observations,
} from "../schema/index.ts";

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
