import { queryLocalNetwork } from "../diagnosis/local-network.ts";
import type { Violation } from "../observe/watch-violations.ts";
import type { Session } from "../run/session.ts";
import { element } from "../ui/element.ts";
import type { ChoiceForm } from "../view/choice-form.ts";
import { explainUnreachable } from "./explain-unreachable.ts";
import type { LabAnswer } from "./lab-index.ts";

/** Why the lab cannot be used. */
export type Unreachable = LabAnswer & { lab: URL; violations: readonly Violation[] };

/** Where `npx @wasclean/lab` listens. */
const OWN_LAB = "http://localhost:4322/lab/";

/** Makes the notice that says why no lab answers, and offers what works without one. */
export async function createOffer(
  session: Session,
  choice: ChoiceForm,
  why: Unreachable,
  replay: (() => void) | null,
): Promise<HTMLElement> {
  const { lab, violations } = why;
  const localNetwork = await queryLocalNetwork();
  const facts = { answer: why, lab, violations, protocol: location.protocol, isOnline: navigator.onLine, localNetwork };
  const button = (label: string, part: string, action: () => void) => {
    const made = element("button", { type: "button", part: `button ${part}` }, label);
    made.onclick = action;
    return made;
  };
  return element(
    "section",
    { part: "offer", "aria-label": "Without a lab" },
    element("p", {}, "There is no lab, so nothing was connected. ", ...explainUnreachable(facts).join(" ")),
    element(
      "div",
      { class: "row" },
      ...(replay ? [button("Play the recording", "replay-button", replay)] : []),
      button("Try a lab on this computer", "own-lab-button", () => {
        session.lab = OWN_LAB;
        void session.connect();
      }),
      button("Use a URL of your own", "own-url-button", () => {
        choice.fill({ ending: null, code: null, reason: null, src: "" });
        choice.url.input.focus();
      }),
    ),
    element(
      "p",
      { class: "note", part: "note" },
      "To run a lab on this computer: ",
      element("code", {}, "npx @wasclean/lab"),
      `, which listens at ${OWN_LAB}. Chromium may then ask whether this page may reach this computer; it asks on the click only.`,
    ),
  );
}
