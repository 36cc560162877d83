import { expect, it } from "vitest";
import { runFixture } from "../testing/run-fixture.ts";
import { streamRecord } from "./record-stream.ts";

class FakeEventSource extends EventTarget {
  static made: FakeEventSource[] = [];
  isClosed = false;
  readonly url: string;
  constructor(url: string) {
    super();
    this.url = url;
    FakeEventSource.made.push(this);
  }
  close(): void {
    this.isClosed = true;
  }
  fire(type: string, data: unknown = "", lastEventId = ""): void {
    this.dispatchEvent(
      new MessageEvent(type, { data: typeof data === "string" ? data : JSON.stringify(data), lastEventId }),
    );
  }
}

function start(signal = new AbortController().signal) {
  const seen: [number, string][] = [];
  const done = streamRecord("http://lab/connections/x/stream", {
    EventSource: FakeEventSource as unknown as typeof EventSource,
    signal,
    onWire: (event, index) => seen.push([index, event.kind]),
  });
  return { seen, done, source: FakeEventSource.made.at(-1) as FakeEventSource };
}

const { record } = runFixture;

it("tells of each event, and gives the record at the end", async () => {
  const { seen, done, source } = start();
  source.fire("wire", runFixture.wire[0], "0");
  source.fire("wire", runFixture.wire[1], "1");
  source.fire("wire", runFixture.wire[1], "1");
  source.fire("end", record);
  expect(await done).toEqual(record);
  expect(seen.map(([index]) => index)).toEqual([0, 1, 1]);
  expect(source.isClosed).toBe(true);
});

it("takes no notice of what is no event", async () => {
  const { seen, done, source } = start();
  for (const data of ["", "{", "null", '{"kind":1,"at":0}', '{"kind":"fin"}']) source.fire("wire", data, "0");
  for (const id of ["-1", "1000", "x", "1.5"]) source.fire("wire", runFixture.wire[0], id);
  source.fire("end", "{}");
  expect(await done).toBeNull();
  expect(seen).toEqual([]);
});

it("gives up where the stream breaks: it is not opened again", async () => {
  const { done, source } = start();
  source.fire("error");
  expect(await done).toBeNull();
  expect(source.isClosed).toBe(true);
});

it("is closed by the signal, and not opened after it", async () => {
  const controller = new AbortController();
  const { done, source } = start(controller.signal);
  controller.abort();
  expect(await done).toBeNull();
  expect(source.isClosed).toBe(true);
  const { length } = FakeEventSource.made;
  expect(await start(controller.signal).done).toBeNull();
  expect(FakeEventSource.made).toHaveLength(length);
});
