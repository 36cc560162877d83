import { parentPort, workerData } from "node:worker_threads";
import type { Order, WorkerData } from "./crew.ts";
import type { ListedPage } from "./listed-page.ts";
import { createPerformer } from "./performer.ts";

const { settings, stop } = workerData as WorkerData;
const flag = new Int32Array(stop);
const performer = createPerformer(settings);

/** Works until all is done or it is told to stop, and never leaves a page half done. */
function each<R>(pages: readonly ListedPage[], perform: (page: ListedPage) => R): R[] {
  const results: R[] = [];
  for (const page of pages) {
    if (Atomics.load(flag, 0) !== 0) break;
    results.push(perform(page));
  }
  return results;
}

function answer(order: Order): unknown {
  if (order.task === "scan") return each(order.pages, performer.scan);
  if (order.task === "import") return each(order.pages, performer.importPage);
  return performer.setFacts(order.facts);
}

parentPort?.on("message", (order: Order) => parentPort?.postMessage(answer(order) ?? null));
