import { boundedText } from "../observe/bounded-text.ts";
import type { Session } from "../run/session.ts";
import type { ShownRun } from "../run/shown-run.ts";
import { element } from "../ui/element.ts";

/** The most runs kept. */
const KEPT = 40;

/** The list of runs, in which a reader chooses the one to show. */
export class RunList {
  readonly element: HTMLElement;
  readonly #session: Session;
  readonly #list = element("div", { class: "run-list" });
  readonly #stop = element("button", { type: "button", part: "button stop-all-button" }, "Stop all");
  readonly #buttons = new Map<ShownRun, HTMLButtonElement>();

  /** `onClear` is called once the runs that are over were removed. */
  constructor(session: Session, onClear: () => void) {
    this.#session = session;
    const clear = element("button", { type: "button", part: "button clear-button" }, "Clear");
    this.#stop.onclick = () => session.stop();
    clear.onclick = () => {
      session.runs = session.runs.filter(({ state }) => state !== "closed");
      session.show(session.runs.at(-1) ?? null);
      onClear();
    };
    this.element = element(
      "section",
      { part: "runs", "aria-label": "Connections", hidden: true },
      this.#list,
      element("div", { class: "row" }, this.#stop, clear),
    );
  }

  update(): void {
    const { runs, shown } = this.#session;
    if (runs.length > KEPT) {
      const oldest = runs.findIndex(({ state }) => state === "closed");
      runs.splice(oldest, 1);
    }
    this.#removeButtons();
    for (const run of runs) {
      const button = this.#buttons.get(run) ?? this.#addButton(run);
      const words = describeRun(run);
      if (button.textContent !== words) button.textContent = words;
      button.ariaCurrent = String(run === shown);
    }
    this.#stop.ariaDisabled = String(runs.every(({ state }) => state === "closed"));
    this.element.hidden = runs.length < 2;
  }

  #addButton(run: ShownRun): HTMLButtonElement {
    const button = element("button", { type: "button", part: "button run-button" });
    button.onclick = () => this.#session.show(run);
    this.#buttons.set(run, button);
    this.#list.append(button);
    return button;
  }

  /** Removes the buttons of runs that are no longer kept. */
  #removeButtons(): void {
    for (const [run, button] of this.#buttons) {
      if (this.#session.runs.includes(run)) continue;
      button.remove();
      this.#buttons.delete(run);
    }
  }
}

function describeRun({ data, label, words }: ShownRun): string {
  const { url, ending, mode, startedAt } = data;
  const when = mode === "recorded" ? label : new Date(startedAt).toLocaleTimeString();
  return `${when}, ${boundedText(ending ?? url)}: ${words}`;
}
