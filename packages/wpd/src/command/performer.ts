import { openSync, readFileSync, readSync, statSync } from "node:fs";
import { join } from "node:path";
import { type ImportFailure, PageSchema } from "@wasclean/schema";
import { readIfThere, writeWhole } from "@wasclean/tools/write-file";
import { readPage } from "../record/read-page.ts";
import type { PageSource } from "../site/page-source.ts";
import { type PageFacts, scanPage } from "../site/scan-page.ts";
import { createSiteIndex, type SiteIndex } from "../site/site-index.ts";
import { toTarget } from "./check-names.ts";
import { toLines } from "./diagnostic-lines.ts";
import { blankFrontMatter, keepFrontMatter } from "./front-matter.ts";
import { describeSystemError, InputError, isSystemError, toFailure } from "./input-error.ts";
import type { ListedPage } from "./listed-page.ts";
import { checkSize, toPageSource } from "./page-source.ts";

/** What whoever reads and writes pages has to know; plain data, for it goes to workers. */
export interface Settings {
  /** The folder for the records. */
  out: string;
  /** Compare instead of write. */
  check: boolean;
  /** How many diagnostics of a page are wanted as lines of text. */
  lines: number;
  /** The spool's file. */
  spool: string;
}

/** What became of one page; plain data, for it comes from workers. */
export type Outcome = { page: ListedPage; failure: ImportFailure } | { page: ListedPage; record: RecordOutcome };

/** A record that was made, counted. */
export interface RecordOutcome {
  kind: string;
  templates: Record<string, number>;
  links: Record<string, number>;
  codes: string[];
  lines: string[];
  sourceBytes: number;
  recordBytes: number;
  /** What that meant for the record's file. */
  file: "written" | "same" | "changed" | "missing";
}

/** The reader; tests put others in its place. */
export interface Core {
  scanPage: typeof scanPage;
  createSiteIndex: typeof createSiteIndex;
  readPage: typeof readPage;
}

/** Looks at pages, then reads and writes them, one at a time. */
export interface Performer {
  /** What other pages need to know of a page, or why it cannot be read. */
  scan(page: ListedPage): PageFacts | ImportFailure;
  /** Takes what was read of all pages. */
  setFacts(facts: readonly PageFacts[]): void;
  /** Reads a page and writes its record. */
  importPage(page: ListedPage): Outcome;
}

/** Makes a performer. */
export function createPerformer(settings: Settings, core: Core = { scanPage, createSiteIndex, readPage }): Performer {
  const load = createLoader(settings.spool);
  let site: SiteIndex = core.createSiteIndex([]);
  return {
    scan(page) {
      try {
        return core.scanPage(load(page).source);
      } catch (error) {
        return toFailure(error, page.path);
      }
    },
    setFacts(facts) {
      site = core.createSiteIndex(facts);
    },
    importPage(page) {
      try {
        const { source, frontMatter } = load(page);
        const read = core.readPage(source, site);
        const value = frontMatter === null ? read.value : keepFrontMatter(read.value, frontMatter);
        const bytes = Buffer.from(`${JSON.stringify(PageSchema.parse(value), null, 2)}\n`);
        const { diagnostics, kind } = value;
        const record: RecordOutcome = {
          kind,
          templates: { ...read.templates },
          links: { ...read.links },
          codes: diagnostics.map(({ code }) => code),
          lines: toLines(diagnostics.slice(0, settings.lines), source.wikitext, page.label),
          sourceBytes: source.source.bytes,
          recordBytes: bytes.length,
          file: put(join(settings.out, toTarget(page.slug)), bytes, settings.check),
        };
        return { page, record };
      } catch (error) {
        return { page, failure: toFailure(error, page.path) };
      }
    },
  };
}

function put(file: string, bytes: Buffer, check: boolean): RecordOutcome["file"] {
  try {
    if (!check) return writeWhole(file, bytes) ? "written" : "same";
    const current = readIfThere(file);
    return current === null ? "missing" : current.equals(bytes) ? "same" : "changed";
  } catch (error) {
    if (!isSystemError(error)) throw error;
    throw new InputError(`its record cannot be ${check ? "read" : "written"}: ${describeSystemError(error)}`);
  }
}

function createLoader(spool: string): (page: ListedPage) => { source: PageSource; frontMatter: string | null } {
  let open: number | null = null;
  const read = ({ place }: ListedPage): Buffer => {
    if ("file" in place) {
      checkSize(statSync(place.file).size);
      return readFileSync(place.file);
    }
    const bytes = Buffer.allocUnsafe(place.length);
    open ??= openSync(spool, "r");
    for (let done = 0; done < bytes.length; ) {
      const count = readSync(open, bytes, done, bytes.length - done, place.offset + done);
      if (count === 0) throw new Error(`the temporary file ${spool} was cut off while it was in use`);
      done += count;
    }
    return bytes;
  };
  return (page) => {
    const source = toPageSource(read(page), page);
    const hasFrontMatter = page.path.endsWith(".md");
    const { wikitext, frontMatter } = hasFrontMatter
      ? blankFrontMatter(source.wikitext)
      : { wikitext: source.wikitext, frontMatter: null };
    return { source: { ...source, wikitext }, frontMatter };
  };
}
