import { afterEach, beforeEach, expect, it } from "vitest";
import { findEndingRow } from "../facts/ending-rows.ts";
import { FakeWebSocket } from "../testing/fake-web-socket.ts";
import { LiveRun, type RunEffects } from "./live-run.ts";
import { createRun } from "./run.ts";

const page = { userAgent: "test", page: { protocol: "http:", host: "h", online: true }, startedAt: "" };
let dispatched: string[];
let target: EventTarget;

beforeEach(() => {
  dispatched = [];
  target = new EventTarget();
});
afterEach(() => {
  FakeWebSocket.refusal = null;
});

function start(id: string, values = {}) {
  const row = findEndingRow(id)?.row;
  if (!row) throw new Error(id);
  const plan = createRun({ ending: row, values }, { url: new URL("http://lab/"), ports: {} }, [], page);
  const run = new LiveRun(plan, {
    WebSocket: FakeWebSocket as unknown as RunEffects["WebSocket"],
    document: target as unknown as RunEffects["document"],
    isOnline: () => false,
    changed: () => {},
    dispatch: (type) => dispatched.push(type),
  });
  const ended = run.start();
  return { run, ended, socket: FakeWebSocket.made.at(-1) as FakeWebSocket };
}

it("goes from connecting over open to closed, and tells of it", async () => {
  const { run, ended, socket } = start("close-empty");
  expect(run.state).toBe("connecting");
  socket.fire("open");
  expect(run.state).toBe("open");
  socket.fire("close", { code: 1005, reason: "", wasClean: true });
  await ended;
  expect(run.state).toBe("closed");
  expect(run.words).toMatch(/^Closed after \d/);
  expect(run.data.events.map(({ kind }) => kind)).toEqual(["open", "close"]);
  expect(run.data.page.online).toBe(false);
  expect(dispatched).toEqual(["wasclean:connect", "wasclean:event", "wasclean:event", "wasclean:end"]);
});

it("does the client's steps once open", () => {
  const { socket } = start("client-close-echo", { code: 4001, reason: "mine" });
  expect(socket.calls).toEqual([]);
  socket.fire("open");
  expect(socket.calls).toEqual([["close", 4001, "mine"]]);
});

it("closes while connecting where the ending says so", () => {
  expect(start("call-close-connecting").socket.calls).toEqual([["close"]]);
});

it("says that a call was refused", () => {
  const { run, socket } = start("call-close-1001");
  socket.fire("open");
  expect(run.words).toContain("refused the call of close()");
});

it("says that the constructor threw", async () => {
  FakeWebSocket.refusal = new DOMException("no", "SyntaxError");
  const { run, ended } = start("close-empty");
  await ended;
  expect(run.words).toBe("Not connected: the constructor threw.");
});

it("stopping closes the socket and leaves no listener", async () => {
  const { run, ended, socket } = start("close-empty");
  socket.fire("open");
  run.stop();
  await ended;
  expect(socket.calls).toEqual([["close"]]);
  expect(socket.listenerCount).toBe(0);
  expect(run.signal.aborted).toBe(true);
  expect(run.words).toBe("Stopped.");
});

it("notes violations of the page's policy while it lasts, and none after", async () => {
  const { run, ended, socket } = start("close-empty");
  const violate = (directive: string) =>
    target.dispatchEvent(
      Object.assign(new Event("securitypolicyviolation"), { effectiveDirective: directive, blockedURI: "ws://lab" }),
    );
  violate("connect-src");
  socket.fire("close", { code: 1006, reason: "", wasClean: false });
  await ended;
  violate("img-src");
  expect(run.data.violations).toEqual([{ directive: "connect-src", blockedURI: "ws://lab" }]);
});
