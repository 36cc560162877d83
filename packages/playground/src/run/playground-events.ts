import type { ConnectionRecord } from "@wasclean/schema";
import type { OutcomeField, ScriptOutcome } from "../facts/outcome-fields.ts";
import type { RecordProblem } from "../observe/fetch-connection-record.ts";
import type { ObservedEvent } from "../observe/observed-event.ts";

/** The connection of an event: its URL, the ending's id (`null` for a URL of the reader's own), and its id in the lab. */
export interface ConnectionDetail {
  url: string;
  ending: string | null;
  connection: string | null;
}

/** The `detail` of each event of the element; all of them bubble, are composed, and carry plain data. */
export interface PlaygroundEventDetails {
  /** The reader pressed Connect; the socket is about to be made. */
  "wasclean:connect": ConnectionDetail;
  /** Something was observed. */
  "wasclean:event": ConnectionDetail & { event: ObservedEvent };
  /** The connection ended, could not be made, or is no longer watched. */
  "wasclean:end": ConnectionDetail & { events: ObservedEvent[] };
  /** What was seen was compared with what is expected: the fields that differ, none where all agree. */
  "wasclean:compare": ConnectionDetail & { expected: ScriptOutcome; differences: OutcomeField[] };
  /** The lab answered what it saw, or why there is no answer. */
  "wasclean:record": ConnectionDetail & { record: ConnectionRecord | null; problem: RecordProblem | null };
}

declare global {
  interface HTMLElementEventMap {
    "wasclean:connect": CustomEvent<PlaygroundEventDetails["wasclean:connect"]>;
    "wasclean:event": CustomEvent<PlaygroundEventDetails["wasclean:event"]>;
    "wasclean:end": CustomEvent<PlaygroundEventDetails["wasclean:end"]>;
    "wasclean:compare": CustomEvent<PlaygroundEventDetails["wasclean:compare"]>;
    "wasclean:record": CustomEvent<PlaygroundEventDetails["wasclean:record"]>;
  }
}
