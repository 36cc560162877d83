import { hash } from "node:crypto";

/** One part in `of` of an input; `index` goes from 1. */
export interface Shard {
  index: number;
  of: number;
}

/** Reads `2/3`; `null` where it is no part. */
export function readShard(text: string): Shard | null {
  const [, index = "", of = ""] = /^([1-9]\d{0,5})\/([1-9]\d{0,5})$/.exec(text) ?? [];
  const shard = { index: Number(index), of: Number(of) };
  return shard.index >= 1 && shard.index <= shard.of ? shard : null;
}

/** Whether a page belongs to the part. Its name alone says so: not what other pages there are, nor their order. */
export function isInShard(slug: string, shard: Shard | null): boolean {
  if (shard === null || shard.of === 1) return true;
  return Number.parseInt(hash("sha256", slug, "hex").slice(0, 8), 16) % shard.of === shard.index - 1;
}

/** The name of the report's file. */
export const toReportName = (shard: Shard | null): string =>
  shard === null ? "report.json" : `report.${shard.index}-of-${shard.of}.json`;

/** Whether a file's path, relative to the output, is that of a report. File systems may not tell cases apart. */
export const isReportName = (path: string): boolean => /^report(?:\.\d+-of-\d+)?\.json$/i.test(path);
