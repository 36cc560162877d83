import { fetchConnectionRecord } from "../observe/fetch-connection-record.ts";
import { wait } from "../observe/wait.ts";
import type { LiveRun } from "../run/live-run.ts";
import { streamRecord } from "./record-stream.ts";
import type { Asked } from "./server-panel.ts";

/** Milliseconds that the stream may go on after the socket's end, before the record is fetched instead. */
const AFTER_END = 4000;

/** The most streams at once: over HTTP/1.1 a browser opens six connections to a server, and all other requests wait for one. */
const STREAMS = 3;
let streams = 0;

/** Follows the lab's record of a run, and asks for the whole at its end. Resolves with the answer, or when the run is stopped. */
export async function followRecord(run: LiveRun, asked: Asked, ended: Promise<void>): Promise<void> {
  const url = run.run.record?.url ?? "";
  const late = new AbortController();
  const streamed = streams < STREAMS ? stream(run, `${url}/stream`, AbortSignal.any([run.signal, late.signal])) : null;
  await ended;
  if (run.data.events.some(({ kind }) => kind === "exception")) {
    // Nothing was sent, so the lab has no record.
    asked.answer = { record: null, problem: "RECORD_MISSING" };
  } else {
    await Promise.race([streamed, wait(AFTER_END, run.signal)]);
    if (asked.answer === null) await askRecord(run, asked);
  }
  late.abort();

  async function stream(...[, address, signal]: [LiveRun, string, AbortSignal]): Promise<void> {
    streams += 1;
    const record = await streamRecord(address, {
      fetch: fetch.bind(globalThis),
      signal,
      onWire(event, index) {
        run.data.wire[Math.min(index, run.data.wire.length)] = event;
        run.changedSoon();
      },
    });
    streams -= 1;
    if (record === null) return;
    asked.answer = { record, problem: null };
    take(run, asked);
  }
}

/** Asks the lab for the record, repeatedly while it may still come. */
export async function askRecord(run: LiveRun, asked: Asked): Promise<void> {
  const { signal } = run;
  const answer = await fetchConnectionRecord(run.run.record?.url ?? "", {
    fetch: fetch.bind(globalThis),
    wait,
    signal,
  });
  asked.answer = answer;
  take(run, asked);
}

function take(run: LiveRun, { answer }: Asked): void {
  if (answer?.record == null) return;
  run.data.record = answer.record;
  run.data.wire = answer.record.events;
}
