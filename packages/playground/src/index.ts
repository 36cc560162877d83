/** The class and the functions. `@wasclean/playground/define` defines the element. */
export { closeCodeOf, isCodeForClose, isCodeForFrame } from "./observe/close-codes.ts";
export { compareClose, type FieldComparison, socketEventsOf } from "./observe/compare-close.ts";
export { type EndingValues, type ExpectedClose, expectedOf } from "./observe/expected-of.ts";
export * from "./observe/observe.ts";
export { CloseEventPlayground } from "./playground/close-event-playground.ts";
export type { PlaygroundEventDetails } from "./run/playground-events.ts";
export type { RunData } from "./run/run-data.ts";
export type { PlaygroundState } from "./run/shown-run.ts";
