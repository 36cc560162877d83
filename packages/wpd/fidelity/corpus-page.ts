import type { ReadRecord } from "./read-record.ts";
import type { ScannedPage } from "./scan-page.ts";

/** A page of the corpus beside what became of it. */
export interface CorpusPage {
  /** Relative to the corpus. */
  path: string;
  /** The path without extension: the record's file and the target of links. */
  slug: string;
  scanned: ScannedPage;
  record: ReadRecord;
}

/** One thing that is not as it should be. */
interface Offender {
  path: string;
  line: number;
  message: string;
  /** How much is wrong, for sorting. */
  weight: number;
}

/** What a metric adds up to, over one page or all of them. */
export interface Measure {
  /** What is as it should be. */
  good: number;
  total: number;
  /** More numbers to print, by name. */
  counts: Record<string, number>;
  offenders: Offender[];
}

/** The metrics, in the order of the table. */
export const METRICS = ["words", "samples", "compatibility", "links", "leftovers", "safety"] as const;
export type Metric = (typeof METRICS)[number];

/** Makes an empty measure. */
export const createMeasure = (): Measure => ({ good: 0, total: 0, counts: {}, offenders: [] });

/** Counts one more thing under a name. */
export function count(measure: Measure, name: string, by = 1): void {
  measure.counts[name] = (measure.counts[name] ?? 0) + by;
}

/** Says that something at an offset of the page is wrong. */
export function accuse(measure: Measure, page: CorpusPage, offset: number, message: string, weight = 1): void {
  let line = 1;
  const { source } = page.scanned;
  for (let at = source.indexOf("\n"); at !== -1 && at < offset; at = source.indexOf("\n", at + 1)) line++;
  measure.offenders.push({ path: page.path, line, message, weight });
}

/** A piece of text, short enough for a line. */
export function quote(text: string): string {
  const line = text.replace(/\s+/g, " ").trim();
  return `“${line.length > 70 ? `${line.slice(0, 67)}…` : line}”`;
}
