import type { Ending } from "@wasclean/data/schema";
import { quoted } from "./bounded-text.ts";
import { compareClose, type FieldComparison, type SeenValue } from "./compare-close.ts";
import { element } from "./element.ts";
import type { ExpectedClose } from "./expected-of.ts";
import type { ObservedEvent } from "./observed-event.ts";
import { createPanel, noteOf } from "./panel.ts";

/** What is compared with what was seen. */
export interface Expectation {
  /** `null` for a URL of one's own. */
  ending: Ending | null;
  expected: ExpectedClose | null;
  /** Why nothing is expected; `null` where the specifications leave it open. */
  why: string | null;
}

/** What the specifications expect, and whether this browser agrees. */
export interface ExpectationView {
  element: HTMLElement;
  /** `events` is `null` before the end; `caveat` says why they are not to be compared. */
  show(expectation: Expectation, events: readonly ObservedEvent[] | null, caveat?: string | null): void;
}

/** Makes the view of what is expected. */
export function createExpectationView(): ExpectationView {
  const panel = createPanel("expectation", "What the specifications expect");
  return {
    element: panel.element,
    show({ ending, expected, why }, events, caveat = null) {
      if (ending === null) return panel.showNote("Nothing to compare: what your server does is not known here.");
      if (expected === null) {
        return panel.show(verdict(why ?? "The specifications leave this open."), citationsOf(ending));
      }
      const seen = caveat === null ? events : null;
      const rows = compareClose(expected, seen ?? []);
      panel.show(
        caveat !== null
          ? verdict(caveat)
          : seen === null
            ? noteOf("Not compared yet: press Connect.")
            : verdictOf(rows),
        tableOf(rows, seen !== null),
        citationsOf(ending),
      );
    },
  };
}

function verdict(text: string): HTMLElement {
  return element("p", { class: "verdict", part: "verdict" }, text);
}

function verdictOf(rows: readonly FieldComparison[]): HTMLElement {
  const differing = rows.filter(({ agrees }) => !agrees).map(({ field }) => field);
  if (differing.length === 0) return verdict("✓ This browser agrees with the specifications.");
  const list = new Intl.ListFormat("en").format(differing);
  return verdict(`✗ This browser differs from the specifications in ${list}.`);
}

function tableOf(rows: readonly FieldComparison[], isCompared: boolean): HTMLElement {
  const headings = isCompared ? ["Field", "Expected", "This browser"] : ["Field", "Expected"];
  const head = headings.map((heading) => element("th", { scope: "col" }, heading));
  const body = rows.map(({ field, expected, observed, agrees }) =>
    element(
      "tr",
      { part: "comparison", "data-field": field, "data-agrees": isCompared && String(agrees) },
      element("th", { scope: "row" }, field),
      element("td", {}, wordsOf(expected)),
      ...(isCompared ? [element("td", {}, wordsOf(observed), agreement(agrees))] : []),
    ),
  );
  return element("table", {}, element("thead", {}, element("tr", {}, ...head)), element("tbody", {}, ...body));
}

function agreement(agrees: boolean): HTMLElement {
  return element(
    "span",
    { class: agrees ? "agrees" : "differs", part: "agreement" },
    agrees ? "✓ agrees" : "✗ differs",
  );
}

function wordsOf(value: SeenValue): string {
  if (value === null) return "nothing";
  if (typeof value === "string") return quoted(value);
  return typeof value === "object" ? value.join(" → ") : String(value);
}

function citationsOf({ citation }: Ending): HTMLElement {
  const items = citation.map(({ specification, section, url }) =>
    element("li", {}, element("a", { href: url, part: "link" }, `${specification}, ${section}`)),
  );
  return element("ul", { class: "citations", "aria-label": "Where the specifications say so" }, ...items);
}
