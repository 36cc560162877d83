import { describe, expect, it } from "vitest";
import { endingRows } from "../facts/ending-rows.ts";
import { engines, observationsOf } from "../facts/engines.ts";
import type { ObservedFact } from "../observe/observed-event.ts";
import { recordingOf } from "../recordings/recorded.ts";
import type { RunData } from "../run/run-data.ts";
import { compareRun } from "./comparison.ts";
import { rowsOf } from "./comparison-table.ts";
import { engineVerdict, specificationVerdict } from "./comparison-words.ts";
import { toReport } from "./report.ts";

const major = engines.find(({ id }) => id === "chromium")?.version.split(".")[0];
const chromium = `Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/${major}.0.0.0 Safari/537.36`;
const open: ObservedFact = { kind: "open", protocol: "", extensions: "" };
const close = (code: number, reason = "", wasClean = true): ObservedFact => ({ kind: "close", code, reason, wasClean });
const called = (exception: string | null = null): ObservedFact => ({
  kind: "close-called",
  code: 1000,
  reason: "bye",
  exception: exception === null ? null : { name: exception, message: "" },
});

/** A live run in Chromium of a Close frame with 4000 that went as it should. */
function runOf(given: Partial<RunData> = {}, facts: ObservedFact[] = [open, close(4000)]): RunData {
  const base = recordingOf("chromium", "server-close-4000") as RunData;
  const events = facts.map((fact, at) => ({ at, ...fact }));
  return { ...base, mode: "live", engine: null, userAgent: chromium, wire: [], events, ...given };
}

function words(run: RunData, state: "running" | "ended" = "ended") {
  const comparison = compareRun(run, state);
  return {
    specifications: specificationVerdict(comparison, "This browser"),
    engine: engineVerdict(comparison, "This browser", run.userAgent),
    notes: comparison.notes,
  };
}

describe("the specifications", () => {
  it.each<[words: string, run: RunData]>([
    ["✓ This browser agrees with the specifications.", runOf()],
    ["✗ This browser differs from the specifications in code.", runOf({}, [open, close(4001)])],
    [
      "✗ This browser differs from the specifications in events, code, and wasClean.",
      runOf({}, [open, { kind: "error" }, close(1006, "", false)]),
    ],
    ["✓ This browser agrees with the specifications.", runOf({ code: 4123 }, [open, close(4123)])],
    ["✓ This browser agrees with the specifications.", runOf({ reason: "bye" }, [open, close(4000, "bye")])],
    ["✗ This browser differs from the specifications in reason.", runOf({ reason: "bye" })],
    ["The specifications leave this open.", runOf({ code: 999 }, [open, close(999)])],
    ["✓ This browser agrees", runOf({ ending: "call-close-999" }, [open, called("InvalidAccessError"), close(1005)])],
    [
      "✗ This browser differs from the specifications in throws.",
      runOf({ ending: "call-close-999" }, [open, called(), close(1005)]),
    ],
    ["is our reading", runOf({ ending: "ping-126" }, [open, { kind: "error" }, close(1006, "", false)])],
    ["Nothing to compare: what your server does", runOf({ ending: null })],
    ["Not compared: the connection was no longer", runOf({}, [open, { kind: "abort" }])],
    ["Not compared: you closed", runOf({}, [open, called(), close(1000, "bye")])],
    ["✓ This browser agrees", runOf({}, [open, called("SyntaxError"), close(4000)])],
    ["✓ This browser agrees", runOf({}, [open, close(4000), called()])],
    [
      "✓ This browser agrees",
      runOf({ ending: "client-close-echo", code: 1000, reason: "bye" }, [open, called(), close(1000, "bye")]),
    ],
    [
      "Nothing to compare: the call was refused",
      runOf({ ending: "client-close-echo" }, [open, called("E"), close(1005)]),
    ],
    [
      "Not compared: the lab has not said",
      runOf({ ending: "handshake-fin" }, [{ kind: "error" }, close(1006, "", false)]),
    ],
    ["✓ This browser agrees", runOf({ ending: "connect-closed-port" }, [{ kind: "error" }, close(1006, "", false)])],
  ])("%s", (expected, run) => {
    expect(words(run).specifications).toContain(expected);
  });

  it("are not compared before the end", () => {
    expect(words(runOf(), "running")).toMatchObject({
      specifications: "Not compared yet: the connection has not ended.",
      engine: "",
    });
  });

  it("take the lab's word where there was no open event", () => {
    const record = { id: "12345678", ending: "handshake-fin" } as RunData["record"];
    const run = runOf({ ending: "handshake-fin", record }, [{ kind: "error" }, close(1006, "", false)]);
    expect(words(run).specifications).toBe("✓ This browser agrees with the specifications.");
  });
});

