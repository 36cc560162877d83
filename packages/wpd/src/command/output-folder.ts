import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { readdir } from "node:fs/promises";
import { join, relative, sep } from "node:path";
import { type Report, ReportSchema } from "@wasclean/schema";
import { readIfThere, writeWhole } from "@wasclean/tools/write-file";
import { isReportName, toReportName } from "./shard.ts";

/** The JSON files that are not the record of a page, as paths relative to the output. */
export async function findSurplus(out: string, targets: ReadonlySet<string>, hasReport: boolean): Promise<string[]> {
  const entries = await readdir(out, { recursive: true, withFileTypes: true }).catch(() => []);
  return entries
    .filter((entry) => entry.isFile() && entry.name.endsWith(".json"))
    .map((entry) => relative(out, join(entry.parentPath, entry.name)).split(sep).join("/"))
    .filter((path) => !targets.has(path) && !(hasReport && isReportName(path)))
    .sort();
}

/** Whether the folder's file system ignores case in names. Creates the folder if it is missing. */
export function foldsCase(out: string): boolean {
  mkdirSync(out, { recursive: true });
  const name = `.${randomBytes(8).toString("hex")}.tmp`;
  writeFileSync(join(out, name.toUpperCase()), "");
  try {
    return existsSync(join(out, name));
  } finally {
    rmSync(join(out, name.toUpperCase()), { force: true });
  }
}

/** Whether the output has this report already, not counting `seconds`. */
export function hasReport(out: string, report: Report): boolean {
  const current = readIfThere(join(out, toReportName(report.shard)));
  return current !== null && withoutSeconds(current.toString()) === withoutSeconds(toJson(report));
}

/** Writes the report, unless only `seconds` differs. */
export function writeReport(out: string, report: Report): void {
  if (!hasReport(out, report)) writeWhole(join(out, toReportName(report.shard)), Buffer.from(toJson(report)));
}

/** The report as JSON. `seconds`, which differs between runs, is alone on the last line but one. */
export const toJson = (report: Report): string => `${JSON.stringify(ReportSchema.parse(report), null, 2)}\n`;

const withoutSeconds = (json: string): string => json.replace(/"seconds": [\d.e+-]+\n\}\n$/, "");
