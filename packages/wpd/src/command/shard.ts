import { hash } from "node:crypto";

/** Part `index`, from 1, of `of` parts of an input. */
export interface Shard {
  index: number;
  of: number;
}

/** Parses a part such as `2/3`; `null` if it is not one. */
export function readShard(text: string): Shard | null {
  const [, index = "", of = ""] = /^([1-9]\d{0,5})\/([1-9]\d{0,5})$/.exec(text) ?? [];
  const shard = { index: Number(index), of: Number(of) };
  return shard.index >= 1 && shard.index <= shard.of ? shard : null;
}

/** Whether a page belongs to the part. Depends on its name alone, not on other pages. */
export function isInShard(slug: string, shard: Shard | null): boolean {
  if (shard === null || shard.of === 1) return true;
  return Number.parseInt(hash("sha256", slug, "hex").slice(0, 8), 16) % shard.of === shard.index - 1;
}

/** The name of the report's file. */
export const toReportName = (shard: Shard | null): string =>
  shard === null ? "report.json" : `report.${shard.index}-of-${shard.of}.json`;

/** Whether a file's path, relative to the output, is that of a report, in any case. */
export const isReportName = (path: string): boolean => /^report(?:\.\d+-of-\d+)?\.json$/i.test(path);
