import { ChoiceForm } from "./choice-form.ts";
import { createCloseEventView } from "./close-event-view.ts";
import type { CloseValues } from "./close-fields.ts";
import { createCloseForm } from "./close-form.ts";
import { element } from "./element.ts";
import { createEventsView } from "./events-view.ts";
import { createExpectationView } from "./expectation-view.ts";
import type { ThrownException } from "./observed-event.ts";
import { createServerView } from "./server-view.ts";

/** Where the element stands: before the first connection, and then where its connection stands. */
export type PlaygroundState = "idle" | "connecting" | "open" | "closed";

/** What the reader can make the element do. */
export interface PlaygroundActions {
  connect(): void;
  disconnect(): void;
  close(values: CloseValues): ThrownException | null;
  askAgain(): void;
  choiceChanged(): void;
}

/** All that stands in the element's shadow root. */
export class PlaygroundView {
  readonly choice: ChoiceForm;
  readonly events = createEventsView();
  readonly closeEvent = createCloseEventView();
  readonly expectation = createExpectationView();
  readonly server: ReturnType<typeof createServerView>;
  readonly element: HTMLElement;
  readonly #closeForm: ReturnType<typeof createCloseForm>;
  readonly #connect = element("button", { type: "submit", part: "button connect-button", class: "primary" }, "Connect");
  readonly #disconnect = element("button", { type: "button", part: "button disconnect-button" }, "Disconnect");
  readonly #status = element("p", { role: "status", part: "status" });

  constructor(actions: PlaygroundActions) {
    this.choice = new ChoiceForm(actions.choiceChanged);
    this.server = createServerView(actions.askAgain);
    this.#closeForm = createCloseForm(actions.close);
    this.#disconnect.addEventListener("click", actions.disconnect);
    const buttons = element("div", { class: "actions" }, this.#connect, this.#disconnect, this.#status);
    const form = element("form", { part: "form", novalidate: true }, this.choice.element, buttons);
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      actions.connect();
    });
    const { events, closeEvent, server, expectation } = this;
    const panels = [closeEvent, events, expectation, server].map((view) => view.element);
    const results = element("div", { class: "results", part: "results" }, ...panels);
    this.element = element("div", { class: "root", part: "root" }, form, this.#closeForm.element, results);
  }

  setStatus(status: string): void {
    this.#status.replaceChildren(status);
  }

  /** Buttons that can do nothing just now stay focusable, so that the focus is never lost. */
  setState(state: PlaygroundState): void {
    const isBusy = state === "connecting" || state === "open";
    this.element.setAttribute("data-state", state);
    this.#connect.setAttribute("aria-disabled", String(isBusy));
    this.#disconnect.setAttribute("aria-disabled", String(!isBusy));
    this.#disconnect.replaceChildren(state === "connecting" ? "Cancel" : "Disconnect");
    if (!isBusy) this.#hideCloseForm();
  }

  showCloseForm(): void {
    this.#closeForm.setShown(true);
  }

  #hideCloseForm(): void {
    const hadFocus = this.#closeForm.element.matches(":focus-within");
    this.#closeForm.setShown(false);
    if (hadFocus) this.#connect.focus();
  }
}
