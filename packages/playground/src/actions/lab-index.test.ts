import { expect, it } from "vitest";
import { askLabIndex } from "./lab-index.ts";

const URL = "http://localhost:4322/lab/";
const signal = () => new AbortController().signal;
const answering =
  (status: number, body: unknown): Parameters<typeof askLabIndex>[1] =>
  async () =>
    new Response(String(body), { status });

it("gives the ports", async () => {
  const fetch = answering(200, '{"endings":[],"ports":{"handshake-no-answer":40001}}');
  expect(await askLabIndex(URL, fetch, signal())).toEqual({ problem: null, ports: { "handshake-no-answer": 40001 } });
});

it("takes a lab that names no ports", async () => {
  expect(await askLabIndex(URL, answering(200, '{"endings":[]}'), signal())).toEqual({ problem: null, ports: {} });
});

it("takes ports only that are ports", async () => {
  const ports = '{"a":1,"b":"2","c":65536,"d":0,"e":1.5,"f":{},"__proto__":{"g":7},"constructor":8}';
  const answer = await askLabIndex(URL, answering(200, `{"endings":[],"ports":${ports}}`), signal());
  expect(answer.problem === null && Object.entries(answer.ports)).toEqual([
    ["a", 1],
    ["constructor", 8],
  ]);
  expect(answer.problem === null && "toString" in answer.ports).toBe(false);
});

it("stops reading an endless answer", async () => {
  let sent = 0;
  const pull = (controller: ReadableStreamDefaultController<Uint8Array>) => {
    sent += 1;
    controller.enqueue(new Uint8Array(64 * 1024).fill(0x20));
  };
  const fetch: Parameters<typeof askLabIndex>[1] = async () =>
    new Response(new ReadableStream({ pull }) as ReadableStream<Uint8Array<ArrayBuffer>>);
  expect(await askLabIndex(URL, fetch, signal())).toEqual({ problem: "NOT_A_LAB", status: 200 });
  expect(sent).toBeLessThan(20);
});

it.each<[number, string]>([
  [200, "<!doctype html>"],
  [200, "{}"],
  [200, "null"],
  [404, '{"endings":[]}'],
  [403, '{"error":"ORIGIN_FORBIDDEN"}'],
])("what answers %i with %s is no lab", async (status, body) => {
  expect(await askLabIndex(URL, answering(status, body), signal())).toEqual({ problem: "NOT_A_LAB", status });
});

it("says that nothing answers", async () => {
  const fetch = () => Promise.reject(new TypeError("Failed to fetch"));
  expect(await askLabIndex(URL, fetch, signal())).toEqual({ problem: "LAB_UNREACHABLE", status: null });
});

it("waits only so long", async () => {
  const fetch: Parameters<typeof askLabIndex>[1] = (_, init) =>
    new Promise((_resolve, reject) => init.signal?.addEventListener("abort", () => reject(init.signal?.reason)));
  expect(await askLabIndex(URL, fetch, signal(), 5)).toEqual({ problem: "LAB_SILENT", status: null });
});

it("asks without credentials, and not a cache", async () => {
  let asked: RequestInit = {};
  await askLabIndex(
    URL,
    async (url, init) => {
      asked = init;
      return answering(200, '{"endings":[]}')(url, init);
    },
    signal(),
  );
  expect(asked).toMatchObject({ credentials: "omit", cache: "no-store" });
});
