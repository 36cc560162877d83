/** Importing this defines nothing; `@wasclean/playground/define` does. */
export { closeCodeOf, isCodeForClose, isCodeForFrame } from "./close-codes.ts";
export { CloseEventPlayground } from "./close-event-playground.ts";
export { compareClose, type FieldComparison, socketEventsOf } from "./compare-close.ts";
export { type EndingValues, type ExpectedClose, expectedOf } from "./expected-of.ts";
export * from "./observe.ts";
export type { PlaygroundEventDetails } from "./playground-events.ts";
export type { PlaygroundState } from "./playground-view.ts";
export type { RunData } from "./run-data.ts";
