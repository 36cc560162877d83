import { appendFileSync } from "node:fs";
import { isMainThread } from "node:worker_threads";

// Loaded ahead of a program (node --import): writes the peak of its resident memory in KiB and its processor time in
// microseconds when it ends. Threads share their process's; processes that it forks load this too, and add a line each.
const file = process.env.WASCLEAN_BENCH_USAGE;
if (file && isMainThread) {
  process.on("exit", () => {
    const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
    appendFileSync(file, `${maxRSS} ${userCPUTime + systemCPUTime}\n`);
  });
}
