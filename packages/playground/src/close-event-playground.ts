import { findEnding } from "./endings.ts";
import { readLabUrl } from "./lab-url.ts";
import type { PlaygroundEventDetails } from "./playground-events.ts";
import { type PlaygroundState, PlaygroundView } from "./playground-view.ts";
import { createRun, expectationOf, type Run } from "./run.ts";
import { RunConductor, type RunHost } from "./run-conductor.ts";
import { playgroundStyleSheet } from "./style-sheet.ts";

/** Outside a browser there is no such class; the module can be imported there all the same. */
const Base = (globalThis.HTMLElement ?? class {}) as typeof HTMLElement;

/** The element `<close-event-playground>`: opens a WebSocket on a click, ends it in the way chosen, and shows everything that was seen of it. */
export class CloseEventPlayground extends Base {
  static readonly observedAttributes = ["lab", "ending", "code", "reason", "src"];

  readonly #internals = this.attachInternals();
  #view: PlaygroundView | null = null;
  #state: PlaygroundState = "idle";
  #conductor: RunConductor | null = null;

  /** Where it stands; `:state(…)` matches the same. */
  get state(): PlaygroundState {
    return this.#state;
  }

  connectedCallback(): void {
    if (this.#view !== null) return;
    const root = this.attachShadow({ mode: "open" });
    root.adoptedStyleSheets = [playgroundStyleSheet()];
    this.#view = new PlaygroundView({
      connect: () => this.#connect(),
      disconnect: () => void this.#conductor?.close(),
      close: ({ code, reason }) => this.#conductor?.close(code ?? undefined, reason || undefined) ?? null,
      askAgain: () => void this.#conductor?.askLab(),
      choiceChanged: () => this.#showChoice(),
    });
    root.append(this.#view.element);
    this.#fill();
  }

  /** Leaving the document closes the socket, stops asking the lab, and clears every timer. */
  disconnectedCallback(): void {
    this.#conductor?.stop();
  }

  /** `moveBefore()` moves it without that. */
  connectedMoveCallback(): void {}

  attributeChangedCallback(name: string): void {
    if (this.#view !== null && name !== "lab") this.#fill();
  }

  #fill(): void {
    const attributes = (["ending", "code", "reason", "src"] as const).map((name) => [name, this.getAttribute(name)]);
    this.#view?.choice.fill(Object.fromEntries(attributes));
    this.#showChoice();
  }

  /** What is shown belongs to the last connection until something else is chosen. */
  #showChoice(): void {
    const view = this.#view;
    if (view === null || this.#isBusy) return;
    this.#conductor?.stop();
    this.#conductor = null;
    const { ending, values } = view.choice.preview();
    view.events.clear();
    view.closeEvent.showNote("Nothing yet: it comes when a connection ends.");
    view.server.showNote(
      ending === null
        ? "Only the lab tells what it saw; a server of your own is not asked."
        : "Nothing yet: the lab is asked once the connection has ended.",
    );
    view.expectation.show(expectationOf(ending === null ? { ending, url: "" } : { ending, values }), null);
    const asked = this.getAttribute("ending");
    const isUnknown = asked !== null && findEnding(asked) === undefined;
    this.#setState("idle", isUnknown ? `Not connected. No ending is called “${asked}”.` : "Not connected.");
  }

  #connect(): void {
    const view = this.#view;
    if (view === null || this.#isBusy) return;
    const choice = view.choice.read();
    if (choice === null) {
      this.#setState("idle", "Not connected: a field needs another value.");
      return;
    }
    const lab = this.getAttribute("lab") ?? "/lab/";
    const run = createRun(choice, readLabUrl(lab, document.baseURI));
    if (run === null) {
      this.#setState("idle", `Not connected: the attribute lab, “${lab}”, is no http: or https: address.`);
      return;
    }
    this.#conductor?.stop();
    this.#conductor = new RunConductor(run, view, this.#hostOf(run));
    this.#conductor.start();
  }

  /** What a run does to this element. Another run begins only once the one before has ended, so that no two of them speak. */
  #hostOf(run: Run): RunHost {
    const about = {
      url: run.url,
      ending: run.expectation.ending?.id ?? null,
      connection: run.record?.connection ?? null,
    };
    return {
      setState: (state, status) => this.#setState(state, status),
      dispatch: (type, detail) => this.#dispatch(type, { ...about, ...detail } as PlaygroundEventDetails[typeof type]),
    };
  }

  /** The detail is a copy: what a listener does to it changes nothing here. */
  #dispatch<K extends keyof PlaygroundEventDetails>(type: K, detail: PlaygroundEventDetails[K]): void {
    const copy = structuredClone(detail);
    this.dispatchEvent(new CustomEvent(type, { bubbles: true, composed: true, detail: copy }));
  }

  get #isBusy(): boolean {
    return this.#state === "connecting" || this.#state === "open";
  }

  #setState(state: PlaygroundState, status: string): void {
    this.#internals.states.delete(this.#state);
    this.#internals.states.add(state);
    this.#state = state;
    this.#view?.setState(state);
    this.#view?.setStatus(status);
  }
}
