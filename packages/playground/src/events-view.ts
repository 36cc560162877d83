import { boundedText } from "./bounded-text.ts";
import { describeEvent } from "./describe-event.ts";
import { element } from "./element.ts";
import type { ObservedEvent } from "./observed-event.ts";
import { createPanel } from "./panel.ts";
import { timedRow } from "./timed-row.ts";

/** How many events are shown at most. */
const LIMIT = 200;

/** The events of the socket, as they come. */
export interface EventsView {
  element: HTMLElement;
  /** Before the first connection. */
  clear(): void;
  /** A connection begins. */
  start(url: string): void;
  add(event: ObservedEvent): void;
}

/** Makes the list of events; a screen reader is told of each as it comes. */
export function createEventsView(): EventsView {
  const panel = createPanel("events", "Events in this page", { role: "log", "aria-live": "polite" });
  const more = element("p", { class: "note" });
  let list = element("ol");
  let count = 0;
  return {
    element: panel.element,
    clear: () => panel.showNote("Nothing yet: press Connect."),
    start(url) {
      count = 0;
      list = element("ol", {}, timedRow(0, "connect", boundedText(url)));
      more.replaceChildren();
      panel.show(list, more);
    },
    add(event) {
      count += 1;
      const { name, words } = describeEvent(event);
      if (count <= LIMIT || event.kind !== "message") list.append(timedRow(event.at, name, words));
      else more.replaceChildren(`Later messages are left out here; ${count} events so far.`);
    },
  };
}
