import type { PlaygroundState, ShownRun } from "../run/shown-run.ts";
import { element } from "../ui/element.ts";
import { onEnter } from "../ui/on-enter.ts";
import { ChoiceForm } from "./choice-form.ts";
import { createCloseEventView } from "./close-event-view.ts";
import { createEventsView } from "./events-view.ts";

/** The reader's commands to the element. */
export interface ViewActions {
  connect(): void;
  disconnect(): void;
  choiceChanged(): void;
  /** The rarely used part of the form was opened. */
  moreOpened(): void;
}

/** The content of the element's shadow root. */
export class PlaygroundView {
  readonly choice: ChoiceForm;
  /** Below the form, for the parts that are loaded later. */
  readonly tools = element("div", { class: "tools", part: "tools" });
  readonly more = element("details", { class: "more", part: "more" }, element("summary", {}, "More"));
  readonly label = element("p", { class: "label", part: "run-label" });
  readonly connect = element("button", { type: "button", part: "button connect-button", class: "primary" });
  readonly element: HTMLElement;
  #level = "3";
  readonly #events = createEventsView();
  readonly #closeEvent = createCloseEventView();
  readonly #results = element(
    "div",
    { class: "results", part: "results" },
    this.label,
    this.#closeEvent.element,
    this.#events.element,
  );
  readonly #disconnect = element("button", { type: "button", part: "button disconnect-button" });
  readonly #status = element("p", { role: "status", part: "status" });

  constructor(actions: ViewActions) {
    this.choice = new ChoiceForm(actions.choiceChanged);
    this.#disconnect.onclick = actions.disconnect;
    this.more.ontoggle = actions.moreOpened;
    this.connect.onclick = actions.connect;
    const form = element(
      "div",
      { class: "form", part: "form" },
      this.choice.element,
      element("div", { class: "actions" }, this.connect, this.#disconnect, this.#status),
      this.more,
    );
    onEnter(form, actions.connect);
    this.element = element("div", { class: "root", part: "root" }, form, this.tools, this.#results);
  }

  /** Updates buttons and status. Disabled buttons stay focusable, so that the focus is never lost. */
  setState(state: PlaygroundState, status: string, isFull: boolean): void {
    const isBusy = state === "connecting" || state === "open";
    this.connect.ariaDisabled = String(isFull);
    this.connect.textContent = isBusy ? "Connect another" : "Connect";
    this.#disconnect.ariaDisabled = String(!isBusy);
    this.#disconnect.textContent = state === "connecting" ? "Cancel" : "Disconnect";
    // Setting the same text again would make screen readers repeat it.
    if (this.#status.textContent !== status) this.#status.textContent = status;
  }

  /** Shows a run as it stands, or with `null` none. */
  show(run: ShownRun | null): void {
    this.label.hidden = run === null;
    this.label.textContent = run?.label ?? null;
    this.#events.show(run);
    this.#closeEvent.show(run);
  }

  /** Adds the panels of a later part. */
  addPanels(...panels: HTMLElement[]): void {
    this.#results.append(...panels);
    this.setLevel(this.#level);
  }

  /** Sets the level of the panels' titles, 1 to 6; 3 for any other value. */
  setLevel(level: string | null): void {
    this.#level = /^[1-6]$/.test(level ?? "") ? String(level) : "3";
    for (const title of this.#results.querySelectorAll("h3")) title.ariaLevel = this.#level;
  }
}
