import { setImmediate } from "node:timers/promises";
import { Worker } from "node:worker_threads";
import type { ImportFailure } from "@wasclean/schema";
import type { PageFacts } from "../site/scan-page.ts";
import type { ListedPage } from "./listed-page.ts";
import { mapInOrder } from "./map-in-order.ts";
import { type Core, createPerformer, type Outcome, type Settings } from "./performer.ts";

/** What a worker is told; it answers with one value. */
export type Order =
  | { task: "scan"; pages: ListedPage[] }
  | { task: "facts"; facts: PageFacts[] }
  | { task: "import"; pages: ListedPage[] };

/** What a worker starts with. */
export interface WorkerData {
  settings: Settings;
  /** Not 0 where work is to stop after the page in hand. */
  stop: SharedArrayBuffer;
}

/** Those who do the work; what they give comes in the order of the pages. */
export interface Crew {
  scan(pages: readonly ListedPage[]): AsyncGenerator<PageFacts | ImportFailure>;
  setFacts(facts: PageFacts[]): Promise<void>;
  importPages(pages: readonly ListedPage[]): AsyncGenerator<Outcome>;
  dismiss(): Promise<void>;
}

const BATCH = 16;
/** Less means more garbage collection, more makes no difference: measured on 2,338 pages. */
const LIMITS = { maxYoungGenerationSizeMb: 48 };

/** Makes a crew of so many workers, or of this thread alone where one is enough. */
export function createCrew(jobs: number, settings: Settings, signal: AbortSignal, core?: Core): Crew {
  return jobs > 1 ? createWorkers(jobs, settings, signal) : createLoner(settings, signal, core);
}

function createLoner(settings: Settings, signal: AbortSignal, core?: Core): Crew {
  const performer = createPerformer(settings, core);
  async function* each<R>(pages: readonly ListedPage[], perform: (page: ListedPage) => R): AsyncGenerator<R> {
    for (const page of pages) {
      // Signals come in between.
      await setImmediate();
      if (signal.aborted) return;
      yield perform(page);
    }
  }
  return {
    // A piece of a string keeps all of it in memory: here, every page's text. A clone does not.
    scan: (pages) => each(pages, (page) => structuredClone(performer.scan(page))),
    setFacts: async (facts) => performer.setFacts(facts),
    importPages: (pages) => each(pages, performer.importPage),
    dismiss: async () => {},
  };
}

function createWorkers(jobs: number, settings: Settings, signal: AbortSignal): Crew {
  const stop = new SharedArrayBuffer(4);
  const workerData: WorkerData = { settings, stop };
  const workers = Array.from({ length: jobs }, () => startWorker(workerData));
  signal.addEventListener("abort", () => Atomics.store(new Int32Array(stop), 0, 1), { once: true });
  async function* inBatches<R>(task: "scan" | "import", pages: readonly ListedPage[]): AsyncGenerator<R> {
    const batches = Array.from({ length: Math.ceil(pages.length / BATCH) }, (_, index) =>
      pages.slice(index * BATCH, (index + 1) * BATCH),
    );
    const hands = workers.map(
      ({ ask }) =>
        (batch: ListedPage[]) =>
          ask<R[]>({ task, pages: batch }),
    );
    for await (const results of mapInOrder(batches, hands, signal)) yield* results;
  }
  return {
    scan: (pages) => inBatches("scan", pages),
    async setFacts(facts) {
      await Promise.all(workers.map(({ ask }) => ask({ task: "facts", facts })));
    },
    importPages: (pages) => inBatches("import", pages),
    async dismiss() {
      await Promise.all(workers.map(({ worker }) => worker.terminate()));
    },
  };
}

/** A worker, and how to ask it for one thing at a time. */
function startWorker(workerData: WorkerData): { worker: Worker; ask<R>(order: Order): Promise<R> } {
  const worker = new Worker(new URL("./worker.ts", import.meta.url), { workerData, resourceLimits: LIMITS });
  let failed: Error | null = null;
  let waiting: PromiseWithResolvers<unknown> | null = null;
  worker.on("message", (answer) => waiting?.resolve(answer));
  const fail = (reason: string, cause?: unknown) => {
    failed ??= new Error(`a worker stopped: ${reason}`, { cause });
    waiting?.reject(failed);
  };
  worker.on("error", (error) => fail(error.message, error));
  worker.on("exit", (code) => fail(`exit code ${code}`));
  return {
    worker,
    ask<R>(order: Order) {
      if (failed) return Promise.reject(failed);
      waiting = Promise.withResolvers();
      worker.postMessage(order);
      return waiting.promise as Promise<R>;
    },
  };
}
