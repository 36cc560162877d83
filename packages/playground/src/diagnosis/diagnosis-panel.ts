import type { DetailsPanel } from "../ui/details-panel.ts";
import { element } from "../ui/element.ts";
import { createPanel } from "../ui/panel.ts";
import { type Cause, diagnose } from "./diagnosis.ts";

/** Styles of the panel. */
export const diagnosisStyles = `
.causes li { margin-block: .5rem; overflow-wrap: anywhere; }
.diagnosis details { margin-block: .5rem; }
`;

const LIMITS_URL = "https://websockets.spec.whatwg.org/#feedback-from-the-protocol";

/** Makes the panel “Why did it end?” for runs with a URL of the reader's own. Hidden for other runs. */
export function createDiagnosis(): DetailsPanel {
  const panel = createPanel("diagnosis", "Why did it end?");
  const clear = () => {
    panel.element.hidden = true;
  };
  let shown = "";
  clear();
  return {
    element: panel.element,
    clear,
    show(run) {
      panel.element.hidden = run.mode !== "own";
      if (panel.element.hidden) return;
      const { headline, facts, causes, limits } = diagnose(run);
      const key = JSON.stringify([headline, facts, causes]);
      if (key === shown) return;
      shown = key;
      if (causes.length === 0) return panel.showNote(headline);
      const listOf = (verdict: Cause["verdict"]) => causes.filter((cause) => cause.verdict === verdict);
      const out = listOf("excluded");
      panel.show(
        element("p", { class: "verdict", part: "verdict" }, headline),
        ...causeList("Certain:", listOf("certain")),
        ...causeList("Possible, and not to be told apart:", listOf("possible")),
        more(`Excluded: ${out.length}`, ...causeList("", out)),
        more("What was seen", element("p", { class: "note" }, facts.join("; "))),
        element(
          "p",
          { class: "note", part: "note" },
          `${limits} `,
          element("a", { href: LIMITS_URL, part: "link" }, "WHATWG WebSockets"),
        ),
      );
    },
  };
}

function more(summary: string, ...content: HTMLElement[]): HTMLElement {
  return element("details", {}, element("summary", {}, summary), ...content);
}

function causeList(title: string, causes: readonly Cause[]): HTMLElement[] {
  if (causes.length === 0) return [];
  const items = causes.map(({ id, title, verdict, because, check }) =>
    element(
      "li",
      { part: "cause", "data-cause": id, "data-verdict": verdict },
      element("strong", {}, `${title}.`),
      ` ${because} `,
      verdict === "excluded" ? "" : element("span", { class: "note" }, `Check: ${check}`),
    ),
  );
  return [...(title ? [element("p", { class: "note" }, title)] : []), element("ul", { class: "causes" }, ...items)];
}
