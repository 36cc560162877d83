import { findEndingRow } from "../facts/ending-rows.ts";
import { boundedText } from "../observe/bounded-text.ts";
import type { LaterParts } from "../run/later-parts.ts";
import type { PlaygroundEventDetails } from "../run/playground-events.ts";
import { Session } from "../run/session.ts";
import type { PlaygroundState } from "../run/shown-run.ts";
import { playgroundStyleSheet, styleSheetOf } from "../ui/style-sheet.ts";
import { PlaygroundView } from "../view/playground-view.ts";

/** `HTMLElement`, or outside a browser, where the module can be imported too, an empty class. */
const Base = (globalThis.HTMLElement ?? class {}) as typeof HTMLElement;

// custom-elements.json is generated from the comment below and from those of `PlaygroundEventDetails`.
/**
 * Opens a WebSocket on a click, ends it in the way chosen, and shows everything that was observed.
 *
 * @tagname close-event-playground
 * @slot - Shown where scripts are off.
 *
 * @attr {string} [lab="/lab/"] - Address of the lab, http: or https:, absolute or relative to the document.
 * @attr {string} ending - Id of the ending to choose first, or of a preset such as server-close-4000.
 * @attr {string} code - The code to fill in, where the ending has such a parameter.
 * @attr {string} reason - The reason to fill in, where the ending has such a parameter.
 * @attr {string} src - Your own ws: or wss: URL, chosen where there is no ending.
 * @attr {"auto" | "live" | "recorded"} [mode="auto"] - Whether results come from a lab or from a recording.
 * @attr {boolean} fragment - Present: the page's fragment follows the choice. At most one element of a page may have it.
 * @attr {"1" | "2" | "3" | "4" | "5" | "6"} [heading-level="3"] - Level of the panels' headings.
 *
 * @cssstate idle - Nothing was connected yet.
 * @cssstate connecting - The socket was made and is not open yet.
 * @cssstate open - The connection is open.
 * @cssstate closed - The connection ended.
 *
 * @cssproperty --wasclean-accent - Links, the Connect button, and focus.
 * @cssproperty --wasclean-on-accent - Text on the Connect button.
 * @cssproperty --wasclean-text - Text.
 * @cssproperty --wasclean-quiet-text - Hints and labels of values.
 * @cssproperty --wasclean-background - Background of the element.
 * @cssproperty --wasclean-field - Background of fields.
 * @cssproperty --wasclean-line - Hairlines.
 * @cssproperty --wasclean-field-line - Borders of fields and buttons.
 * @cssproperty --wasclean-font - Font family of text.
 * @cssproperty --wasclean-mono-font - Font family of codes and samples.
 *
 * @csspart root - Everything inside the element.
 * @csspart form - The form in which an ending is chosen.
 * @csspart connect-button - The button that connects.
 * @csspart disconnect-button - The button that stops.
 * @csspart status - The line that says where the connection stands.
 * @csspart more - The rarely used part of the form.
 * @csspart tools - Sending, closing and the list of connections, below the form.
 * @csspart results - All panels.
 * @csspart run-label - The line that says what the results are from.
 * @csspart panel - Each panel; the README lists the parts of each.
 * @csspart title - The heading of a panel.
 * @csspart event - A row of the list of events.
 * @csspart value - A value of the CloseEvent.
 * @csspart verdict - The result of a comparison.
 */
export class CloseEventPlayground extends Base {
  static readonly observedAttributes = ["ending", "code", "reason", "src", "mode", "fragment", "heading-level"];

  readonly #internals = this.attachInternals();
  #session: Session | undefined;
  #view: PlaygroundView | undefined;
  #state: PlaygroundState = "idle";

  /** Where the connection shown stands; `:state(…)` matches the same. */
  get state(): PlaygroundState {
    return this.#state;
  }

  /** Opens the chosen connection, as a press on Connect does; to be called when a reader asked for it. */
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
    const session = new Session(
      {
        element: this,
        view,
        setState: (state, status) => this.#setState(state, status),
        dispatch: (type, detail) => this.#dispatch(type, detail),
        adopt: (css) => void root.adoptedStyleSheets.push(styleSheetOf(css)),
      },
      (own) => loadParts(own, view),
    );
    this.#session = session;
    this.#view = view;
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

  /** @internal `moveBefore()` moves the element without disconnecting it. */
  connectedMoveCallback(): void {}

  attributeChangedCallback(): void {
    this.#fill();
  }

  /** @internal The results belong to the last connection until the reader chooses something else. */
  choiceChanged(): void {
    const session = this.#session;
    void session?.load().then((parts) => parts?.actions.writeLink());
    if (!session?.isBusy) session?.show(null);
  }

  /** Reads the page's fragment. Pages opened with another one do not load the part that reads it. */
  #onHashChange = (): void => {
    if (!this.hasAttribute("fragment") || !location.hash.startsWith("#wasclean?")) return;
    void this.#session?.load().then((parts) => parts?.actions.readLink());
  };

  /** Fills the form in from the attributes. */
  #fill(): void {
    const session = this.#session;
    if (!session) return;
    const [ending = null, code = null, reason = null, src = null] = ["ending", "code", "reason", "src"].map((name) =>
      this.getAttribute(name),
    );
    session.mode = this.getAttribute("mode");
    this.#view?.setLevel(this.getAttribute("heading-level"));
    this.#view?.choice.fill({ ending, code, reason, src });
    if (session.isBusy) return;
    session.show(null);
    if (ending !== null && !findEndingRow(ending))
      session.say(`Not connected. No ending is called “${boundedText(ending)}”.`);
  }

  /** Dispatches a copy, so that listeners cannot change the run. */
  #dispatch<K extends keyof PlaygroundEventDetails>(type: K, detail: PlaygroundEventDetails[K]): void {
    const copy = structuredClone(detail);
    this.dispatchEvent(new CustomEvent(type, { bubbles: true, composed: true, detail: copy }));
  }

  #setState(state: PlaygroundState, status: string): void {
    const { states } = this.#internals;
    states.delete(this.#state);
    states.add(state);
    this.#state = state;
    this.#view?.setState(state, status, this.#session?.isFull ?? false);
  }
}

async function loadParts(session: Session, view: PlaygroundView): Promise<LaterParts> {
  const [{ Details }, { Actions }] = await Promise.all([import("./details.ts"), import("../actions/actions.ts")]);
  return { details: new Details(session, view), actions: new Actions(session, view) };
}
