import { boundedText, quoted } from "../observe/bounded-text.ts";
import type { MessageSummary, ObservedEvent, ThrownException } from "../observe/observed-event.ts";

type EventOf<K extends ObservedEvent["kind"]> = Extract<ObservedEvent, { kind: K }>;

/** The texts for each kind: its name as shown, and its fields in words. */
const kinds: { [K in ObservedEvent["kind"]]: readonly [name: string, words: (event: EventOf<K>) => string] } = {
  open: ["open", ({ protocol, extensions }) => `subprotocol ${orNone(protocol)}, extensions ${orNone(extensions)}`],
  message: ["message", summaryWords],
  error: ["error", () => "it carries nothing: script is not told what went wrong"],
  close: ["close", ({ code, reason, wasClean }) => `code ${code}, reason ${quoted(reason)}, wasClean ${wasClean}`],
  exception: ["exception", (event) => `the constructor threw ${thrownWords(event)}`],
  "close-called": ["close()", closeCallWords],
  "send-called": [
    "send()",
    (event) => `${summaryWords(event)}${event.exception ? `, refused: ${thrownWords(event.exception)}` : ""}`,
  ],
  abort: ["stopped", () => "the socket was closed and is no longer watched"],
};

/** An observed event as a name and a line of words, everything from elsewhere bounded in length. */
export function describeEvent<K extends ObservedEvent["kind"]>(event: EventOf<K>): { name: string; words: string } {
  const [name, words] = kinds[event.kind as K];
  return { name, words: words(event) };
}

function summaryWords({ type, length, preview }: MessageSummary): string {
  const shown = type === "text" ? quoted(preview) : boundedText(preview);
  return `${type}, ${length} ${length === 1 ? "byte" : "bytes"}${length === 0 ? "" : `: ${shown}`}`;
}

function closeCallWords({ code, reason, exception }: EventOf<"close-called">): string {
  const given = [code, reason === null ? null : quoted(reason)].filter((value) => value !== null);
  const call =
    given.length === 0 ? "called by this page without arguments" : `called by this page with ${given.join(" and ")}`;
  if (exception === null) return call;
  return `${call}, and refused: ${thrownWords(exception)}`;
}

function thrownWords({ name, message }: ThrownException): string {
  return `${boundedText(name)}: ${boundedText(message)}`;
}

function orNone(list: string): string {
  return list === "" ? "none" : boundedText(list);
}
