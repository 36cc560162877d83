import { expect, it } from "vitest";
import { findEndingRow } from "../facts/ending-rows.ts";
import { createRun, type RunLab } from "./run.ts";

const lab: RunLab = { url: new URL("http://localhost:4322/lab/"), ports: { "handshake-no-answer": 40001 } };
const page = {
  userAgent: "test",
  page: { protocol: "http:", host: "h", online: true },
  startedAt: "2026-11-22T10:00:00.000Z",
};
const rowOf = (id: string) => {
  const found = findEndingRow(id);
  if (!found) throw new Error(id);
  return found.row;
};

it("plans a run against the lab", () => {
  const run = createRun({ ending: rowOf("server-close"), values: { code: 4001, reason: "bye" } }, lab, [], page);
  expect(run.data).toMatchObject({ mode: "live", ending: "server-close", code: 4001, reason: "bye", protocols: [] });
  expect(run.data.url).toContain("ws://localhost:4322/lab/server-close?code=4001&reason=bye&connection=");
  expect(run.label).toBe("live, against the lab at http://localhost:4322/lab/");
  expect(run.record?.url).toBe(`http://localhost:4322/lab/connections/${run.record?.connection}`);
  expect(run.steps).toEqual([]);
});

it("goes to the port that is the ending's own", () => {
  const run = createRun({ ending: rowOf("handshake-no-answer"), values: {} }, lab, [], page);
  expect(run.data.url).toContain("ws://localhost:40001/lab/handshake-no-answer?connection=");
  expect(run.record?.url).toContain("http://localhost:4322/");
});

it("asks for the ending's subprotocols, or for the reader's instead", () => {
  const choice = { ending: rowOf("handshake-other-subprotocol"), values: {} };
  expect(createRun(choice, lab, [], page).data.protocols).toEqual(["chat"]);
  expect(createRun(choice, lab, ["mine"], page).data.protocols).toEqual(["mine"]);
});

it("goes to a URL of one's own without the lab", () => {
  const run = createRun({ ending: null, url: "wss://example.com/" }, null, ["a"], page);
  expect(run).toMatchObject({ label: "live, your URL", record: null, steps: [] });
  expect(run.data).toMatchObject({
    mode: "own",
    url: "wss://example.com/",
    ending: null,
    code: null,
    protocols: ["a"],
  });
});

it("is plain data", () => {
  const { data } = createRun({ ending: rowOf("close-empty"), values: {} }, lab, [], page);
  expect(structuredClone(data)).toEqual(data);
  expect(JSON.parse(JSON.stringify(data))).toEqual(data);
});
