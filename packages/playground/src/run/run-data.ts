import type { Run } from "@wasclean/schema";

/** One run, as plain data that can be cloned; also what is exported as JSON. `Run` in this package is a run that is planned. */
export type RunData = Run;

/** The state of a permission of the browser; `null` where it has no such permission. */
export type LocalNetworkPermission = RunData["localNetwork"];
