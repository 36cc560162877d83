import { expect, it } from "vitest";
import { runFixture } from "../testing/run-fixture.ts";
import { streamRecord } from "./record-stream.ts";

/** Follows a stream whose text a test sends. */
function start(signal = new AbortController().signal, status = 200) {
  const seen: [number, string][] = [];
  const state = { isCancelled: false, asked: 0 };
  let controller: ReadableStreamDefaultController<Uint8Array<ArrayBuffer>> | undefined;
  const body = new ReadableStream<Uint8Array<ArrayBuffer>>({
    start: (it) => {
      controller = it;
    },
    cancel: () => {
      state.isCancelled = true;
    },
  });
  signal.addEventListener("abort", () => controller?.error(signal.reason));
  const done = streamRecord("http://lab/connections/x/stream", {
    fetch: async () => {
      state.asked += 1;
      return { ok: status < 300, body };
    },
    signal,
    onWire: (event, index) => seen.push([index, event.kind]),
  });
  const write = (text: string) => controller?.enqueue(new TextEncoder().encode(text));
  const fire = (type: string, data: unknown, id = "") =>
    write(`event: ${type}\nid: ${id}\ndata: ${typeof data === "string" ? data : JSON.stringify(data)}\n\n`);
  return { seen, done, state, write, fire, close: () => controller?.close() };
}

const { record } = runFixture;

it("tells of each event, and gives the record at the end", async () => {
  const { seen, done, state, fire } = start();
  fire("wire", runFixture.wire[0], "0");
  fire("wire", runFixture.wire[1], "1");
  fire("wire", runFixture.wire[1], "1");
  fire("end", record);
  expect(await done).toEqual(record);
  expect(seen.map(([index]) => index)).toEqual([0, 1, 1]);
  expect(state.isCancelled).toBe(true);
});

it("takes no notice of what is no event", async () => {
  const { seen, done, fire } = start();
  const texts = ["", "{", "null", '{"kind":1,"at":0,"by":"client"}', '{"kind":"fin","by":"client"}'];
  for (const data of [...texts, '{"kind":"fin","at":0,"by":"__proto__"}']) fire("wire", data, "0");
  for (const id of ["", "-1", "1000", "x", "1.5"]) fire("wire", runFixture.wire[0], id);
  fire("end", "{}");
  expect(await done).toBeNull();
  expect(seen).toEqual([]);
});

it("gives up where the stream ends early or is refused", async () => {
  const { done, close } = start();
  close();
  expect(await done).toBeNull();
  expect(await start(undefined, 503).done).toBeNull();
});

it.each(["data: ", "event: wire\ndata: {}\n\n", ":\n"])("reads at most 1 MB of a stream of %j", async (text) => {
  const { done, state, write } = start();
  const chunk = text.padEnd(64 * 1024, text);
  for (let sent = 0; sent < 17; sent += 1) write(chunk);
  expect(await done).toBeNull();
  expect(state.isCancelled).toBe(true);
});

it("is ended by the signal, and not asked for after it", async () => {
  const controller = new AbortController();
  const { done } = start(controller.signal);
  controller.abort();
  expect(await done).toBeNull();
  const later = start(controller.signal);
  expect(await later.done).toBeNull();
  expect(later.state.asked).toBe(0);
});
