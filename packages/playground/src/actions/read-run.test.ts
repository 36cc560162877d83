import { expect, it } from "vitest";
import { runFixture } from "../testing/run-fixture.ts";
import { RUN_LIMIT, readRun } from "./read-run.ts";

it("reads what was saved", () => {
  expect(readRun(JSON.stringify(runFixture))).toEqual(runFixture);
});

it("reads a run without a record", () => {
  const bare = { ...runFixture, ending: null, code: null, reason: null, record: null, events: [], wire: [] };
  expect(readRun(JSON.stringify(bare))).toEqual(bare);
});

it.each([
  ["", "not JSON"],
  ["{", "not JSON"],
  ["null", "format"],
  ["[]", "format"],
  ['{"format":"wasclean-run"}', "another version"],
  ['{"format":"wasclean-run","version":2}', "another version"],
  ['{"format":"wasclean-run","version":1}', "mode"],
  [`"${"x".repeat(RUN_LIMIT)}"`, "longer than 1 MB"],
])("of %.40j it says that %s", (text, words) => {
  expect(readRun(text)).toContain(words);
});

const event = runFixture.events[0];
it.each<[string, unknown]>([
  ["mode", "evil"],
  ["engine", 1],
  ["url", "x".repeat(10_001)],
  ["url", {}],
  ["protocols", "chat"],
  ["code", 65536],
  ["code", 1.5],
  ["startedAt", "yesterday"],
  ["page", { protocol: "http:", host: 1, online: true }],
  ["page", null],
  ["events", {}],
  ["events", [null]],
  ["events", [{ ...event, kind: "constructor" }]],
  ["events", [{ ...event, kind: "toString" }]],
  ["events", [{ ...event, at: -1 }]],
  ["events", [{ ...event, at: "1" }]],
  ["events", [{ at: 0, kind: "close", code: 1000, reason: { toString: 1 }, wasClean: true }]],
  ["events", Array.from({ length: 10_001 }, () => ({ at: 0, kind: "error" }))],
  ["wire", [{ at: 0, by: "proxy", kind: "fin" }]],
  ["wire", [{ at: 0, by: "client", kind: "frame" }]],
  ["record", { ...runFixture.record, events: 1 }],
  ["record", []],
  ["violations", [{ directive: 1, blockedURI: "" }]],
  ["localNetwork", "maybe"],
])("names the field %s when it is %.60j", (name, value) => {
  expect(readRun(JSON.stringify({ ...runFixture, [name]: value }))).toContain(`field ${name} `);
});

it.each(["__proto__", "constructor", "toString", "extra"])("leaves out what a run does not have: %s", (name) => {
  const deep = `${"[".repeat(100_000)}${"]".repeat(100_000)}`;
  const insert = (text: string) => text.replaceAll("{", `{"${name}":${deep},`).replaceAll(",}", "}");
  const [first = "", ...rest] = JSON.stringify({ ...runFixture, events: [], wire: [], record: null }).split("{");
  const text = first + insert(`{${rest.shift()}`) + rest.map((each) => `{${each}`).join("");
  expect(text.length).toBeGreaterThan(200_000);
  expect(readRun(text)).toEqual({ ...runFixture, events: [], wire: [], record: null });
});

it("names each field that is missing", () => {
  for (const name of Object.keys(runFixture)) {
    expect(typeof readRun(JSON.stringify({ ...runFixture, [name]: undefined })), name).toBe("string");
  }
});
