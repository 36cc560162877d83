import type { ReadRecord } from "./read-record.ts";
import type { ScannedPage } from "./scan-page.ts";

/** A page of the corpus and its record. */
export interface CorpusPage {
  /** Relative to the corpus. */
  path: string;
  /** The path without extension: the record's file and the target of links. */
  slug: string;
  scanned: ScannedPage;
  record: ReadRecord;
}

/** One place where a record is wrong. */
interface Offender {
  path: string;
  line: number;
  message: string;
  /** The amount that is wrong, for sorting. */
  weight: number;
}

/** The result of a metric, over one page or all of them. */
export interface Measure {
  /** The number that is right. */
  good: number;
  total: number;
  /** Further counts to print, by name. */
  counts: Record<string, number>;
  offenders: Offender[];
}

/** The metrics, in the order of the table. */
export const METRICS = ["words", "samples", "compatibility", "links", "leftovers", "safety"] as const;
export type Metric = (typeof METRICS)[number];

/** Creates an empty measure. */
export const createMeasure = (): Measure => ({ good: 0, total: 0, counts: {}, offenders: [] });

/** Adds to the count of a name. */
export function count(measure: Measure, name: string, by = 1): void {
  measure.counts[name] = (measure.counts[name] ?? 0) + by;
}

/** Adds an offender at an offset of the page. */
export function accuse(measure: Measure, page: CorpusPage, offset: number, message: string, weight = 1): void {
  let line = 1;
  const { source } = page.scanned;
  for (let at = source.indexOf("\n"); at !== -1 && at < offset; at = source.indexOf("\n", at + 1)) line++;
  measure.offenders.push({ path: page.path, line, message, weight });
}

/** Quotes a text on one line, shortened to 70 characters. */
export function quote(text: string): string {
  const line = text.replace(/\s+/g, " ").trim();
  return `“${line.length > 70 ? `${line.slice(0, 67)}…` : line}”`;
}