describe("the engine's record", () => {
  it.each<[words: string, run: RunData]>([
    [`✓ This browser agrees with Chromium ${major}.`, runOf()],
    ["✗ This browser differs from Chromium", runOf({}, [open, close(4001)])],
    ["in code.", runOf({}, [open, close(4001)])],
    ["Its version is 9.", runOf({ userAgent: "Chrome/9.0" })],
    ["This browser’s engine was not measured.", runOf({ userAgent: "Lynx" })],
    [
      "WebKitGTK was; it is not Safari.",
      runOf({
        userAgent: "Mozilla/5.0 (Macintosh) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.0 Safari/605.1.15",
      }),
    ],
  ])("%s", (expected, run) => {
    expect(words(run).engine).toContain(expected);
  });

  it("says no version where it is the one measured", () => {
    expect(words(runOf()).engine).not.toContain("version");
  });

  it("names every field that differs", () => {
    const record = { id: "12345678" } as RunData["record"];
    const { own } = compareRun(runOf({ record }, [close(1, "x", false)]), "ended");
    expect(own?.differences).toEqual(["events", "code", "reason", "wasClean"]);
  });

  const unstable = endingRows
    .flatMap(({ id }) => observationsOf(id).map(({ engine, observation }) => ({ id, engine, observation })))
    .find(({ engine, observation }) => engine.id === "chromium" && observation?.variants?.every(({ code }) => code));

  it.runIf(unstable)("agrees with each outcome that was seen, not only the most frequent", () => {
    for (const { events, code, reason, wasClean } of unstable?.observation?.variants ?? []) {
      const facts = events.map((kind) =>
        kind === "open" ? open : kind === "close" ? close(code ?? 0, reason ?? "", wasClean ?? false) : { kind },
      );
      const record = { id: "12345678" } as RunData["record"];
      const run = runOf({ ending: `${unstable?.id}`, code: null, reason: null, record }, facts as ObservedFact[]);
      expect(compareRun(run, "ended").own?.differences, JSON.stringify(facts)).toEqual([]);
    }
  });

  it("leaves a code of one's own, and a reason, that were not measured", () => {
    expect(words(runOf({ code: 4123 }, [open, close(4123)]))).toMatchObject({
      engine: "",
      notes: ["The code 4123 was not measured."],
    });
    expect(words(runOf({ reason: "bye" }, [open, close(4000, "bye")]))).toMatchObject({
      engine: expect.stringContaining("✓"),
      notes: ["Measured with another reason, which is not compared."],
    });
  });

  it("takes that of the ending with a long reason where the reason is too long", () => {
    const { measured } = compareRun(runOf({ reason: "x".repeat(124) }), "ended");
    expect(measured).toEqual(
      compareRun(runOf({ ending: "close-reason-124", code: null, reason: null }), "ended").measured,
    );
  });
});

it("puts the expectation first, then this browser, then each engine", () => {
  const rows = rowsOf(compareRun(runOf(), "ended"), "This browser", null);
  expect(rows.slice(0, 2).map(({ name }) => name)).toEqual(["Specifications", "This browser"]);
  expect(new Set(rows.slice(2).map(({ id }) => id)).size).toBe(compareRun(runOf(), "ended").measured.length);
});

describe("toReport", () => {
  const run = runOf({ url: "ws://localhost:4322/lab/server-close?code=4000&connection=abc" }, [
    open,
    close(4001, "`x` | [a](b)\n# @you"),
  ]);
  run.wire = [{ at: 1.5, by: "client", kind: "fin" }];
  const report = toReport(run, compareRun(run, "ended"));

  it("says what is needed to see it again", () => {
    expect(report).toContain("# WebSocket ending `server-close-4000`");
    expect(report).toContain("✗ This browser differs from the specifications in code and reason.");
    expect(report).toContain("- Server: Sends a Close frame with status code 4000");
    expect(report).toContain(`- Browser: \`${chromium}\``);
    expect(report).toContain("- Specifications: events `open → close`, code `4000`, reason `empty`, wasClean `true`");
    expect(report).toMatch(/- Chromium \S+: events `open → close`, code `4000`/);
    expect(report).toContain("- This browser: events `open → close`, code `4001`");
    expect(report).toContain("- 1.5 ms, client: `FIN: this side sends no more`");
    expect(report).toContain("`npx @wasclean/lab`");
    expect(report).toContain("`ws://localhost:4322/lab/server-close?code=4000`.");
  });

  it("keeps a hostile text in code, on its line", () => {
    expect(report).toContain("reason `` “`x` | [a](b)\\u{a}# @you” ``");
    const hostile = runOf({ userAgent: "```\n# a" }, [open, close(4001)]);
    expect(toReport(hostile, compareRun(hostile, "ended"))).toContain("- Browser: ```` ```\\u{a}# a ````\n");
  });
});
