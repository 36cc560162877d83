import { boundedText } from "../observe/bounded-text.ts";
import { closeOf } from "../observe/observed-event.ts";
import { element } from "../ui/element.ts";
import { createPanel } from "../ui/panel.ts";
import { type Close, wording } from "../ui/wording.ts";
import type { RunView } from "./events-view.ts";

/** Makes the view of the `CloseEvent`, field by field. */
export function createCloseEventView(): RunView {
  const panel = createPanel("close-event", "The CloseEvent");
  return {
    element: panel.element,
    show(run) {
      const close = run && closeOf(run.data.events);
      if (close) panel.show(element("dl", {}, ...fieldsOf(close)));
      else panel.showNote(run?.state === "closed" ? "None came." : "It comes when a connection ends.");
    },
  };
}

function fieldsOf(close: Close): HTMLElement[] {
  const meanings = wording.ofClose(close);
  return (["code", "reason", "wasClean"] as const).flatMap((name, index) => {
    const value = boundedText(String(close[name]));
    return [
      element("dt", { part: "field-name" }, name),
      element(
        "dd",
        { part: `value ${name}-value`, class: `value ${value ? name : "empty"}` },
        name === "reason" && value ? element("q", {}, element("bdi", {}, value)) : value || "empty",
      ),
      element("dd", { part: "meaning", class: "meaning" }, meanings[index] ?? ""),
    ];
  });
}
