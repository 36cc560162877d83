import type { Ending } from "@wasclean/schema";
import { boundedText } from "../observe/bounded-text.ts";
import type { CloseCode } from "../observe/close-codes.ts";
import type { closeOf, ObservedEvent } from "../observe/observed-event.ts";

/** The side that sends a code and a reason. */
export type Sender = Ending["parameters"][number]["sentBy"];

/** A `close` event. */
export type Close = NonNullable<ReturnType<typeof closeOf>>;

/** The texts about codes, endings and events, the same for every element of a page. */
export interface Wording {
  /** A code's name, and whether it will be refused. */
  ofCode(code: CloseCode, sender: Sender): string;
  /** A reason's length, and what happens if it is too long. */
  ofReason(reason: string, sender: Sender): string;
  /** The server's part in an ending, by the ending's id. */
  ofEnding(id: string): string;
  /** An event's name as shown, and its fields. */
  ofEvent(event: ObservedEvent): { name: string; words: string };
  /** The meanings of `code`, `reason` and `wasClean`. */
  ofClose(close: Close): readonly string[];
}

const nothing = () => "";

/** The texts in use: short defaults, until the second part replaces them. */
export const wording: Wording = {
  ofCode: nothing,
  ofReason: nothing,
  ofEnding: nothing,
  ofEvent: ({ at: _, kind, ...fields }) => ({ name: kind, words: boundedText(JSON.stringify(fields)) }),
  ofClose: () => [],
};
