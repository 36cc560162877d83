import type { Session } from "../run/session.ts";
import type { DetailsPanel } from "../ui/details-panel.ts";
import { element } from "../ui/element.ts";
import { createPanel } from "../ui/panel.ts";
import { recordedEngines } from "./recorded.ts";

/** Makes the panel in which the reader chooses the engine of a recording; hidden for other runs. `replay` plays the chosen one. */
export function createRecordingPanel(session: Session, replay: () => void): DetailsPanel {
  const panel = createPanel("recording", "A recording");
  const select = element("select", { id: "engine", part: "select engine-select" });
  select.onchange = () => {
    session.engine = select.value;
    replay();
  };
  panel.element.hidden = true;
  panel.show(
    element("p", { class: "note", part: "note" }, "Nothing was connected. This is what was seen when it was measured."),
    element("div", { class: "field" }, element("label", { for: "engine", part: "label" }, "Engine"), select),
  );
  return {
    element: panel.element,
    show({ mode, engine, ending, code }) {
      panel.element.hidden = mode !== "recorded";
      if (mode !== "recorded") return;
      const engines = recordedEngines(ending, code);
      const known = engines.map(({ id }) => id).join();
      if (select.dataset.known !== known) {
        select.dataset.known = known;
        select.replaceChildren(...engines.map(({ id, label }) => element("option", { value: id }, label)));
      }
      select.value = engine ?? "";
    },
    clear() {
      panel.element.hidden = true;
    },
  };
}
