import { fork } from "node:child_process";
import { once } from "node:events";
import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { createSiteServer } from "@wasclean/serve";
import { compressFiles } from "@wasclean/serve/compress-files";
import { DIST, SAMPLES } from "./kinds.ts";
import { CATEGORIES, type Rating, WANTED } from "./lighthouse-worker.ts";

/** Runs Lighthouse once for each kind of page; `--kind <kind>` for some of them. */
const { kind: chosen } = parseArgs({ options: { kind: { type: "string", multiple: true } } }).values;
/** Not meant to be found: what is framed, what is not there. */
const UNLISTED = ["embed frame", "not found"];
const WORKER = fileURLToPath(new URL("lighthouse-worker.ts", import.meta.url));

// As `npm start` and all static hosts do.
await compressFiles(DIST);
const server = createSiteServer(DIST, { isCompressed: true });
const site = await server.listen(0, "127.0.0.1");
const waiting = SAMPLES.filter(([kind]) => chosen?.includes(kind) ?? true);
let failed = false;

/** Rates pages in a process of its own, as long as some are waiting. */
async function work(): Promise<void> {
  const worker = fork(WORKER);
  const end = once(worker, "exit").then(([code]) => {
    if (code !== 0) throw new Error(`A worker of Lighthouse ended with ${code}.`);
  });
  for (let next = waiting.shift(); next; next = waiting.shift()) {
    const [kind, path] = next;
    worker.send(site + path);
    const answer = (await Promise.race([once(worker, "message"), end])) as [Rating] | undefined;
    if (answer === undefined) throw new Error("A worker of Lighthouse ended too soon.");
    report(kind, path, answer[0]);
  }
  worker.disconnect();
  await end;
}

function report(kind: string, path: string, { scores, faults }: Rating): void {
  console.log(`| ${kind} | ${CATEGORIES.map((id) => scores[id]).join(" | ")} |`);
  if (UNLISTED.includes(kind)) return;
  for (const fault of faults) console.error(`  ${path}: ${fault}`);
  failed ||= CATEGORIES.some((id) => scores[id] < WANTED[id]);
}

console.log(`| kind of page | ${CATEGORIES.join(" | ")} |\n|---|${CATEGORIES.map(() => "---:").join("|")}|`);
await Promise.all(Array.from({ length: Math.min(2, availableParallelism()) }, work));
await server.stop();
if (failed) process.exitCode = 1;
