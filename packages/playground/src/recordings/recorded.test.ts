import { ENDINGS } from "@wasclean/data/load";
import { describe, expect, it } from "vitest";
import { findDetails } from "../facts/ending-details.ts";
import { engines, observationsOf } from "../facts/engines.ts";
import { outcomeOf, secondsOf } from "../facts/outcome-fields.ts";
import { recordedEngines, recordingOf, replay } from "./recorded.ts";

const ids = ENDINGS.map(({ id }) => id);

describe.each(engines)("$id", ({ id: engine }) => {
  it("gives in each recording what was observed, in its order", () => {
    let count = 0;
    for (const ending of ids) {
      const observation = observationsOf(ending).find((each) => each.engine.id === engine)?.observation ?? null;
      const run = recordingOf(engine, ending);
      expect(run === null, ending).toBe(observation === null);
      if (run === null || observation === null) continue;
      count += 1;
      const { events, code, reason, wasClean, throws, seconds, serverSaw } = observation;
      const outcome = outcomeOf(run.events, findDetails(ending)?.client.length ?? 0);
      expect(outcome, ending).toEqual({ events, code, reason, wasClean, throws });
      expect(secondsOf(run.events), ending).toBe(code === null ? null : seconds);
      expect(run.wire, ending).toMatchObject(serverSaw);
      expect(run.wire.map(({ at }) => at)).toEqual(serverSaw.map((_, index) => index));
    }
    expect(recordedEngines("server-close-1000").some(({ id }) => id === engine) ? count : 1).toBeGreaterThan(0);
  });
});

it("gives a run that says that it is a recording, with the preset's ending and code", () => {
  const { version, name } = engines.find(({ id }) => id === "chromium") ?? { version: "", name: "" };
  expect(replay("chromium", "server-close", 4000)).toEqual(recordingOf("chromium", "server-close-4000"));
  expect(recordingOf("chromium", "server-close-4000")).toMatchObject({
    format: "wasclean-run",
    version: 1,
    mode: "recorded",
    engine: "chromium",
    url: "ws://localhost:4322/lab/server-close-4000",
    ending: "server-close",
    code: 4000,
    reason: "",
    userAgent: expect.stringContaining(`${name} ${version}`),
    record: null,
  });
});

it("has the calls that the page makes, with what the first of them threw", () => {
  const kinds = (ending: string) => recordingOf("chromium", ending)?.events.map(({ kind }) => kind);
  expect(kinds("call-close-999")).toEqual(["open", "close-called", "close-called", "close"]);
  expect(recordingOf("chromium", "call-close-999")?.events[1]).toMatchObject({
    code: 999,
    exception: { name: "InvalidAccessError" },
  });
  expect(kinds("call-close-connecting")?.[0]).toBe("close-called");
  expect(kinds("message-too-big")?.slice(0, 2)).toEqual(["open", "send-called"]);
});

it("names the text of a message, which is in the server's sentence", () => {
  const text = (ending: string) => recordingOf("chromium", ending)?.events.find(({ kind }) => kind === "message");
  expect(text("text-then-close")).toMatchObject({ type: "text", length: 5, preview: "hello" });
});

it("lists engines with version and day, and none where nothing was recorded", () => {
  const labels = recordedEngines("fin-no-close").map(({ label }) => label);
  expect(labels).toContainEqual(expect.stringMatching(/^Chromium \d+\.[\d.]+, \d{1,2} [A-Z][a-z]+ \d{4}$/));
  expect(recordedEngines("page-leaves").map(({ id }) => id)).not.toContain("node");
  expect(recordedEngines("server-close", 4123)).toEqual([]);
  expect(recordingOf("chromium", "server-close", 4123)).toBeNull();
  expect(recordingOf("no-such-engine", "fin-no-close")).toBeNull();
  expect(recordingOf("chromium", null)).toBeNull();
});
