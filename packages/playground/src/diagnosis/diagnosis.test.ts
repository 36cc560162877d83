import { OBSERVATIONS } from "@wasclean/data/load";
import { describe, expect, test } from "vitest";
import type { ObservedEvent } from "../observe/observed-event.ts";
import type { RunData } from "../run/run-data.ts";
import { diagnose } from "./diagnosis.ts";

const CHROMIUM =
  "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Safari/537.36";
const FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:153.0) Gecko/20100101 Firefox/153.0";
const SAFARI =
  "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.0 Safari/605.1.15";

const WEBKITGTK =
  "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.0 Safari/605.1.15";

const URL_OF_VIOLATION = "wss://example.com/chat";

const open = (at = 50): ObservedEvent => ({ at, kind: "open", protocol: "", extensions: "" });
const error = (at: number): ObservedEvent => ({ at, kind: "error" });
const close = (at: number, code = 1006, wasClean = false): ObservedEvent => {
  return { at, kind: "close", code, reason: "", wasClean };
};
const message = (at: number): ObservedEvent => ({ at, kind: "message", type: "text", length: 0, preview: "" });
const thrown = (name: string): ObservedEvent => ({ at: 0, kind: "exception", name, message: "no" });
const closing = (at: number, isRefused = false): ObservedEvent => {
  const exception = isRefused ? { name: "InvalidAccessError", message: "no" } : null;
  return { at, kind: "close-called", code: 1000, reason: null, exception };
};

const runOf = (more: Partial<RunData>): RunData => ({
  format: "wasclean-run",
  version: 1,
  mode: "own",
  engine: null,
  url: "wss://example.com/chat",
  protocols: [],
  ending: null,
  code: null,
  reason: null,
  startedAt: "2026-11-22T10:00:00.000Z",
  userAgent: CHROMIUM,
  page: { protocol: "https:", host: "example.org", online: true },
  events: [],
  wire: [],
  record: null,
  violations: [],
  localNetwork: null,
  ...more,
});

const http = { protocol: "http:", host: "example.org", online: true };
const neverOpened = [error(90), close(90)];
/** What is possible for wss: to a name in Chromium that fails at once. */
const BEFORE_OPEN = [
  "offline",
  "local-network",
  "dns",
  "refused",
  "tls",
  "http-status",
  "redirect",
  "no-upgrade",
  "subprotocol",
];
const without = (...ids: string[]) => BEFORE_OPEN.filter((id) => !ids.includes(id));

interface Row {
  title: string;
  run: Partial<RunData>;
  certain?: string[];
  /** Every other cause must be excluded. */
  possible: string[];
}

