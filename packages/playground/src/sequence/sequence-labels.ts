import type { WireEvent } from "@wasclean/schema";
import { boundedText } from "../observe/bounded-text.ts";
import type { ObservedEvent, ThrownException } from "../observe/observed-event.ts";
import { describeEvent } from "../ui/describe-event.ts";
import { describeWireEvent } from "../ui/describe-wire-event.ts";

/** The text of a row: a title, any number of quieter lines below, and the whole in words. */
export type Label = readonly [title: string, below: readonly string[], words: string];

/** An event of the page's, or a call by it. */
export function labelEvent(event: ObservedEvent): Label {
  const { name, words } = describeEvent(event);
  let title = name;
  const below: string[] = [];
  const { kind } = event;
  if (kind === "open") below.push(boundedText(event.protocol));
  if (kind === "message" || kind === "send-called") below.push(words.replace(/: .*/s, ""));
  if (kind === "close") {
    title += ` ${event.code}`;
    below.push(quote(event.reason), `wasClean ${event.wasClean}`);
  }
  if (kind === "close-called") {
    title = `close(${event.code ?? ""}${event.reason === null ? "" : `, ${quote(event.reason) || "“”"}`})`;
  }
  const thrown = kind === "exception" ? event : (event as { exception?: ThrownException | null }).exception;
  if (thrown) below[0] = `threw ${boundedText(thrown.name)}`;
  return [title, below.filter(Boolean), `${name}: ${words}`];
}

/** An event of the wire; its title is taken from its description. */
export function labelWireEvent(event: WireEvent): Label {
  const words = describeWireEvent(event);
  // The id is there for the lab only.
  if (event.kind === "handshake") return [words.replace(/^HTTP\S+ |[?&]connection=[\w-]+| HTTP\S+$/g, ""), [], words];
  if (event.kind === "frame" && event.opcode === 8) {
    const title = `Close ${event.code ?? "without code"} ${quote(String(event.reason ?? ""))}`;
    return [title.trim(), [words.replace(/.*, (?=\d+ byte)/s, "")], words];
  }
  const [title = "", ...below] = words.replace(/: .*/s, "").split(/ frame, | that are /);
  return [title, below, words];
}

/** Isolated, so that a reason written from right to left does not reorder the text beside it. */
function quote(reason: string): string {
  return reason && `“\u2068${boundedText(reason)}\u2069”`;
}
