/** Questions to the data. Pure functions; what they give belongs to all who ask, so do not change it. */
export { type DifferenceOf, differences } from "./differences.ts";
export { type EndingOf, endingOf, endings } from "./endings.ts";
export { type Explanation, explain } from "./explain.ts";
export { isSupported } from "./is-supported.ts";
export { isSupportedByQuery, type QuerySupport } from "./is-supported-by-query.ts";
export type { CloseEventKey, EndingId, EngineId, FeatureKey, WebSocketKey } from "./keys.ts";
export { type EngineObservation, observationsOf } from "./observations-of.ts";
export { type Support, type SupportState, supportOf } from "./support-of.ts";
