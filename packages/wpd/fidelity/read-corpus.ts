import { readdir, readFile } from "node:fs/promises";
import { join, relative, sep } from "node:path";
import type { CorpusPage } from "./corpus-page.ts";
import { readRecord } from "./read-record.ts";
import { scanPage } from "./scan-page.ts";

/** A folder that cannot be read; the message is one sentence. */
export class CorpusError extends Error {}

/** The pages of a corpus with a record, and the problems of the others. */
interface Corpus {
  pages: CorpusPage[];
  /** One line for each page without a readable record. */
  problems: string[];
}

/** Reads every `*.wiki` file of a folder, and the record of each. */
export async function readCorpus(corpus: string, out: string): Promise<Corpus> {
  const entries = await readdir(corpus, { recursive: true, withFileTypes: true }).catch((error: Error) => {
    throw new CorpusError(`${corpus}: cannot read this folder of pages (${error.message}).`);
  });
  const paths = entries
    .filter((entry) => entry.isFile() && entry.name.endsWith(".wiki"))
    .map((entry) => relative(corpus, join(entry.parentPath, entry.name)).split(sep).join("/"))
    .sort();
  if (paths.length === 0) throw new CorpusError(`${corpus}: no *.wiki files here, so there is nothing to measure.`);
  const read: Corpus = { pages: [], problems: [] };
  for (const path of paths) {
    const slug = path.replace(/\.wiki$/, "");
    const source = await readFile(join(corpus, path), "utf8");
    const json = await readJson(join(out, `${slug}.json`));
    if ("problem" in json) read.problems.push(json.problem as string);
    else read.pages.push({ path, slug, scanned: scanPage(source), record: readRecord(json as never) });
  }
  return read;
}

async function readJson(file: string): Promise<object> {
  try {
    const json: unknown = JSON.parse(await readFile(file, "utf8"));
    if (typeof json === "object" && json !== null && !Array.isArray(json)) return json;
    return { problem: `${file}: not a page record.` };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") {
      return { problem: `${file}: missing. npm run import -- <corpus> --out <out folder> writes it.` };
    }
    return { problem: `${file}: ${(error as Error).message}` };
  }
}
