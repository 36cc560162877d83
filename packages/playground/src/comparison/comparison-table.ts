import { engineName } from "../facts/engine-words.ts";
import { fieldWords, outcomeFields, type ScriptOutcome } from "../facts/outcome-fields.ts";
import { element } from "../ui/element.ts";
import { type Comparison, outcomesIn } from "./comparison.ts";

/** One line of the comparison. */
export interface ComparedRow {
  /** An engine's id, `specifications` or `run`. */
  id: string;
  name: string;
  /** `null` where it is missing; then `why` says why. */
  outcome: ScriptOutcome | null;
  /** Whole seconds up to the `close` event; `null` where it was less than two. */
  seconds: number | null;
  why: string | null;
}

/** The rows: the expected outcome, the run's, and each outcome of each engine. */
export function rowsOf(
  { expected, seen, measured }: Comparison,
  subject: string,
  seconds: number | null,
): ComparedRow[] {
  const rows: ComparedRow[] = [];
  const add = (id: string, name: string, outcome: ScriptOutcome | null, time: number | null, why: string | null) =>
    rows.push({ id, name, outcome, seconds: time, why });
  if (expected) add("specifications", "Specifications", expected, null, null);
  if (seen) add("run", subject, seen, seconds, null);
  for (const found of measured) {
    const { engine, observation, reason } = found;
    const name = engineName(engine);
    if (observation === null) add(engine.id, name, null, null, reason);
    for (const outcome of outcomesIn(found)) {
      const share = observation?.stable ? "" : `, ${outcome.runs} of ${observation?.runs} runs`;
      add(engine.id, name + share, outcome, outcome.seconds, null);
    }
  }
  return rows;
}

/** The rows as a table; values that differ from `reference` are marked. */
export function tableOf(rows: readonly ComparedRow[], reference: ScriptOutcome | null): HTMLElement {
  const fields = outcomeFields.filter((field) => field !== "throws" || rows.some(({ outcome }) => outcome?.throws));
  const heads = ["engine", ...fields, "time"].map((name) => element("th", { scope: "col" }, name));
  const body = rows.map(({ id, name, outcome, seconds, why }) =>
    element(
      "tr",
      { part: "comparison", "data-of": id },
      element("th", { scope: "row" }, name),
      ...(outcome === null
        ? [element("td", { colspan: `${fields.length + 1}` }, why ?? "not measured")]
        : [
            ...fields.map((field) => {
              const words = fieldWords(outcome[field]);
              const agrees = reference === null || words === fieldWords(reference[field]);
              return element(
                "td",
                {},
                agrees ? words : element("span", { class: "differs", part: "agreement" }, `✗\u00a0${words}`),
              );
            }),
            element("td", {}, timeWords(id, seconds)),
          ]),
    ),
  );
  const caption = element(
    "caption",
    { class: "note" },
    reference === null ? "" : "✗ marks what differs from the first line.",
  );
  const table = element(
    "table",
    {},
    caption,
    element("thead", {}, element("tr", {}, ...heads)),
    element("tbody", {}, ...body),
  );
  // Focusable, so that it can be scrolled by keyboard where it does not fit.
  return element("div", { class: "scroll", tabindex: "0", role: "group", "aria-label": "Comparison" }, table);
}

function timeWords(id: string, seconds: number | null): string {
  if (id === "specifications") return "";
  return seconds === null ? "<\u00a02\u00a0s" : `${seconds}\u00a0s`;
}