const rows: Row[] = [
  { title: "it fails at once", run: { events: neverOpened }, possible: BEFORE_OPEN },
  {
    title: "the permission is granted",
    run: { events: neverOpened, localNetwork: "granted" },
    possible: without("local-network"),
  },
  { title: "the permission is denied", run: { events: neverOpened, localNetwork: "denied" }, possible: BEFORE_OPEN },
  {
    title: "the page is of this computer",
    run: { events: neverOpened, page: { ...http, host: "[::1]:8080" } },
    possible: without("local-network"),
  },
  {
    title: "a public address",
    run: { events: neverOpened, url: "wss://93.184.216.34/" },
    possible: without("local-network", "dns"),
  },
  {
    title: "a public address of IPv6",
    run: { events: neverOpened, url: "wss://[2606:2800:220:1::1]/" },
    possible: without("local-network", "dns"),
  },
  { title: "a local address", run: { events: neverOpened, url: "wss://192.168.1.1/" }, possible: without("dns") },
  { title: "a local address of IPv6", run: { events: neverOpened, url: "wss://[fd00::1]/" }, possible: without("dns") },
  {
    title: "this computer itself, ws: from an https: page",
    run: { events: neverOpened, url: "ws://127.0.0.1:4322/" },
    possible: without("offline", "dns", "tls"),
  },
  {
    title: "localhost",
    run: { events: neverOpened, url: "ws://localhost:4322/" },
    possible: without("offline", "dns"),
  },
  {
    title: "a name below localhost, which not every browser resolves itself",
    run: { events: neverOpened, url: "wss://app.localhost/" },
    possible: without("offline"),
  },
  {
    title: "ws: from an http: page",
    run: { events: neverOpened, url: "ws://example.com/", page: http },
    possible: BEFORE_OPEN,
  },
  {
    title: "ws: from an https: page",
    run: { events: neverOpened, url: "ws://example.com/" },
    possible: ["mixed-content", ...BEFORE_OPEN],
  },
  {
    title: "a page without a protocol of its own, such as about:srcdoc",
    run: { events: neverOpened, url: "ws://example.com/", page: { ...http, protocol: "about:" } },
    possible: ["mixed-content", ...BEFORE_OPEN],
  },
  {
    title: "the policy forbids it, as in Chromium without a close event",
    run: { events: [error(3)], violations: [{ directive: "connect-src", blockedURI: URL_OF_VIOLATION }] },
    certain: ["csp"],
    possible: [],
  },
  {
    title: "the policy names the scheme alone",
    run: { events: neverOpened, violations: [{ directive: "connect-src", blockedURI: "wss" }] },
    certain: ["csp"],
    possible: [],
  },
  {
    title: "the policy forbids something else",
    run: {
      events: neverOpened,
      violations: [
        { directive: "connect-src", blockedURI: "https://example.com/chat" },
        { directive: "img-src", blockedURI: URL_OF_VIOLATION },
        { directive: "connect-src", blockedURI: "" },
      ],
    },
    possible: BEFORE_OPEN,
  },
  {
    title: "another page's policy, as it opened",
    run: { events: [open(), close(60)], violations: [{ directive: "connect-src", blockedURI: URL_OF_VIOLATION }] },
    possible: ["offline", "dropped", "idle"],
  },
  {
    title: "the constructor throws for the URL",
    run: { events: [thrown("SyntaxError")] },
    certain: ["exception"],
    possible: [],
  },
  {
    title: "the constructor throws for safety, wss:",
    run: { events: [thrown("SecurityError")], userAgent: SAFARI },
    certain: ["exception"],
    possible: ["csp"],
  },
  {
    title: "the constructor throws for safety, ws: from an https: page",
    run: { events: [thrown("SecurityError")], url: "ws://example.com/" },
    certain: ["exception"],
    possible: ["mixed-content", "csp"],
  },
  {
    title: "close() while connecting",
    run: { events: [closing(20), error(21), close(21)] },
    certain: ["close-while-connecting"],
    possible: [],
  },
  {
    title: "a refused close() while connecting",
    run: { events: [closing(20, true), ...neverOpened] },
    possible: BEFORE_OPEN,
  },
  { title: "close() after the end", run: { events: [...neverOpened, closing(100)] }, possible: BEFORE_OPEN },
  {
    title: "close() in a listener of error",
    run: { events: [error(90), closing(90), close(90)] },
    possible: BEFORE_OPEN,
  },
  {
    title: "Chromium gives up the opening handshake",
    run: { events: [error(240_020), close(240_020)] },
    possible: [...BEFORE_OPEN, "no-answer"],
  },
  { title: "Chromium fails after 20 s", run: { events: [error(20_000), close(20_000)] }, possible: BEFORE_OPEN },
  {
    title: "Firefox gives up the opening handshake, or the first frame is broken",
    run: { events: [error(20_010), close(20_010)], userAgent: FIREFOX },
    possible: [...BEFORE_OPEN, "no-answer", "protocol-error"],
  },
  {
    title: "Firefox fails at once",
    run: { events: neverOpened, userAgent: FIREFOX },
    possible: [...BEFORE_OPEN, "protocol-error"],
  },
  {
    title: "a browser that was not measured fails at once",
    run: { events: neverOpened, userAgent: SAFARI },
    possible: [...BEFORE_OPEN, "no-answer"],
  },
  {
    title: "WebKitGTK fails before the lab gave up waiting for it",
    run: { events: [error(200_000), close(200_000)], userAgent: WEBKITGTK },
    possible: BEFORE_OPEN,
  },
  {
    title: "WebKitGTK fails after that",
    run: { events: [error(300_000), close(300_000)], userAgent: WEBKITGTK },
    possible: [...BEFORE_OPEN, "no-answer"],
  },
  { title: "open, then 1006", run: { events: [open(), close(900)] }, possible: ["offline", "dropped", "idle"] },
  {
    title: "open, then 1006, on this computer",
    run: { events: [open(), close(900)], url: "ws://localhost:1/" },
    possible: ["dropped", "idle"],
  },
  {
    title: "open, error, then 1006 in Chromium",
    run: { events: [open(), error(900), close(900)] },
    possible: ["offline", "protocol-error"],
  },
  {
    title: "open, error, then 1006 in Firefox",
    run: { events: [open(), error(900), close(900)], userAgent: FIREFOX },
    possible: ["offline", "dropped", "idle", "protocol-error"],
  },
  {
    title: "close() without an answer",
    run: { events: [open(), closing(100), close(60_100)] },
    certain: ["unanswered-close"],
    possible: ["offline", "dropped", "idle"],
  },
  {
    title: "close() without an answer in Firefox, which fires error",
    run: { events: [open(), closing(100), error(20_100), close(20_100)], userAgent: FIREFOX },
    possible: ["offline", "unanswered-close", "dropped", "idle", "protocol-error"],
  },
  { title: "a Close frame", run: { events: [open(), close(900, 4001, true)] }, certain: ["close-frame"], possible: [] },
  {
    title: "a Close frame in answer to close()",
    run: { events: [open(), closing(100), close(101, 1000, true)] },
    certain: ["close-frame"],
    possible: [],
  },
  {
    title: "a Close frame, then RST",
    run: { events: [open(), close(900, 4001)] },
    certain: ["close-frame"],
    possible: [],
  },
  {
    title: "a Close frame with 1006, which Firefox takes",
    run: { events: [open(), close(900, 1006, true)], userAgent: FIREFOX },
    certain: ["close-frame"],
    possible: [],
  },
  {
    title: "a Close frame without open, as once in Firefox",
    run: { events: [close(900, 4001)], userAgent: FIREFOX },
    certain: ["close-frame"],
    possible: [],
  },
];

