import { boundedText } from "../observe/bounded-text.ts";
import type { Session } from "../run/session.ts";
import { element } from "../ui/element.ts";

/** The most runs kept. */
const KEPT = 40;

/** Makes the list of runs, in which one chooses which to show. */
export function createRunList(session: Session): { element: HTMLElement; update(): void } {
  const list = element("div", { class: "run-list" });
  const stop = element("button", { type: "button", part: "button stop-all-button" }, "Stop all");
  const clear = element("button", { type: "button", part: "button clear-button" }, "Clear");
  stop.onclick = () => session.stop();
  clear.onclick = () => {
    session.runs = session.runs.filter(({ state }) => state !== "closed");
    session.show(session.runs.at(-1) ?? null);
    session.host.view.connect.focus();
  };
  const section = element(
    "section",
    { part: "runs", "aria-label": "Connections", hidden: true },
    list,
    element("div", { class: "row" }, stop, clear),
  );
  const buttons = new Map<object, HTMLButtonElement>();
  return {
    element: section,
    update() {
      const { runs, shown } = session;
      if (runs.length > KEPT)
        runs.splice(
          runs.findIndex(({ state }) => state === "closed"),
          1,
        );
      for (const run of buttons.keys()) {
        if (runs.some((each) => each === run)) continue;
        buttons.get(run)?.remove();
        buttons.delete(run);
      }
      for (const run of runs) {
        let button = buttons.get(run);
        if (!button) {
          button = element("button", { type: "button", part: "button run-button" });
          button.onclick = () => session.show(run);
          buttons.set(run, button);
          list.append(button);
        }
        const { url, ending, mode, startedAt } = run.data;
        const when = mode === "recorded" ? run.label : new Date(startedAt).toLocaleTimeString();
        const words = `${when}, ${boundedText(ending ?? url)}: ${run.words}`;
        if (button.textContent !== words) button.textContent = words;
        button.ariaCurrent = String(run === shown);
      }
      stop.ariaDisabled = String(!runs.some(({ state }) => state !== "closed"));
      section.hidden = runs.length < 2;
    },
  };
}
