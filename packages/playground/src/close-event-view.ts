import { boundedText } from "./bounded-text.ts";
import { closeCodeOf } from "./close-codes.ts";
import { element } from "./element.ts";
import { closeOf, type ObservedEvent } from "./observed-event.ts";
import { createPanel } from "./panel.ts";
import { utf8Length } from "./utf8-length.ts";

type Close = NonNullable<ReturnType<typeof closeOf>>;

/** The `CloseEvent`, field by field. */
export interface CloseEventView {
  element: HTMLElement;
  /** Before the first connection, or while one lasts. */
  showNote(note: string): void;
  /** After the end. */
  show(events: readonly ObservedEvent[]): void;
}

/** Makes the view of the `CloseEvent`. */
export function createCloseEventView(): CloseEventView {
  const panel = createPanel("close-event", "The CloseEvent");
  return {
    element: panel.element,
    showNote: panel.showNote,
    show(events) {
      const close = closeOf(events);
      if (close === undefined) panel.showNote(whyThereIsNone(events));
      else panel.show(element("dl", {}, ...fieldsOf(close)));
    },
  };
}

function whyThereIsNone(events: readonly ObservedEvent[]): string {
  return events.at(-1)?.kind === "exception"
    ? "There is none: the constructor threw, so that there was no socket."
    : "There is none: the connection was no longer watched.";
}

function fieldsOf({ code, reason, wasClean }: Close): HTMLElement[] {
  const { name, meaning } = closeCodeOf(code);
  return [
    ...field("code", String(code), `${name}. ${meaning}`),
    ...field("reason", reason === "" ? "empty" : boundedText(reason), reasonMeaning(reason)),
    ...field(
      "wasClean",
      String(wasClean),
      wasClean
        ? "The closing handshake was completed: both sides sent a Close frame."
        : "The closing handshake was not completed before the connection ended.",
    ),
  ];
}

function reasonMeaning(reason: string): string {
  const length = utf8Length(reason);
  if (length === 0) return "No reason came from the server.";
  return `The text in the server’s Close frame, ${length} ${length === 1 ? "byte" : "bytes"}.`;
}

function field(name: string, value: string, meaning: string): HTMLElement[] {
  const isEmpty = name === "reason" && value === "empty";
  const shown = name === "reason" && !isEmpty ? [element("q", {}, element("bdi", {}, value))] : [value];
  return [
    element("dt", { part: "field-name" }, name),
    element("dd", { part: `value ${name}-value`, class: isEmpty ? "value is-empty" : `value ${name}-value` }, ...shown),
    element("dd", { part: "meaning", class: "meaning" }, meaning),
  ];
}