test.each(rows)("$title", ({ run, certain = [], possible }) => {
  const { causes } = diagnose(runOf(run));
  expect(causes).toHaveLength(19);
  const idsOf = (verdict: string) => causes.filter((cause) => cause.verdict === verdict).map(({ id }) => id);
  expect({ certain: idsOf("certain"), possible: idsOf("possible").toSorted() }).toEqual({
    certain,
    possible: possible.toSorted(),
  });
});

test.each<[string, ObservedEvent[]]>([
  ["nothing", []],
  ["open alone", [open()]],
  ["no longer watched", [open(), { at: 90, kind: "abort" }]],
])("says nothing of causes before the end: %s", (_, events) => {
  expect(diagnose(runOf({ events }))).toMatchObject({ causes: [], headline: expect.stringMatching(/^Not known/) });
});

describe("says why", () => {
  const becauseOf = (id: string, run: Partial<RunData>) =>
    diagnose(runOf(run)).causes.find((cause) => cause.id === id)?.because;

  test.each<[string, ObservedEvent[], string]>([
    ["a minute since open", [open(0), close(60_400)], "Quiet for 60.40 s: near 60 s, a usual limit."],
    [
      "a minute since the last message",
      [open(0), message(7000), close(67_000)],
      "Quiet for 60.00 s: near 60 s, a usual limit.",
    ],
    [
      "a minute since open, and a refused call",
      [open(0), closing(59_000, true), close(60_000)],
      "Quiet for 60.00 s: near 60 s, a usual limit.",
    ],
    ["ten minutes", [open(0), close(609_000)], "Quiet for 609.00 s: near 600 s, a usual limit."],
    ["45 s, after traffic", [open(0), message(5000), close(50_000)], "Quiet for 45.00 s: near no usual limit."],
    ["45 s", [open(0), close(45_000)], "Quiet for 45.00 s: near no usual limit."],
    ["at once", [open(0), close(10)], "Quiet for 10.0 ms: near no usual limit."],
  ])("an idle time-out: %s", (_, events, because) => {
    expect(becauseOf("idle", { events })).toBe(because);
  });

  const secondsOf = (engine: string, ending: string) =>
    OBSERVATIONS.find((each) => each.engine.id === engine)?.results[ending]?.seconds;
  const closed = [open(), closing(100), close(60_100)];

  test.each([
    ["chromium", "Chromium", CHROMIUM, ""],
    ["firefox", "Firefox", FIREFOX, ""],
    // The lab stopped waiting before WebKitGTK did.
    ["webkitgtk", "WebKitGTK", WEBKITGTK, "at least "],
  ])("the seconds of %s are those of its observations", (id, name, userAgent, least) => {
    const opening = `${name} waits ${least}${secondsOf(id, "handshake-no-answer")} s (measured).`;
    const closing = `${name} waits ${secondsOf(id, "client-close-never")} s (measured).`;
    expect(becauseOf("no-answer", { events: neverOpened, userAgent })).toBe(opening);
    expect(becauseOf("unanswered-close", { events: closed, userAgent })).toMatch(closing);
  });

  test("a browser that was not measured has no seconds", () => {
    expect(becauseOf("no-answer", { events: neverOpened, userAgent: SAFARI })).toBe("This browser was not measured.");
    expect(becauseOf("unanswered-close", { events: closed, userAgent: SAFARI })).toBe(
      "No Close frame came in 60.00 s.",
    );
  });

  test("the engines that throw for a policy are those that did", () => {
    const threw = OBSERVATIONS.filter(({ results }) => results["connect-forbidden-by-csp"]?.throws);
    expect(threw.length).toBeGreaterThan(1);
    const because = becauseOf("csp", { events: [thrown("SecurityError")], userAgent: FIREFOX });
    for (const { engine } of threw) expect(because).toContain(engine.name);
  });

  test("being online promises nothing, and being offline is said", () => {
    expect(becauseOf("offline", { events: neverOpened })).toBe("navigator.onLine is true, which promises nothing.");
    const page = { ...http, online: false };
    expect(becauseOf("offline", { events: neverOpened, page })).toBe("navigator.onLine is false.");
  });

  test("what the browser threw, bounded and made visible", () => {
    const event: ObservedEvent = { at: 0, kind: "exception", name: "SyntaxError", message: `\u202e${"x".repeat(999)}` };
    const because = becauseOf("exception", { events: [event] }) ?? "";
    expect(because).toMatch(/^SyntaxError: \\u\{202e\}x+…/);
    expect(because.length).toBeLessThan(400);
  });
});

