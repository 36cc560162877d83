import type { Choice } from "../run/run.ts";
import type { Session } from "../run/session.ts";
import type { ShownRun } from "../run/shown-run.ts";
import { element } from "../ui/element.ts";
import { actionsStyles } from "./actions-styles.ts";
import { connect } from "./connect.ts";
import { chosenOf, readFragment, readProtocols, toFragment } from "./link.ts";
import { createMore } from "./more.ts";
import { createOffer } from "./offer.ts";
import { createOpenForms } from "./open-forms.ts";
import { createRunList } from "./run-list.ts";

/** Most endings are over before anybody could press a button: the forms come after this many milliseconds, so that nothing flashes. */
const FORMS_DELAY = 250;

/** What one can do beside connecting. */
export interface Actions {
  show(run: ShownRun | null): void;
  /** Connects where there is a lab; else says why there is none, and what else can be done. */
  connect(choice: Choice, lab: URL, replay: () => void): Promise<void>;
  /** Fills the form in from the page's fragment, where that is ours. */
  readLink(): void;
  /** Writes what is chosen into the page's fragment, where that is empty or ours. */
  writeLink(): void;
}

/** Makes this part of an element, and puts it where it belongs. */
export function createActions(session: Session): Actions {
  const { view, adopt } = session.host;
  adopt(actionsStyles);
  const forms = createOpenForms(() => session.shown);
  const formsElement = element("div", { hidden: true }, ...forms.elements);
  const list = createRunList(session);
  const more = createMore(session, () => location.href.replace(/#.*/s, "") + toFragment(chosenOf(session)), writeLink);
  view.more.append(more.element);
  view.tools.append(formsElement, list.element);
  let offered: HTMLElement | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const dropOffer = () => {
    if (offered?.matches(":focus-within")) view.connect.focus();
    offered?.remove();
  };
  const showForms = () => {
    const isOpen = session.shown?.state === "open" && session.shown.close !== undefined;
    if (isOpen !== formsElement.hidden) return;
    const hadFocus = formsElement.matches(":focus-within");
    formsElement.hidden = !isOpen;
    forms.clear();
    if (hadFocus && !isOpen) view.connect.focus();
  };

  function writeLink(): void {
    if (!session.host.element.hasAttribute("fragment")) return;
    if (location.hash !== "" && readFragment(location.hash) === null) return;
    try {
      history.replaceState(history.state, "", toFragment(chosenOf(session)));
    } catch {
      // A sandboxed page may not, and a browser may find it too often: the link is for sharing only.
    }
  }
  return {
    show(run) {
      clearTimeout(timer);
      if (run?.state === "open") timer = setTimeout(showForms, FORMS_DELAY);
      else showForms();
      list.update();
      more.update();
      if (run !== null) dropOffer();
    },
    async connect(choice, lab, replay) {
      dropOffer();
      const why = await connect(session, choice, lab, replay);
      if (why === null) return;
      offered = await createOffer(session, why, session.mode === "live" ? null : replay);
      view.tools.prepend(offered);
    },
    readLink() {
      const chosen = readFragment(location.hash);
      if (chosen === null) return;
      session.mode = chosen.mode;
      session.protocols = readProtocols(chosen.protocols ?? "");
      view.choice.fill(chosen);
      if (!session.isBusy) session.show(null);
      more.update();
    },
    writeLink,
  };
}
