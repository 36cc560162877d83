/** Recordings of engines as diagrams and as programs, for prerendered pages, not for the browser. */

export { findEndingRow } from "../facts/ending-rows.ts";
export { toSvgText } from "../sequence/sequence-svg.ts";
export { type Snippet, snippetsFor } from "../snippets/snippets.ts";
export { recordingOf } from "./recorded.ts";
export { sequenceOfRecording } from "./sequence-recording.ts";
