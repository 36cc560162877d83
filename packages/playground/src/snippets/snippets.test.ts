import fc from "fast-check";
import { expect, test } from "vitest";
import type { ObservedEvent } from "../observe/observed-event.ts";
import { summarizeMessage } from "../observe/summarize-message.ts";
import type { RunData } from "../run/run-data.ts";
import { FakeWebSocket } from "../testing/fake-web-socket.ts";
import { literalOf } from "./snippet-lines.ts";
import { snippetsFor } from "./snippets.ts";

const open: ObservedEvent = { at: 5, kind: "open", protocol: "", extensions: "" };

const runOf = (events: ObservedEvent[], more: Partial<RunData> = {}): RunData => ({
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
  userAgent: "",
  page: { protocol: "https:", host: "example.org", online: true },
  events,
  wire: [],
  record: null,
  violations: [],
  localNetwork: null,
  ...more,
});

const closing = (code: number | null, reason: string | null, at = 6): ObservedEvent => ({
  at,
  kind: "close-called",
  code,
  reason,
  exception: null,
});

const sending = (data: string | ArrayBuffer, at = 6): ObservedEvent => ({
  at,
  kind: "send-called",
  ...summarizeMessage(data),
  exception: null,
});

/** Any UTF-16 at all, with what is special in a literal more often. */
const anyText = fc
  .array(
    fc.oneof(
      fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit)),
      fc.constantFrom(
        '"',
        "'",
        "`",
        "\\",
        "\n",
        "\r",
        "\u2028",
        "\u202e",
        "${",
        "</script>",
        "👩🏽‍🚀",
        "\u{e0001}",
        "\\ud83d\\ude00",
      ),
    ),
  )
  .map((parts) => parts.join(""));

const codeOf = (run: RunData, id: string) => snippetsFor(run).find((snippet) => snippet.id === id)?.code ?? "";

/** Runs a program with a socket that does nothing, opens it, and gives the socket. */
async function play(code: string) {
  FakeWebSocket.made = [];
  const AsyncFunction = (async () => {}).constructor as FunctionConstructor;
  await new AsyncFunction("WebSocket", "console", code)(FakeWebSocket, { log() {} });
  const [socket] = FakeWebSocket.made as (FakeWebSocket & { onopen?: () => Promise<void> })[];
  const early = socket?.calls.length;
  await socket?.onopen?.();
  return { socket, early };
}

test("has a program for each runtime", () => {
  expect(snippetsFor(runOf([open])).map(({ id, label, language }) => [id, label, language])).toEqual([
    ["browser", "Browser", "javascript"],
    ["node", "Node.js", "javascript"],
    ["deno", "Deno", "javascript"],
    ["bun", "Bun", "javascript"],
    ["python", "Python", "python"],
  ]);
  expect(snippetsFor(runOf([], { url: "" }))).toEqual([]);
});

test.each(["browser", "node"])("any text survives unchanged in the program for %s", async (id) => {
  await fc.assert(
    fc.asyncProperty(anyText, anyText, anyText, async (url, protocol, reason) => {
      const run = runOf([open, closing(4001, reason)], { url: `wss://x/${url}`, protocols: [protocol] });
      const code = codeOf(run, id);
      const { socket } = await play(code);
      expect(socket?.constructedWith).toEqual([`wss://x/${url}`, [protocol]]);
      expect(socket?.calls).toEqual([["close", 4001, reason]]);
      expect(code).not.toMatch(/[\p{Cf}\p{Cs}\u2028\u2029\r]|<\/script/u);
    }),
  );
});

test("a literal of Python keeps to what Python knows, and has no lone surrogate", () => {
  expect(literalOf('a"\\\n\u{e0001}\u202e\ud800<', true)).toBe(String.raw`"a\"\\\n\U000e0001\U0000202e�\U0000003c"`);
});

test.each<[string, ObservedEvent[], unknown[][]]>([
  ["nothing", [open], []],
  ["close()", [open, closing(null, null)], [["close"]]],
  ["close(code)", [open, closing(1000, null)], [["close", 1000]]],
  ["close(code, reason)", [open, closing(3000, "bye")], [["close", 3000, "bye"]]],
  [
    "send(text), twice",
    [open, sending("a"), sending("")],
    [
      ["send", "a"],
      ["send", ""],
    ],
  ],
  ["a long text of one character", [open, sending("x".repeat(1025))], [["send", "x".repeat(1025)]]],
  ["a long text", [open, sending("ab€".repeat(100))], [["send", "ab€".repeat(100).slice(0, 200) + ".".repeat(168)]]],
  ["bytes", [open, sending(Uint8Array.of(0, 255).buffer)], [["send", Uint8Array.of(0, 255)]]],
  ["many bytes", [open, sending(new Uint8Array(33).fill(7).buffer)], [["send", new Uint8Array(33).fill(7, 0, 32)]]],
])("does what the client did: %s", async (_, events, calls) => {
  const { socket, early } = await play(codeOf(runOf(events), "browser"));
  expect(early).toBe(0);
  expect(socket?.calls).toEqual(calls);
});

test("closes while connecting where the client did", async () => {
  const run = runOf([closing(null, null, 0.2), { at: 3, kind: "error" }]);
  expect(await play(codeOf(run, "browser"))).toMatchObject({ early: 1, socket: { calls: [["close"]] } });
  expect(codeOf(run, "python")).toContain("await asyncio.wait_for(connect(");
});

test("waits as the client did", () => {
  const run = runOf([open, sending("a", 40), closing(1000, null, 2105)]);
  const seconds = /setTimeout\(done, (\d+)\)/g;
  expect([...codeOf(run, "node").matchAll(seconds)].map(([, ms]) => ms)).toEqual(["2100"]);
  expect(codeOf(run, "python")).toMatch(/send\("a"\)\n +await asyncio.sleep\(2.1\)\n +await socket.close\(1000\)/);
});

test("a call that was refused stays as a comment on one line", async () => {
  const exception = { name: "Invalid\nAccessError", message: "no" };
  const run = runOf([
    open,
    { at: 6, kind: "close-called", code: 999, reason: "\u2028x", exception },
    closing(null, null),
  ]);
  const code = codeOf(run, "browser");
  expect(code).toContain(String.raw`// InvalidAccessError: socket.close(999, "\u2028x");`);
  expect((await play(code)).socket?.calls).toEqual([["close"]]);
  expect(codeOf(run, "python")).toContain(String.raw`# InvalidAccessError: await socket.close(999, "\U00002028x")`);
});

test("leaves the connection's id to the lab, and a URL of one's own as it is", () => {
  const url = "ws://x/lab/server-close?code=4001&connection=0123456789abcdef";
  expect(codeOf(runOf([open], { url, ending: "server-close" }), "bun")).toContain(
    '"ws://x/lab/server-close?code=4001"',
  );
  expect(codeOf(runOf([open], { url }), "bun")).toContain(JSON.stringify(url));
});
