import { METRICS, type Measure, type Metric } from "./corpus-page.ts";
import { isMet, type Measures } from "./measure-corpus.ts";

/** The title of each metric, with the result of the wiki team's own conversion (counted over their 4,669 pages). */
const ROWS = {
  words: { title: "words of text parameters present", theirs: "94.8 %" },
  samples: { title: "code samples byte-equal", theirs: "68.3 %" },
  compatibility: { title: "compatibility cells, versions, notes in place", theirs: "≈ 0 %" },
  links: { title: "internal links resolved, or marked as missing", theirs: "87 % resolve" },
  leftovers: { title: "pages with leftover wikitext", theirs: "258 pages" },
  safety: { title: "violations of safety", theirs: "130 pages raw" },
} as const satisfies Record<Metric, { title: string; theirs: string }>;

const number = (value: number) => value.toLocaleString("en-US");

/** A share in percent; 100 % only if all are good. */
function toPercent(good: number, total: number): string {
  if (total === 0) return "nothing to count";
  return `${(good === total ? 100 : Math.min(99.99, Math.floor((good / total) * 10_000) / 100)).toFixed(2)} %`;
}

function describe(metric: Metric, { good, total, counts, offenders }: Measure): { ours: string; counted: string } {
  const counted = Object.entries(counts).map(([name, value]) => `${name}: ${number(value)}`);
  const share = `${number(good)} of ${number(total)}`;
  if (metric === "leftovers") return { ours: `${total - good} pages`, counted: `${number(total)} pages` };
  if (metric === "safety") return { ours: `${offenders.length}`, counted: `${number(total)} tags` };
  if (metric === "links") {
    const resolved = counts.resolved ?? 0;
    return { ours: `${toPercent(resolved, total)} resolve`, counted: [`${share} right`, ...counted].join("; ") };
  }
  return { ours: toPercent(good, total), counted: [share, ...counted].join("; ") };
}

/** Formats the measures as a table of text. */
export function toTable(measures: Measures): string {
  const rows = METRICS.map((metric) => {
    const { ours, counted } = describe(metric, measures[metric]);
    return [isMet(measures[metric]) ? "ok" : "MISSED", ROWS[metric].title, ROWS[metric].theirs, ours, counted];
  });
  const table = [["", "metric", "wiki team", "ours", "counted"], ...rows];
  const widths = table[0]?.map((_, column) => Math.max(...table.map((row) => row[column]?.length ?? 0))) ?? [];
  return table
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}

/** Lists the worst offenders of every metric, one per line. */
export function toDetails(measures: Measures, corpus: string, limit: number): string {
  return METRICS.filter((metric) => measures[metric].offenders.length > 0)
    .map((metric) => {
      const { offenders } = measures[metric];
      const shown = offenders.slice(0, limit);
      const lines = shown.map(
        ({ path, line, message }) => `  ${corpus.replace(/\/+$/, "")}/${path}:${line} ${message}`,
      );
      return `${ROWS[metric].title}: ${shown.length} of ${number(offenders.length)}\n${lines.join("\n")}`;
    })
    .join("\n\n");
}

/** The measures and worst offenders, for `--json`. */
export function toReport(measures: Measures, pages: number, limit: number): object {
  const metrics = METRICS.map((metric) => {
    const { good, total, counts, offenders } = measures[metric];
    const worst = offenders.slice(0, limit).map(({ path, line, message }) => ({ path, line, message }));
    return [metric, { met: isMet(measures[metric]), good, total, counts, offenders: offenders.length, worst }] as const;
  });
  return { pages, metrics: Object.fromEntries(metrics) };
}
