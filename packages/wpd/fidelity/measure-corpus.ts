import { type CorpusPage, createMeasure, METRICS, type Measure, type Metric } from "./corpus-page.ts";
import { measureCompatibility } from "./measure-compatibility.ts";
import { measureLeftovers } from "./measure-leftovers.ts";
import { measureLinks } from "./measure-links.ts";
import { measureSafety } from "./measure-safety.ts";
import { measureSamples } from "./measure-samples.ts";
import { measureWords } from "./measure-words.ts";
import { createTargetResolver, type TargetResolver } from "./resolve-target.ts";

/** All metrics over a corpus. */
export type Measures = Record<Metric, Measure>;

const MEASURE = {
  words: measureWords,
  samples: measureSamples,
  compatibility: measureCompatibility,
  links: measureLinks,
  leftovers: measureLeftovers,
  safety: measureSafety,
} as const satisfies Record<Metric, (page: CorpusPage, resolver: TargetResolver) => Measure>;

/** Measures all pages; offenders are sorted worst first. */
export function measureCorpus(pages: readonly CorpusPage[]): Measures {
  const resolver = createTargetResolver(pages.map(({ slug }) => slug));
  const measures = Object.fromEntries(METRICS.map((metric) => [metric, createMeasure()])) as Measures;
  for (const page of pages) for (const metric of METRICS) add(measures[metric], MEASURE[metric](page, resolver));
  for (const { offenders } of Object.values(measures)) offenders.sort((a, b) => b.weight - a.weight);
  return measures;
}

function add(sum: Measure, { good, total, counts, offenders }: Measure): void {
  sum.good += good;
  sum.total += total;
  sum.offenders.push(...offenders);
  for (const [name, number] of Object.entries(counts)) sum.counts[name] = (sum.counts[name] ?? 0) + number;
}

/** Whether the target is met: all are good, and there are no offenders. */
export const isMet = ({ good, total, offenders }: Measure): boolean => good === total && offenders.length === 0;
