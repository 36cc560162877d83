import { engineName } from "../facts/engine-words.ts";
import { engines } from "../facts/engines.ts";
import { secondsOf } from "../facts/outcome-fields.ts";
import type { RunData } from "../run/run-data.ts";
import type { DetailsPanel } from "../ui/details-panel.ts";
import { element } from "../ui/element.ts";
import { createPanel, noteOf } from "../ui/panel.ts";
import { type Comparison, compareRun } from "./comparison.ts";
import { rowsOf, tableOf } from "./comparison-table.ts";
import { engineVerdict, specificationVerdict } from "./comparison-words.ts";
import { toReport } from "./report.ts";

/** Styles of the comparison. */
export const comparisonStyles = `
.expectation { grid-column: 1 / -1; }
.scroll { overflow-x: auto; margin-block-start: 1rem; }
.scroll :is(th, td) { overflow-wrap: break-word; }
caption { text-align: start; caption-side: bottom; padding-block-start: .5rem; }
`;

/** Makes the panel that compares a run with the specifications and with the engines' observations. */
export function createComparison(): DetailsPanel {
  const panel = createPanel("expectation", "Specifications and engines");
  let shown = "";
  return {
    element: panel.element,
    show(run, state) {
      const key = [
        state,
        run.startedAt,
        run.url,
        run.engine,
        state === "ended" && run.events.length,
        !!run.record,
      ].join();
      if (key === shown) return;
      shown = key;
      panel.show(...contentOf(run, compareRun(run, state)));
    },
    clear() {
      shown = "";
      panel.showNote("Nothing to compare yet.");
    },
  };
}

function contentOf(run: RunData, comparison: Comparison): HTMLElement[] {
  const { details, differences, own, notes } = comparison;
  const verdict = (words: string, part: string) => element("p", { class: "verdict", part }, words);
  const subject = subjectOf(run);
  const ofEngine = engineVerdict(comparison, subject, run.userAgent);
  const content: HTMLElement[] = [verdict(specificationVerdict(comparison, subject), "verdict")];
  if (details === null) return content;
  if (ofEngine && run.mode === "live") content.push(verdict(ofEngine, "engine-verdict"));
  if (run.mode === "live" && differences.length + (own?.differences?.length ?? 0) > 0) {
    content.push(copyButton(() => toReport(run, comparison)));
  }
  return [
    ...content,
    ...notes.map(noteOf),
    tableOf(rowsOf(comparison, subject, secondsOf(run.events)), comparison.expected ?? comparison.seen),
    citationsOf(details),
  ];
}

/** The subject of the sentences about a run, which may come from a file. */
function subjectOf({ engine: id, userAgent }: RunData): string {
  const engine = engines.find((each) => each.id === id);
  if (engine !== undefined) return `The recording of ${engineName(engine)}`;
  return userAgent === navigator.userAgent ? "This browser" : "That browser";
}

function citationsOf({ citation }: NonNullable<Comparison["details"]>): HTMLElement {
  const items = citation.map(({ specification, section, url }) =>
    element("li", {}, element("a", { href: url, part: "link" }, `${specification}, ${section}`)),
  );
  return element("ul", { class: "citations", "aria-label": "Where the specifications say so" }, ...items);
}

/** Copies a text; where the browser does not allow that, shows it to be copied by hand. */
function copyButton(text: () => string): HTMLElement {
  const button = element("button", { type: "button", part: "button report-button", class: "quiet" }, "Copy a report");
  const area = element("textarea", { readonly: true, hidden: true, rows: "8", "aria-label": "Report", part: "input" });
  const status = element("span", { "aria-live": "polite" });
  button.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(text());
      status.replaceChildren("Copied.");
    } catch {
      area.hidden = false;
      area.value = text();
      area.select();
    }
  });
  return element("div", {}, button, " ", status, area);
}
