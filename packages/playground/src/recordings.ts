/** What engines were seen to do, as diagrams and as programs: for pages that are built, not for the browser. */
export { recordingOf } from "./details/recorded.ts";
export { sequenceOfRecording } from "./details/sequence-recording.ts";
export { toSvgText } from "./details/sequence-svg.ts";
export { type Snippet, snippetsFor } from "./details/snippets.ts";
export { findEndingRow } from "./ending-rows.ts";
