import { beforeEach, describe, expect, it } from "vitest";
import { FakeWebSocket } from "../testing/fake-web-socket.ts";
import { type ObserveOptions, observe } from "./observe.ts";

const closeFields = { code: 4001, reason: "bye", wasClean: true };

/** Watches a fake socket with a clock that goes on by 1 ms at each look. */
function watch(options: Partial<ObserveOptions> = {}) {
  let time = 100;
  const connection = observe("ws://test/", { WebSocket: FakeWebSocket, now: () => time++, ...options });
  return { connection, socket: FakeWebSocket.made.at(-1) as FakeWebSocket };
}

beforeEach(() => {
  FakeWebSocket.made = [];
  FakeWebSocket.refusal = null;
});

describe("the socket's events", () => {
  it.each<{ name: string; fired: [string, object?][]; events: object[] }>([
    {
      name: "a clean end",
      fired: [["open"], ["close", closeFields]],
      events: [
        { at: 1, kind: "open", protocol: "chat", extensions: "permessage-deflate" },
        { at: 2, kind: "close", ...closeFields },
      ],
    },
    {
      name: "a failure before open",
      fired: [["error"], ["close", { code: 1006, reason: "", wasClean: false }]],
      events: [
        { at: 1, kind: "error" },
        { at: 2, kind: "close", code: 1006, reason: "", wasClean: false },
      ],
    },
    {
      name: "messages of both types",
      fired: [
        ["message", { data: "é!" }],
        ["message", { data: new Uint8Array([0, 255]).buffer }],
        ["message", { data: "" }],
        ["message", { data: new Blob(["abc"]) }],
      ],
      events: [
        { at: 1, kind: "message", type: "text", length: 3, preview: "é!" },
        { at: 2, kind: "message", type: "binary", length: 2, preview: "00 ff" },
        { at: 3, kind: "message", type: "text", length: 0, preview: "" },
        { at: 4, kind: "message", type: "binary", length: 3, preview: "" },
      ],
    },
    {
      name: "nothing after close, whatever the socket does",
      fired: [["close", closeFields], ["message", { data: "late" }], ["close", closeFields], ["error"]],
      events: [{ at: 1, kind: "close", ...closeFields }],
    },
    {
      name: "codes that no registry has",
      fired: [["close", { code: 65535, reason: "", wasClean: true }]],
      events: [{ at: 1, kind: "close", code: 65535, reason: "", wasClean: true }],
    },
  ])("$name", ({ fired, events }) => {
    const told: object[] = [];
    const { connection, socket } = watch({ onEvent: (event) => told.push(event) });
    for (const [type, fields] of fired) socket.fire(type, fields);
    expect(connection.events).toEqual(events);
    expect(told).toEqual(events);
  });

  it("keeps the beginning of a long message only, and counts what is beyond the limit", () => {
    const { connection, socket } = watch({ messageLimit: 1 });
    for (const data of ["x".repeat(5000), "second"]) socket.fire("message", { data });
    expect(connection.events).toEqual([
      { at: 1, kind: "message", type: "text", length: 5000, preview: "x".repeat(200) },
    ]);
    expect(connection.messageCount).toBe(2);
  });

  it("resolves done with all events after close, and lets go of the socket", async () => {
    const { connection, socket } = watch();
    socket.fire("open");
    expect(socket.listenerCount).toBe(4);
    socket.fire("close", closeFields);
    expect((await connection.done).map(({ kind }) => kind)).toEqual(["open", "close"]);
    expect(socket.listenerCount).toBe(0);
  });
});

describe("the constructor", () => {
  it.each([
    { protocols: undefined, args: ["ws://test/"] },
    { protocols: [], args: ["ws://test/", []] },
    { protocols: ["a", "b"], args: ["ws://test/", ["a", "b"]] },
  ])("gets $args", ({ protocols, args }) => {
    expect(watch({ protocols }).socket.constructedWith).toEqual(args);
  });

  it.each([
    { thrown: new DOMException("bad URL", "SyntaxError"), name: "SyntaxError", message: "bad URL" },
    { thrown: new TypeError("no"), name: "TypeError", message: "no" },
    { thrown: "a string", name: "Error", message: "a string" },
  ])("that throws $name is an event", async ({ thrown, name, message }) => {
    FakeWebSocket.refusal = thrown;
    const { connection } = watch();
    expect(await connection.done).toEqual([{ at: 1, kind: "exception", name, message }]);
    expect(connection.close(1000)).toBeNull();
    expect(connection.events).toHaveLength(1);
  });
});

