export { type BoundedServer, createBoundedServer } from "./bounded-server.ts";
export { fromArguments, toListenMessage } from "./cli-arguments.ts";
export type { Clock } from "./clock.ts";
export type { EndingId } from "./ending-ids.ts";
export { ENDING_IDS } from "./ending-ids.ts";
export { createLab, type Lab } from "./lab.ts";
export { DEFAULT_LIMITS, type LabLimits, type LabOptions } from "./lab-options.ts";
