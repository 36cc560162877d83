import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "@wasclean/schema";
import { KIND_NAMES } from "./kind-names.ts";

/** A page's record. */
export interface WikiRecord {
  page: Page;
  /** The files of the record and its wikitext; `null` for pages named by `--pages`, which this site does not publish as files. */
  files: { json: string; wikitext: string } | null;
}

const OWN = { records: "data/pages", wikitext: "data/wiki" };

/** Reads every record, by slug: the import that `--pages` names, then the project's own, which override it. Throws if a folder has no records, or a file is not a record, with the remedy. */
export function readRecords({ WASCLEAN_PAGES }: NodeJS.ProcessEnv = process.env): Map<string, WikiRecord> {
  const found = new Map<string, WikiRecord>();
  for (const folder of WASCLEAN_PAGES ? [WASCLEAN_PAGES, OWN.records] : [OWN.records]) {
    const files = globSync("**/*.json", { cwd: folder }).filter((file) => file !== "report.json");
    if (files.length === 0) throw new Error(`${folder} has no page records. Run npm run import first.`);
    for (const file of files.sort()) {
      const json = join(folder, file);
      const page = toPage(readFileSync(json, "utf8"), json);
      const wikitext = join(OWN.wikitext, page.source.path);
      found.set(page.slug, { page, files: folder === OWN.records ? { json, wikitext } : null });
    }
  }
  return found;
}

/** Parses a record. The importer has validated it with the schema, so this only detects other files. */
function toPage(json: string, file: string): Page {
  const page = JSON.parse(json) as Partial<Page>;
  if (page.kind === undefined || !Object.hasOwn(KIND_NAMES, page.kind) || page.slug === undefined) {
    throw new Error(`${file} is not a page record of this version. Import the pages again with npm run import.`);
  }
  return page as Page;
}