describe("close() and send()", () => {
  it.each<{ args: [number?, string?]; isCalled: boolean; code: number | null; reason: string | null; name?: string }>([
    { args: [], isCalled: true, code: null, reason: null },
    { args: [3000], isCalled: true, code: 3000, reason: null },
    { args: [3000, "why"], isCalled: true, code: 3000, reason: "why" },
    { args: [1001, "no"], isCalled: false, code: 1001, reason: "no", name: "InvalidAccessError" },
  ])("close($args)", ({ args, isCalled, code, reason, name }) => {
    const { connection, socket } = watch();
    expect(connection.close(...args)?.name).toBe(name);
    expect(socket.calls).toEqual(isCalled ? [["close", ...args]] : []);
    const exception = name === undefined ? null : expect.objectContaining({ name });
    expect(connection.events).toEqual([{ at: 1, kind: "close-called", code, reason, exception }]);
  });

  it.each([
    { data: "hi", name: undefined },
    { data: "refused", name: "InvalidStateError" },
  ])("send($data)", ({ data, name }) => {
    const { connection, socket } = watch();
    expect(connection.send(data)?.name).toBe(name);
    expect(socket.calls).toHaveLength(name === undefined ? 1 : 0);
    expect(connection.events).toMatchObject([{ kind: "send-called", length: data.length, preview: data }]);
  });
});

describe("the signal", () => {
  it("closes the socket, removes every listener, and what comes late is not recorded", async () => {
    const controller = new AbortController();
    const { connection, socket } = watch({ signal: controller.signal });
    socket.fire("open");
    controller.abort();
    socket.fire("message", { data: "late" });
    socket.fire("close", closeFields);
    connection.close(4000);
    connection.send("late");
    expect((await connection.done).map(({ kind }) => kind)).toEqual(["open", "abort"]);
    expect(socket.calls).toEqual([["close"]]);
    expect(socket.listenerCount).toBe(0);
  });

  it("makes no socket when it was aborted before", async () => {
    const { connection, socket } = watch({ signal: AbortSignal.abort() });
    expect((await connection.done).map(({ kind }) => kind)).toEqual(["abort"]);
    expect(socket).toBeUndefined();
  });

  it("does nothing after the end", () => {
    const controller = new AbortController();
    const { connection, socket } = watch({ signal: controller.signal });
    socket.fire("close", closeFields);
    controller.abort();
    expect(connection.events.map(({ kind }) => kind)).toEqual(["close"]);
    expect(socket.calls).toEqual([]);
  });
});

describe("misuse", () => {
  it.each<[unknown, unknown, string]>([
    [undefined, { WebSocket: FakeWebSocket }, "observe() got undefined for url; expected a string or a URL. Pass"],
    ["ws://x", undefined, "observe() got undefined for options.WebSocket; expected a WebSocket constructor. Pass"],
    ["ws://x", { WebSocket: {} }, "observe() got an object of class Object for options.WebSocket; expected"],
    [
      "ws://x",
      { WebSocket: FakeWebSocket, signal: new AbortController() },
      "an object of class AbortController for options.signal",
    ],
    ["ws://x", { WebSocket: FakeWebSocket, now: 5 }, "observe() got 5 for options.now; expected a function"],
    [
      "ws://x",
      { WebSocket: FakeWebSocket, onEvent: "f" },
      'observe() got "f" for options.onEvent; expected a function',
    ],
  ])("observe(%o, %o)", (url, options, message) => {
    expect(() => observe(url as string, options as ObserveOptions)).toThrow(TypeError);
    expect(() => observe(url as string, options as ObserveOptions)).toThrow(message);
    expect(FakeWebSocket.made).toEqual([]);
  });
});
