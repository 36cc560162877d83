import { boundedText } from "../observe/bounded-text.ts";
import type { CloseCode } from "../observe/close-codes.ts";
import type { closeOf, ObservedEvent } from "../observe/observed-event.ts";
import type { Sender } from "./close-fields.ts";

/** A `close` event. */
export type Close = NonNullable<ReturnType<typeof closeOf>>;

/** Words that come with the second part, the same for every element; before that less is said. The second part fills them in once. */
export interface LateWords {
  /** A code's name, and what becomes of it. */
  ofCode(code: CloseCode, sender: Sender): string;
  /** How long a reason is, and what becomes of it where that is too long. */
  ofReason(reason: string, sender: Sender): string;
  /** What the server does in the ending of that id. */
  ofEnding(id: string): string;
  /** An event's name as shown, and its fields. */
  ofEvent(event: ObservedEvent): { name: string; words: string };
  /** What `code`, `reason` and `wasClean` say. */
  ofClose(close: Close): readonly string[];
}

const nothing = () => "";

/** Those that there are. */
export const lateWords: LateWords = {
  ofCode: nothing,
  ofReason: nothing,
  ofEnding: nothing,
  ofEvent: ({ at: _, kind, ...fields }) => ({ name: kind, words: boundedText(JSON.stringify(fields)) }),
  ofClose: () => [],
};
