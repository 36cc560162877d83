import { parentPort, workerData } from "node:worker_threads";
import type { ListedPage } from "./listed-page.ts";
import { PageImporter } from "./page-importer.ts";
import type { WorkerData, WorkerTask } from "./worker-pool.ts";

const { settings, stop } = workerData as WorkerData;
const flag = new Int32Array(stop);
const importer = new PageImporter(settings);

/** Works until all pages are done or the flag is set, and never leaves a page half done. */
function each<R>(pages: readonly ListedPage[], work: (page: ListedPage) => R): R[] {
  const results: R[] = [];
  for (const page of pages) {
    if (Atomics.load(flag, 0) !== 0) break;
    results.push(work(page));
  }
  return results;
}

function run(task: WorkerTask): unknown {
  if (task.type === "scan") return each(task.pages, (page) => importer.scan(page));
  if (task.type === "import") return each(task.pages, (page) => importer.importPage(page));
  return importer.setFacts(task.facts);
}

parentPort?.on("message", (task: WorkerTask) => parentPort?.postMessage(run(task) ?? null));