test("the headline says what is known", () => {
  const headlineOf = (...events: ObservedEvent[]) => diagnose(runOf({ events })).headline;
  expect(headlineOf(...neverOpened)).toBe("1006 before open: it never opened.");
  expect(headlineOf(open(), close(900))).toBe("1006 after open: no Close frame came.");
  expect(headlineOf(open(), close(900, 1001, true))).toMatch(/^1001 \(Going Away\): /);
  expect(headlineOf(thrown("SyntaxError"))).toBe("The constructor threw.");
});

test("the facts are what was seen", () => {
  expect(diagnose(runOf({ events: [open(), message(60), close(900)], localNetwork: "prompt" })).facts).toEqual([
    "open: 50.0 ms",
    "close: 900.0 ms",
    "onLine: true",
    "page: https:",
    "policy violations: 0",
    "local network: prompt",
  ]);
});

test("a URL cannot break out of the command", () => {
  const { causes } = diagnose(runOf({ events: neverOpened, url: "wss://example.com/';rm -rf $HOME;'?'`id`" }));
  const check = causes.find(({ id }) => id === "http-status")?.check ?? "";
  expect(check).toMatch(/ 'https:\/\/example\.com\/%27;rm%20-rf%20\$HOME;%27\?%27`id`'$/);
  expect(check.split("'")).toHaveLength(11);
});
