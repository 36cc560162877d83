import { setImmediate } from "node:timers/promises";
import { Worker } from "node:worker_threads";
import type { ImportFailure } from "@wasclean/schema";
import type { PageFacts } from "../site/scan-page.ts";
import type { ListedPage } from "./listed-page.ts";
import { mapInOrder } from "./map-in-order.ts";
import { type Core, type ImporterSettings, type Outcome, PageImporter } from "./page-importer.ts";

/** A message to a worker, which answers each with one message. */
export type WorkerTask =
  | { type: "scan"; pages: ListedPage[] }
  | { type: "setFacts"; facts: PageFacts[] }
  | { type: "import"; pages: ListedPage[] };

/** The data that a worker starts with. */
export interface WorkerData {
  settings: ImporterSettings;
  /** Holds one 32-bit integer; other than 0, the worker stops after the page in hand. */
  stop: SharedArrayBuffer;
}

/** Workers that read and write pages; results arrive in the order of the pages. */
export interface Pool {
  scan(pages: readonly ListedPage[]): AsyncIterable<PageFacts | ImportFailure>;
  setFacts(facts: PageFacts[]): Promise<void>;
  importPages(pages: readonly ListedPage[]): AsyncIterable<Outcome>;
  close(): Promise<void>;
}

/** The number of pages in a task. */
const BATCH = 16;
/** Less means more garbage collection, more makes no difference: measured on 2,338 pages. */
const LIMITS = { maxYoungGenerationSizeMb: 48 };

/** Starts `jobs` worker threads, or runs on this thread if `jobs` is 1; only there `core` may be another. */
export const createPool = (jobs: number, settings: ImporterSettings, signal: AbortSignal, core?: Core): Pool =>
  jobs > 1 ? new WorkerPool(jobs, settings, signal) : new InlinePool(new PageImporter(settings, core), signal);

/** Does the work on this thread. */
class InlinePool implements Pool {
  readonly #importer: PageImporter;
  readonly #signal: AbortSignal;

  constructor(importer: PageImporter, signal: AbortSignal) {
    this.#importer = importer;
    this.#signal = signal;
  }

  scan(pages: readonly ListedPage[]): AsyncIterable<PageFacts | ImportFailure> {
    // A substring keeps the whole string in memory: here, every page's text. A clone does not.
    return this.#each(pages, (page) => structuredClone(this.#importer.scan(page)));
  }

  async setFacts(facts: PageFacts[]): Promise<void> {
    this.#importer.setFacts(facts);
  }

  importPages(pages: readonly ListedPage[]): AsyncIterable<Outcome> {
    return this.#each(pages, (page) => this.#importer.importPage(page));
  }

  async close(): Promise<void> {}

  async *#each<R>(pages: readonly ListedPage[], work: (page: ListedPage) => R): AsyncGenerator<R> {
    for (const page of pages) {
      // Lets signals be handled between pages.
      await setImmediate();
      if (this.#signal.aborted) return;
      yield work(page);
    }
  }
}

/** Spreads the work over threads. */
class WorkerPool implements Pool {
  readonly #workers: readonly PoolWorker[];
  readonly #signal: AbortSignal;

  constructor(jobs: number, settings: ImporterSettings, signal: AbortSignal) {
    const stop = new SharedArrayBuffer(4);
    signal.addEventListener("abort", () => Atomics.store(new Int32Array(stop), 0, 1), { once: true });
    this.#workers = Array.from({ length: jobs }, () => new PoolWorker({ settings, stop }));
    this.#signal = signal;
  }

  scan(pages: readonly ListedPage[]): AsyncIterable<PageFacts | ImportFailure> {
    return this.#inBatches("scan", pages);
  }

  async setFacts(facts: PageFacts[]): Promise<void> {
    await Promise.all(this.#workers.map((worker) => worker.run({ type: "setFacts", facts })));
  }

  importPages(pages: readonly ListedPage[]): AsyncIterable<Outcome> {
    return this.#inBatches("import", pages);
  }

  async close(): Promise<void> {
    await Promise.all(this.#workers.map((worker) => worker.terminate()));
  }

  async *#inBatches<R>(type: "scan" | "import", pages: readonly ListedPage[]): AsyncGenerator<R> {
    const batches = Array.from({ length: Math.ceil(pages.length / BATCH) }, (_, index) =>
      pages.slice(index * BATCH, (index + 1) * BATCH),
    );
    const runners = this.#workers.map((worker) => (batch: ListedPage[]) => worker.run<R[]>({ type, pages: batch }));
    for await (const results of mapInOrder(batches, runners, this.#signal)) yield* results;
  }
}

/** A thread that runs one task at a time. */
class PoolWorker {
  readonly #worker: Worker;
  #failure: Error | null = null;
  #pending: PromiseWithResolvers<unknown> | null = null;

  constructor(workerData: WorkerData) {
    this.#worker = new Worker(new URL("./worker.ts", import.meta.url), { workerData, resourceLimits: LIMITS });
    this.#worker.on("message", (answer) => this.#pending?.resolve(answer));
    this.#worker.on("error", (error) => this.#fail(error.message, error));
    this.#worker.on("exit", (code) => this.#fail(`exit code ${code}`));
  }

  /** Runs a task; rejects if the worker has stopped. */
  run<R>(task: WorkerTask): Promise<R> {
    if (this.#failure) return Promise.reject(this.#failure);
    this.#pending = Promise.withResolvers();
    this.#worker.postMessage(task);
    return this.#pending.promise as Promise<R>;
  }

  terminate(): Promise<number> {
    return this.#worker.terminate();
  }

  #fail(reason: string, cause?: unknown): void {
    this.#failure ??= new Error(`a worker stopped: ${reason}`, { cause });
    this.#pending?.reject(this.#failure);
  }
}
