import { boundedText } from "../observe/bounded-text.ts";
import type { ShownRun } from "../run/shown-run.ts";
import { element } from "../ui/element.ts";
import { createPanel } from "../ui/panel.ts";
import { timedRow } from "../ui/timed-row.ts";
import { wording } from "../ui/wording.ts";

/** The rows up to which messages are shown, and up to which other events are. */
const MESSAGES = 200;
const LIMIT = 400;

/** A view of one run. */
export interface RunView {
  element: HTMLElement;
  /** Shows the run's new events, or with `null` none. */
  show(run: ShownRun | null): void;
}

/** Makes the list of events, which screen readers announce as they come. */
export function createEventsView(): RunView {
  const panel = createPanel("events", "Events in this page", { role: "log", "aria-live": "polite" });
  const more = element("p", { class: "note" });
  let list = element("ol");
  let shown: ShownRun | null = null;
  let words = wording.ofEvent;
  let count = 0;
  return {
    element: panel.element,
    show(run) {
      if (run === null) panel.showNote("Nothing yet: press Connect.");
      else if (run !== shown || words !== wording.ofEvent) {
        count = 0;
        list = element("ol", {}, timedRow(0, "connect", boundedText(run.data.url)));
        more.textContent = "";
        panel.show(list, more);
      }
      shown = run;
      words = wording.ofEvent;
      for (const event of run?.data.events.slice(count) ?? []) {
        count += 1;
        if (list.childElementCount > (event.kind === "message" ? MESSAGES : LIMIT)) continue;
        const { name, words: said } = words(event);
        list.append(timedRow(event.at, name, said));
      }
      const all = count + (run?.dropped ?? 0);
      const left = all + 1 - list.childElementCount;
      if (left > 0) more.textContent = `${all} events; ${left} left out here.`;
    },
  };
}
