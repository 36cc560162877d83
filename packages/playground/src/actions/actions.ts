import type { ActionsPart } from "../run/later-parts.ts";
import type { Choice } from "../run/run.ts";
import type { Session } from "../run/session.ts";
import type { ShownRun } from "../run/shown-run.ts";
import { element } from "../ui/element.ts";
import type { PlaygroundView } from "../view/playground-view.ts";
import { actionsStyles } from "./actions-styles.ts";
import { connect } from "./connect.ts";
import { chosenOf, readFragment, readProtocols, toFragment } from "./link.ts";
import { More } from "./more.ts";
import { createOffer } from "./offer.ts";
import { createOpenForms } from "./open-forms.ts";
import { RunList } from "./run-list.ts";

/** Milliseconds before the forms appear: most endings are over sooner, and would make them flash. */
const FORMS_DELAY = 250;

/** Everything a reader of one element can do beside connecting. */
export class Actions implements ActionsPart {
  readonly #session: Session;
  readonly #view: PlaygroundView;
  readonly #forms = createOpenForms(() => this.#session.shown);
  readonly #formsElement = element("div", { hidden: true }, ...this.#forms.elements);
  readonly #list: RunList;
  readonly #more: More;
  #offer: HTMLElement | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** Adds its parts to the element's view. */
  constructor(session: Session, view: PlaygroundView) {
    this.#session = session;
    this.#view = view;
    session.host.adopt(actionsStyles);
    this.#list = new RunList(session, () => view.connect.focus());
    const link = () => location.href.replace(/#.*/s, "") + this.#fragment;
    this.#more = new More(session, link, () => this.writeLink());
    view.more.append(this.#more.element);
    view.tools.append(this.#formsElement, this.#list.element);
  }

  show(run: ShownRun | null): void {
    clearTimeout(this.#timer);
    if (run?.state === "open") this.#timer = setTimeout(() => this.#showForms(), FORMS_DELAY);
    else this.#showForms();
    this.#list.update();
    this.#more.update();
    if (run !== null) this.#removeOffer();
  }

  async connect(choice: Choice, lab: URL, replay: () => void): Promise<void> {
    this.#removeOffer();
    const why = await connect(this.#session, this.#view.element, choice, lab, replay);
    if (why === null) return;
    this.#offer = await createOffer(
      this.#session,
      this.#view.choice,
      why,
      this.#session.mode === "live" ? null : replay,
    );
    this.#view.tools.prepend(this.#offer);
  }

  readLink(): void {
    const chosen = readFragment(location.hash);
    if (chosen === null) return;
    const session = this.#session;
    session.mode = chosen.mode;
    session.protocols = readProtocols(chosen.protocols ?? "");
    this.#view.choice.fill(chosen);
    if (!session.isBusy) session.show(null);
    this.#more.update();
  }

  writeLink(): void {
    if (!this.#session.host.element.hasAttribute("fragment")) return;
    if (location.hash !== "" && readFragment(location.hash) === null) return;
    try {
      history.replaceState(history.state, "", this.#fragment);
    } catch {
      // Refused in a sandboxed page, and by browsers that limit its rate: the link is for sharing only.
    }
  }

  get #fragment(): string {
    return toFragment(chosenOf(this.#session, this.#view.choice));
  }

  #removeOffer(): void {
    if (this.#offer?.matches(":focus-within")) this.#view.connect.focus();
    this.#offer?.remove();
  }

  #showForms(): void {
    const { shown } = this.#session;
    const isOpen = shown?.state === "open" && shown.close !== undefined;
    if (isOpen !== this.#formsElement.hidden) return;
    const hadFocus = this.#formsElement.matches(":focus-within");
    this.#formsElement.hidden = !isOpen;
    this.#forms.clear();
    if (hadFocus && !isOpen) this.#view.connect.focus();
  }
}
