import { findEndingRow } from "../facts/ending-rows.ts";
import type { PlaygroundEventDetails } from "../run/playground-events.ts";
import { Session } from "../run/session.ts";
import { playgroundStyleSheet, styleSheetOf } from "../ui/style-sheet.ts";
import { type PlaygroundState, PlaygroundView } from "./playground-view.ts";

/** Outside a browser there is no such class; the module can be imported there all the same. */
const Base = (globalThis.HTMLElement ?? class {}) as typeof HTMLElement;

/** The element `<close-event-playground>`: opens a WebSocket on a click, ends it in the way chosen, and shows everything that was seen of it. */
export class CloseEventPlayground extends Base {
  static readonly observedAttributes = ["ending", "code", "reason", "src", "mode", "fragment", "heading-level"];

  readonly #internals = this.attachInternals();
  #session: Session | undefined;
  #state: PlaygroundState = "idle";

  /** Where it stands; `:state(…)` matches the same. */
  get state(): PlaygroundState {
    return this.#state;
  }

  /** Opens the connection that is chosen, as a press on Connect does; to be called when a reader asked for it. */
  connect(): void {
    void this.#session?.connect();
  }

  connectedCallback(): void {
    addEventListener("hashchange", this.#onHashChange);
    if (this.#session) return;
    const root = this.attachShadow({ mode: "open" });
    const view = new PlaygroundView({
      connect: () => this.connect(),
      disconnect: () => session.disconnect(),
      choiceChanged: () => this.choiceChanged(),
      moreOpened: () => void session.load(),
    });
    const session = new Session({
      element: this,
      view,
      setState: (state, status) => this.#setState(state, status),
      dispatch: (type, detail) => this.#dispatch(type, detail),
      adopt: (css) => root.adoptedStyleSheets.push(styleSheetOf(css)),
    });
    this.#session = session;
    root.adoptedStyleSheets = [playgroundStyleSheet()];
    root.append(view.element);
    this.#fill();
    this.#onHashChange();
  }

  /** Leaving the document closes every socket, stops asking the lab, and clears every timer. */
  disconnectedCallback(): void {
    removeEventListener("hashchange", this.#onHashChange);
    this.#session?.stop();
  }

  /** `moveBefore()` moves it without that. */
  connectedMoveCallback(): void {}

  attributeChangedCallback(): void {
    this.#fill();
  }

  /** What is shown belongs to the last connection until something else is chosen. Called when the reader chose something. */
  choiceChanged(): void {
    const session = this.#session;
    void session?.load().then(([, actions]) => actions?.writeLink());
    if (!session?.isBusy) session?.show(null);
  }

  /** Only a page opened with such a link needs more than the attributes. */
  #onHashChange = (): void => {
    if (!this.hasAttribute("fragment") || !location.hash.startsWith("#wasclean?")) return;
    void this.#session?.load().then(([, actions]) => actions?.readLink());
  };

  /** Fills the form in from the attributes. */
  #fill(): void {
    const session = this.#session;
    if (!session) return;
    const [ending = null, code = null, reason = null, src = null] = ["ending", "code", "reason", "src"].map((name) =>
      this.getAttribute(name),
    );
    session.mode = this.getAttribute("mode");
    session.host.view.setLevel(this.getAttribute("heading-level"));
    session.host.view.choice.fill({ ending, code, reason, src });
    if (session.isBusy) return;
    session.show(null);
    if (ending !== null && !findEndingRow(ending)) session.say(`Not connected. No ending is called “${ending}”.`);
  }

  /** The detail is a copy: what a listener does to it changes nothing here. */
  #dispatch<K extends keyof PlaygroundEventDetails>(type: K, detail: PlaygroundEventDetails[K]): void {
    const copy = structuredClone(detail);
    this.dispatchEvent(new CustomEvent(type, { bubbles: true, composed: true, detail: copy }));
  }

  #setState(state: PlaygroundState, status: string): void {
    const { states } = this.#internals;
    states.delete(this.#state);
    states.add(state);
    this.#state = state;
    this.#session?.host.view.setState(state, status, this.#session.isFull);
  }
}
