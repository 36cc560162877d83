import type { Readable } from "node:stream";
import type { Report } from "@wasclean/schema";
import type { Progress } from "@wasclean/tools/progress";
import type { PageFacts } from "../site/scan-page.ts";
import { toTarget } from "./check-names.ts";
import { type Collection, collectPages, type LabelledFailure } from "./collect-pages.ts";
import { ImportCounts } from "./import-counts.ts";
import { listInput } from "./list-input.ts";
import type { ListedPage } from "./listed-page.ts";
import { chooseJobs, type ImportOptions } from "./options.ts";
import { findSurplus, foldsCase } from "./output-folder.ts";
import type { Core, Outcome } from "./page-importer.ts";
import { isInShard } from "./shard.ts";
import { TextStore } from "./text-store.ts";
import { createPool, type Pool } from "./worker-pool.ts";

/** The options of an import whose input and output are known. */
export interface ImportJob extends ImportOptions {
  input: string;
  out: string;
  /** Whether the output has a report's file. */
  hasReport: boolean;
}

interface ImportContext {
  stdin: Readable;
  progress: Progress;
  signal: AbortSignal;
  /** Called for each page, in order. */
  onOutcome(outcome: Outcome): void;
  /** Another reader, for tests. */
  core?: Core;
}

/** A file that an import would write differently. */
interface StaleFile {
  /** Its path in the output. */
  path: string;
  reason: "missing" | "changed" | "surplus";
}

/** The outcome of an import. */
export interface ImportResult {
  report: Report;
  /** The number of files written because something changed. */
  written: number;
  /** The number of records to make. */
  total: number;
  failures: LabelledFailure[];
  /** Filled only with `check`. */
  stale: StaleFile[];
}

type Work = Omit<ImportResult, "report">;

/** The most diagnostics that are printed; the records have all of them. */
export const MAX_LINES = 100;
/** Below this many pages an import is over before a bar helps. */
export const FEW_PAGES = 100;

/**
 * Imports pages in two passes: the facts that pages need of each other, then each page by itself. After the signal it
 * ends early. Throws an InputError if the input cannot be read at all; then nothing was written.
 */
export async function runImport(job: ImportJob, context: ImportContext): Promise<ImportResult> {
  const started = performance.now();
  const run = new ImportRun(job, context);
  try {
    const collection = await run.collect();
    const work = await run.importCollection(collection);
    const report = run.toReport(collection.listing, (performance.now() - started) / 1000);
    return { ...work, report };
  } finally {
    run.end();
  }
}

class ImportRun {
  readonly #job: ImportJob;
  readonly #context: ImportContext;
  readonly #store = new TextStore();
  readonly #counts = new ImportCounts();
  readonly #work: Work = { written: 0, total: 0, failures: [], stale: [] };

  constructor(job: ImportJob, context: ImportContext) {
    this.#job = job;
    this.#context = context;
  }

  /** Lists the input. */
  collect(): Promise<Collection> {
    const { input, title, check, out } = this.#job;
    const { stdin, signal, progress } = this.#context;
    const isWanted = (slug: string) => this.#isWanted(slug);
    const listed = listInput({ path: input, title, stdin, signal, store: this.#store, isWanted });
    return collectPages(listed, {
      isWanted,
      counts: this.#counts,
      foldsCase: () => !check && foldsCase(out),
      onListed: (count) => progress.show("Listing", count, null),
    });
  }

  async importCollection(collection: Collection): Promise<Work> {
    const { out, check, hasReport } = this.#job;
    this.#work.failures = [...collection.failures];
    const pool = this.#createPool(collection.pages.length);
    try {
      const readable = await this.#scanPages(collection, pool);
      await this.#importPages(readable, pool);
    } finally {
      await pool.close();
    }
    if (check && !this.#context.signal.aborted) {
      const targets = new Set(collection.pages.map(({ page }) => toTarget(page.slug)));
      for (const path of await findSurplus(out, targets, hasReport)) this.#work.stale.push({ path, reason: "surplus" });
    }
    return this.#work;
  }

  toReport(listing: readonly string[], seconds: number): Report {
    for (const { label: _, ...failure } of this.#work.failures) this.#counts.addFailure(failure);
    return this.#counts.toReport({ shard: this.#job.shard, listing, seconds });
  }

  /** Removes temporary files. */
  end(): void {
    this.#store.remove();
  }

  #createPool(pages: number): Pool {
    const { out, check, quiet, json, jobs } = this.#job;
    const settings = { out, check, lines: quiet || json ? 0 : MAX_LINES, store: this.#store.path };
    return createPool(jobs ?? chooseJobs(pages), settings, this.#context.signal, this.#context.core);
  }

  /** The first pass: collects the facts of all pages; returns those that can be read. */
  async #scanPages({ pages }: Collection, pool: Pool): Promise<ListedPage[]> {
    const facts: PageFacts[] = pages.flatMap((entry) => entry.facts ?? []);
    const readable: ListedPage[] = pages.flatMap((entry) => (entry.facts ? entry.page : []));
    const unscanned = pages.flatMap((entry) => (entry.facts ? [] : entry.page));
    let done = 0;
    for await (const found of pool.scan(unscanned)) {
      const page = unscanned[done++] as ListedPage;
      if (!("reason" in found)) {
        facts.push(found);
        readable.push(page);
      } else if (this.#isWanted(page.slug)) this.#work.failures.push({ ...found, label: page.label });
      this.#context.progress.show("Looking", done, unscanned.length);
    }
    if (!this.#context.signal.aborted) await pool.setFacts(facts);
    return readable;
  }

  /** The second pass: writes or compares the records of the pages that are wanted. */
  async #importPages(readable: readonly ListedPage[], pool: Pool): Promise<void> {
    const pages = readable.filter(({ slug }) => this.#isWanted(slug));
    this.#work.total = pages.length;
    let done = 0;
    for await (const outcome of pool.importPages(pages)) {
      this.#context.onOutcome(outcome);
      this.#addOutcome(outcome);
      this.#context.progress.show("Importing", ++done, pages.length);
    }
  }

  #addOutcome(outcome: Outcome): void {
    const { page } = outcome;
    if ("failure" in outcome) {
      this.#work.failures.push({ ...outcome.failure, label: page.label });
      return;
    }
    this.#counts.addRecord(outcome.record);
    const { file } = outcome.record;
    if (file === "written") this.#work.written++;
    else if (file !== "same") this.#work.stale.push({ path: toTarget(page.slug), reason: file });
  }

  #isWanted(slug: string): boolean {
    return isInShard(slug, this.#job.shard);
  }
}
