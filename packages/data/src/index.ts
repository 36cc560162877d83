/** Questions to the data. Pure functions; what they give belongs to all who ask, so do not change it. */

export type { CloseEventKey, EndingId, EngineId, FeatureKey, WebSocketKey } from "@wasclean/schema";
export type { SupportState } from "./query/best-statement.ts";
export { type DifferenceOf, differences } from "./query/differences.ts";
export { type EndingOf, endingOf, endings } from "./query/endings.ts";
export { type Explanation, explain } from "./query/explain.ts";
export { isSupported } from "./query/is-supported.ts";
export { isSupportedByQuery, type QuerySupport } from "./query/is-supported-by-query.ts";
export { type EngineObservation, observationsOf } from "./query/observations-of.ts";
export { type Support, supportOf } from "./query/support-of.ts";
