import { join } from "node:path";
import { type ImportFailure, PageSchema } from "@wasclean/schema";
import { readIfThere, writeWhole } from "@wasclean/tools/write-file";
import { readPage } from "../record/read-page.ts";
import { type PageFacts, scanPage } from "../site/scan-page.ts";
import { createSiteIndex, type SiteIndex } from "../site/site-index.ts";
import { toTarget } from "./check-names.ts";
import { toLines } from "./diagnostic-lines.ts";
import { keepFrontMatter } from "./front-matter.ts";
import { describeSystemError, InputError, isSystemError, toFailure } from "./input-error.ts";
import type { ListedPage } from "./listed-page.ts";
import { PageLoader } from "./page-loader.ts";

/** The settings of an importer: plain data, as it goes to workers. */
export interface ImporterSettings {
  /** The folder for the records. */
  out: string;
  /** Compare instead of write. */
  check: boolean;
  /** The most diagnostics of a page that are wanted as lines of text. */
  lines: number;
  /** The path of the text store's file. */
  store: string;
}

/** The result of importing one page: plain data, as it comes from workers. */
export type Outcome = { page: ListedPage; failure: ImportFailure } | { page: ListedPage; record: RecordOutcome };

/** The counts of one record. */
export interface RecordOutcome {
  kind: string;
  templates: Record<string, number>;
  links: Record<string, number>;
  codes: string[];
  lines: string[];
  sourceBytes: number;
  recordBytes: number;
  /** Whether the record's file was written or, with `check`, is as it would be written. */
  file: "written" | "same" | "changed" | "missing";
}

/** The functions that read pages; tests replace them. */
export interface Core {
  scanPage: typeof scanPage;
  createSiteIndex: typeof createSiteIndex;
  readPage: typeof readPage;
}

/** Scans pages, then reads them and writes their records, one at a time. */
export class PageImporter {
  readonly #settings: ImporterSettings;
  readonly #core: Core;
  readonly #loader: PageLoader;
  #site: SiteIndex;

  constructor(settings: ImporterSettings, core: Core = { scanPage, createSiteIndex, readPage }) {
    this.#settings = settings;
    this.#core = core;
    this.#loader = new PageLoader(settings.store);
    this.#site = core.createSiteIndex([]);
  }

  /** The facts that other pages need of a page, or why it cannot be read. */
  scan(page: ListedPage): PageFacts | ImportFailure {
    try {
      return this.#core.scanPage(this.#loader.load(page).source);
    } catch (error) {
      return toFailure(error, page.path);
    }
  }

  /** Takes the facts of all pages. */
  setFacts(facts: readonly PageFacts[]): void {
    this.#site = this.#core.createSiteIndex(facts);
  }

  /** Reads a page and writes its record. */
  importPage(page: ListedPage): Outcome {
    try {
      return { page, record: this.#import(page) };
    } catch (error) {
      return { page, failure: toFailure(error, page.path) };
    }
  }

  #import(page: ListedPage): RecordOutcome {
    const { source, frontMatter } = this.#loader.load(page);
    const { templates, links, value: read } = this.#core.readPage(source, this.#site);
    const value = frontMatter === null ? read : keepFrontMatter(read, frontMatter);
    const bytes = Buffer.from(`${JSON.stringify(PageSchema.parse(value), null, 2)}\n`);
    const { diagnostics, kind } = value;
    return {
      kind,
      templates: { ...templates },
      links: { ...links },
      codes: diagnostics.map(({ code }) => code),
      lines: toLines(diagnostics.slice(0, this.#settings.lines), source.wikitext, page.label),
      sourceBytes: source.source.bytes,
      recordBytes: bytes.length,
      file: put(join(this.#settings.out, toTarget(page.slug)), bytes, this.#settings.check),
    };
  }
}

/** Writes or compares a record's file. Throws an InputError if the system does not let it. */
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
