import { expect, it } from "vitest";
import { describeWireEvent } from "../ui/describe-wire-event.ts";
import { describeRecordProblem } from "./describe-record-problem.ts";
import { fetchConnectionRecord } from "./fetch-connection-record.ts";

const record = (state: string) => ({ id: "abcdefgh", state, events: [{ at: 0, by: "client", kind: "fin" }] });
const answer = (status: number, body?: unknown) => () =>
  Promise.resolve(new Response(JSON.stringify(body), { status }));
const unreachable = () => Promise.reject(new TypeError("Failed to fetch"));

/** Asks a lab that gives those answers one after the other, the last one for ever, and counts the questions. */
async function ask(answers: (() => Promise<Response>)[], signal = new AbortController().signal) {
  const waits: number[] = [];
  let count = 0;
  const result = await fetchConnectionRecord("http://lab/connections/abcdefgh", {
    fetch: () => (answers[Math.min(count++, answers.length - 1)] as () => Promise<Response>)(),
    wait: (milliseconds) => Promise.resolve(void waits.push(milliseconds)),
    signal,
  });
  return { result, count, waited: waits.reduce((sum, wait) => sum + wait, 0) };
}

it.each([
  { name: "ended at once", answers: [answer(200, record("ended"))], count: 1, got: "ended" },
  {
    name: "ended later",
    answers: [answer(404), answer(200, record("open")), answer(200, record("ended"))],
    count: 3,
    got: "ended",
  },
  { name: "open for ever", answers: [answer(200, record("open"))], count: 7, got: "open" },
  { name: "missing for ever", answers: [answer(404)], count: 7, got: "RECORD_MISSING" },
  { name: "refused", answers: [answer(503)], count: 1, got: "LAB_REFUSES" },
  { name: "not JSON", answers: [() => Promise.resolve(new Response("<p>"))], count: 1, got: "RECORD_UNREADABLE" },
  { name: "null", answers: [answer(200, null)], count: 1, got: "RECORD_UNREADABLE" },
  {
    name: "not a record",
    answers: [answer(200, { state: "ended", events: [null] })],
    count: 1,
    got: "RECORD_UNREADABLE",
  },
  { name: "no lab", answers: [unreachable], count: 1, got: "LAB_UNREACHABLE" },
])("$name: $got after $count questions", async ({ answers, count, got }) => {
  const { result, count: asked, waited } = await ask(answers);
  expect(result.record?.state ?? result.problem).toBe(got);
  expect(asked).toBe(count);
  expect(waited).toBeLessThan(4000);
  if (result.record === null) expect(describeRecordProblem(result, "http://lab/")).toContain("http://lab/");
  else expect(describeRecordProblem(result, "http://lab/")).toBeNull();
});

it.each(["constructor", "__proto__", "toString", "hasOwnProperty"])("keeps nothing under the name %s", async (name) => {
  const text = `{"state":"ended","${name}":{"x":1},"clientClose":{"code":{"${name}":1},"reason":{"toString":1}},
    "events":[{"at":0,"by":"client","kind":"${name}","line":{"toString":1},"${name}":[1]}]}`;
  const { result } = await ask([() => Promise.resolve(new Response(text))]);
  expect(result.record).toMatchObject({ clientClose: { code: null, reason: "" } });
  expect(result.record?.events).toEqual([{ at: 0, by: "client", kind: name }]);
  expect(Object.hasOwn(result.record ?? {}, name)).toBe(false);
  expect(result.record?.events.map(describeWireEvent)).toEqual([name]);
});

it("takes at most a thousand events", async () => {
  const { result } = await ask([answer(200, { state: "ended", events: Array(2000).fill(record("").events[0]) })]);
  expect(result.record?.events).toHaveLength(1000);
  expect(result.record?.truncated).toBe(true);
});

it("stops asking once it is aborted", async () => {
  expect((await ask([answer(404)], AbortSignal.abort())).count).toBe(1);
});
