import { afterEach, expect, test, vi } from "vitest";
import { WebSocket as PausableWebSocket } from "ws";
import { startLab } from "../testing/lab-server.ts";
import { clientClose, clientFrame, RawClient, request } from "../testing/raw-client.ts";
import { encodeClose, encodeCloseBody } from "../wire/close-frame.ts";
import { encodeFrame } from "../wire/encode-frame.ts";
import { HANDLER_PATHS } from "./handler-paths.ts";
import { HANDLERS } from "./handlers.ts";

const ORIGIN = { Origin: "http://web-platform.test:8000" };
const GOODBYE = clientFrame({ opcode: 1, payload: Buffer.from("Goodbye") });
const CLOSE = clientClose("");
const NORMAL = encodeClose(1000);

/** The answer to the opening handshake, with more headers in their order. */
const opened = (...more: string[]) =>
  [
    "HTTP/1.1 101 Switching Protocols",
    "Upgrade: websocket",
    "Connection: Upgrade",
    "Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=",
    ...more,
    "\r\n",
  ].join("\r\n");

const text = (payload: string) => encodeFrame({ opcode: 1, payload: Buffer.from(payload) });
const binary = (payload: string) => encodeFrame({ opcode: 2, payload: Buffer.from(payload) });
const hex = (...parts: (string | Buffer)[]) =>
  Buffer.concat(parts.map((part) => (typeof part === "string" ? Buffer.from(part) : part))).toString("latin1");

async function connect(path: string, headers: Record<string, string> = {}) {
  const { port } = await startLab({ webPlatformTests: true });
  return new RawClient(port, request(path, headers));
}

/** All that the server sends until its FIN, to a client that sends these frames at once and then FIN. */
async function exchange(path: string, headers: Record<string, string>, ...frames: Buffer[]): Promise<string> {
  const client = await connect(path, headers);
  client.socket.write(Buffer.concat(frames));
  expect(await client.end()).toBe("fin");
  return client.received.toString("latin1");
}

/** Lets the handler sleep without taking the time. */
async function passTime(isDone: () => boolean): Promise<number> {
  const start = Date.now();
  while (!isDone()) {
    await new Promise((resolve) => setImmediate(resolve));
    await vi.advanceTimersByTimeAsync(50);
  }
  return Date.now() - start;
}
const stopClocks = () => vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "Date"] });

afterEach(() => void vi.useRealTimers());

test("there is a handler for every path", () => {
  expect(Object.keys(HANDLERS)).toEqual(HANDLER_PATHS);
});

const two = { "Sec-WebSocket-Protocol": "chat, echo" };
const foobar = { "Sec-WebSocket-Protocol": "foobar" };

test.each<[string, Record<string, string>, Buffer[], (string | Buffer)[]]>([
  [
    "/echo",
    {},
    [clientFrame({ opcode: 1, payload: Buffer.from("é") }), CLOSE],
    [opened(), text("é"), encodeCloseBody(Buffer.alloc(0))],
  ],
  [
    "/echo",
    {},
    [clientFrame({ opcode: 2, payload: Buffer.from("Goodbye") }), clientClose("0bb8627965")],
    [opened(), binary("Goodbye"), encodeClose(3000, "bye")],
  ],
  ["/echo", two, [GOODBYE, CLOSE], [opened("Sec-WebSocket-Protocol: echo"), text("Goodbye"), NORMAL]],
  [
    "/echo?query",
    {},
    [clientFrame({ opcode: 9, payload: Buffer.from("p") }), CLOSE],
    [opened(), encodeFrame({ opcode: 10, payload: Buffer.from("p") }), encodeCloseBody(Buffer.alloc(0))],
  ],
  [
    "/echo_close_data",
    {},
    [clientFrame({ opcode: 1, payload: Buffer.from("x") }), clientClose("0bb8627965")],
    [opened(), NORMAL],
  ],
  ["/echo_exit", {}, [GOODBYE, CLOSE], [opened(), NORMAL]],
  [
    "/echo_raw",
    {},
    [
      clientFrame({ opcode: 2, payload: Buffer.from([0x81, 0x01, 0x61]) }),
      clientFrame({ opcode: 2, payload: Buffer.from("exit") }),
      CLOSE,
    ],
    [opened(), text("a"), NORMAL],
  ],
  ["/echo_raw", {}, [GOODBYE], [opened()]],
  ["/empty-message", {}, [clientFrame({ opcode: 1 }), CLOSE], [opened(), text("pass"), NORMAL]],
  ["/empty-message", {}, [clientFrame({ opcode: 2 }), CLOSE], [opened(), text("fail"), NORMAL]],
  ["/passive-close-abort", {}, [GOODBYE, CLOSE], [opened()]],
  ["/remote-close", {}, [CLOSE], [opened(), encodeCloseBody(Buffer.alloc(0))]],
  ["/remote-close?code=4000&reason=%E3%83%AD+x", {}, [CLOSE], [opened(), encodeClose(4000, "ロ x")]],
  ["/remote-close?code=1016&reason=", {}, [CLOSE], [opened(), encodeClose(1016)]],
  ["/remote-close?code=1001", {}, [], [opened(), encodeClose(1001)]],
  ["/remote-close?code=1005", {}, [CLOSE], [opened(), encodeClose(1011)]],
  [`/remote-close?code=1000&reason=${"x".repeat(124)}`, {}, [CLOSE], [opened(), encodeClose(1011)]],
  ["/remote-close?code=x", {}, [], [opened()]],
  ["/remote-close?abrupt=1", {}, [], [opened(), encodeFrame({ opcode: 9, payload: Buffer.from("ping") })]],
  ["/remote-close?abrupt=", {}, [CLOSE], [opened(), encodeCloseBody(Buffer.alloc(0))]],
  ["/handshake_protocol", foobar, [CLOSE], [opened("Sec-WebSocket-Protocol: foobar"), NORMAL]],
  ["/handshake_no_protocol", foobar, [CLOSE], [opened(), NORMAL]],
  ["/handshake_no_extensions", { "Sec-WebSocket-Extensions": "permessage-deflate" }, [CLOSE], [opened(), NORMAL]],
  ["/invalid", {}, [CLOSE], ["FOO BAR BAZ\r\n\r\n", opened(), NORMAL]],
  ["/protocol", foobar, [CLOSE], [opened("Sec-WebSocket-Protocol: foobar"), text("foobar"), NORMAL]],
  ["/protocol", {}, [], [opened()]],
  ["/protocol_array", two, [CLOSE], [opened("Sec-WebSocket-Protocol: chat"), text("chat"), NORMAL]],
  ["/protocol_array", {}, [CLOSE], [opened(), text(""), NORMAL]],
  ["/origin", ORIGIN, [CLOSE], [opened(), text(ORIGIN.Origin), NORMAL]],
  ["/origin", {}, [], [opened()]],
  ["/referrer", { Referer: "http://a/" }, [CLOSE], [opened(), text("http://a/"), NORMAL]],
  ["/referrer", {}, [CLOSE], [opened(), text("MISSING AS PER FETCH"), NORMAL]],
  ["/echo-cookie", { Cookie: "a=1; b=2" }, [CLOSE], [opened(), text("a=1; b=2"), NORMAL]],
  ["/echo-cookie", {}, [CLOSE], [opened(), text("(none)"), NORMAL]],
  ["/echo-query?a?%20", {}, [CLOSE], [opened(), text("a?%20"), NORMAL]],
  ["/echo-query", {}, [], [opened()]],
  ["/echo-query_v13?a?b", {}, [CLOSE], [opened(), text("a"), NORMAL]],
  ["/set-cookie?1.5", {}, [CLOSE], [opened("Set-Cookie: ws_test_1.5=test; Path=/"), NORMAL]],
  ["/set-cookie-secure", {}, [CLOSE], [opened("Set-Cookie: ws_test_=test; Secure; Path=/"), NORMAL]],
  [
    "/set-cookie_http?7",
    ORIGIN,
    [CLOSE],
    [opened("Set-Cookie: ws_test_7=test; Path=/; HttpOnly", `Sec-WebSocket-Origin: ${ORIGIN.Origin}`), NORMAL],
  ],
  ["/cookie?set", {}, [CLOSE], [opened("Set-Cookie: foo=bar; Max-Age=86400"), NORMAL]],
  ["/cookie?set_httponly", {}, [CLOSE], [opened("Set-Cookie: httpOnlyFoo=bar; Max-Age=86400; httpOnly"), NORMAL]],
  [
    "/cookie?clear",
    {},
    [CLOSE],
    [opened("Set-Cookie: foo=0; Max-Age=0", "Set-Cookie: httpOnlyFoo=0; Max-Age=0"), NORMAL],
  ],
  ["/cookie", {}, [CLOSE], [opened(), NORMAL]],
  ["/basic_auth", { Authorization: "Basic Zm9vOmJhcg==" }, [CLOSE], [opened(), NORMAL]],
  [
    "/basic_auth",
    { Authorization: "Basic Zm9vOmJheg==" },
    [],
    ['HTTP/1.1 401 Unauthorized\r\nContent-Length: 0\r\nWWW-Authenticate: Basic realm="camelot"\r\n\r\n'],
  ],
  [
    "/simple_handshake",
    ORIGIN,
    [clientClose("03e950415353")],
    [
      `HTTP/1.1 101 Switching Protocols:\r\nConnection: Upgrade\r\nUpgrade: WebSocket\r\nSet-Cookie: ws_test=test\r\nSec-WebSocket-Origin: ${ORIGIN.Origin}\r\nSec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=\r\n\r\n`,
      encodeClose(1001, "PASS"),
    ],
  ],
  [
    "/wrong_accept_key",
    ORIGIN,
    [CLOSE],
    [
      `HTTP/1.1 101 Switching Protocols:\r\nConnection: Upgrade\r\nUpgrade: WebSocket\r\nSec-WebSocket-Origin: ${ORIGIN.Origin}\r\nSec-WebSocket-Accept: thisisawrongacceptkey\r\n\r\n`,
      opened(),
      text("test"),
      NORMAL,
    ],
  ],
])("%s with %j", async (path, headers, frames, answer) => {
  expect(await exchange(path, headers, ...frames)).toBe(hex(...answer));
});

test.each([
  ["/echo", foobar],
  ["/handshake_protocol", {}],
  ["/protocol", two],
  ["/origin", foobar],
  ["/echo", { "Sec-WebSocket-Extensions": ",;" }],
  ["/echo", { "Sec-WebSocket-Key": "short" }],
])("%s refuses %j with 400", async (path, headers) => {
  expect(await exchange(path, headers)).toMatch(/^HTTP\/1\.1 400 Bad Request\r\n/);
});

test.each(["/simple_handshake", "/wrong_accept_key", "/set-cookie_http"])("%s needs an Origin", async (path) => {
  expect(await exchange(path, {})).toBe("HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
});

test.each([
  ["text that is not UTF-8", clientFrame({ opcode: 1, payload: Buffer.from([0xff]) }), 1007],
  ["a frame that is not masked", encodeFrame({ opcode: 1 }), 1002],
  ["a reserved bit", clientFrame({ opcode: 1, rsv: 2 }), 1003],
  ["a message that is too large", Buffer.from("82ff0000000001000001000000ff", "hex"), 1009],
])("%s is answered with its status code", async (_, frame, code) => {
  expect(await exchange("/echo", {}, frame)).toBe(hex(opened(), encodeClose(code)));
});

test("permessage-deflate is accepted and used where it is offered", async () => {
  const extensions = { "Sec-WebSocket-Extensions": "permessage-deflate; client_max_window_bits" };
  // "Hello" compressed: https://www.rfc-editor.org/rfc/rfc7692#section-7.2.3.1
  const hello = Buffer.from("f248cdc9c90700", "hex");
  const answer = await exchange("/echo", extensions, clientFrame({ opcode: 1, rsv: 4, payload: hello }), CLOSE);
  const back = encodeFrame({ opcode: 1, rsv: 4, payload: hello });
  expect(answer).toBe(
    hex(opened("Sec-WebSocket-Extensions: permessage-deflate"), back, encodeCloseBody(Buffer.alloc(0))),
  );
});

test("messages come back in their order, as large as they were", async () => {
  const { port } = await startLab({ webPlatformTests: true });
  const socket = new WebSocket(`ws://127.0.0.1:${port}/echo`, ["echo"]);
  socket.binaryType = "arraybuffer";
  const messages = ["", "x".repeat(100_000), new Uint8Array(3_000_000).fill(7), "last"];
  const received: unknown[] = [];
  socket.onopen = () => {
    for (const message of messages) socket.send(message);
  };
  socket.onmessage = ({ data }) => {
    received.push(data);
    if (received.length === messages.length) socket.close(4999, "done");
  };
  const { code, reason, wasClean } = await new Promise<CloseEvent>((resolve) => {
    socket.onclose = resolve;
  });
  expect({ code, reason, wasClean, protocol: socket.protocol }).toEqual({
    code: 4999,
    reason: "done",
    wasClean: true,
    protocol: "echo",
  });
  expect(received.map((data) => (typeof data === "string" ? data.length : (data as ArrayBuffer).byteLength))).toEqual([
    0, 100_000, 3_000_000, 4,
  ]);
});

test("a Close frame in the packet of the handshake's answer", async () => {
  const client = await connect("/simple_handshake", ORIGIN);
  let chunks = 0;
  client.socket.on("data", () => chunks++);
  await client.head();
  expect({ chunks, end: client.received.subarray(-8) }).toEqual({ chunks: 1, end: encodeClose(1001, "PASS") });
  expect(client.ending).toBeNull();
  client.socket.end();
  expect(await client.end()).toBe("fin");
});

test.each([
  ["/handshake_sleep_2", 2_000, [CLOSE], [opened(), NORMAL]],
  [
    "/sleep_10_v13",
    10_000,
    [clientFrame({ opcode: 1, payload: Buffer.from("a") }), GOODBYE, CLOSE],
    [opened(), text("a"), NORMAL],
  ],
  ["/delayed-passive-close", 1_000, [clientClose("0bb8627965")], [opened(), encodeClose(3000, "bye")]],
  ["/receive-backpressure", 2_000, [clientFrame({ opcode: 2 }), CLOSE], [opened(), NORMAL]],
  [
    "/receive-many-with-backpressure",
    300,
    [
      clientFrame({ opcode: 1, payload: Buffer.from("é") }),
      clientFrame({ opcode: 2, payload: Buffer.from("é") }),
      CLOSE,
    ],
    [opened(), text("1"), text("2"), NORMAL],
  ],
] as [string, number, Buffer[], (string | Buffer)[]][])("%s takes %i ms", async (path, ms, frames, answer) => {
  const client = await connect(path);
  stopClocks();
  client.socket.write(Buffer.concat(frames));
  const took = await passTime(() => client.ending !== null);
  expect(client.received.toString("latin1")).toBe(hex(...answer));
  expect(took).toBeGreaterThanOrEqual(ms);
  expect(took).toBeLessThan(ms + 2_000);
});

test("/receive-backpressure reads nothing meanwhile", async () => {
  const client = await connect("/receive-backpressure");
  await client.head();
  stopClocks();
  let isTaken = false;
  const head = Buffer.from("82ff000000000080000000000000", "hex"); // 8 MiB, masked by 0
  client.socket.write(Buffer.concat([head, Buffer.alloc(8 * 1024 * 1024)]), () => {
    isTaken = true;
  });
  vi.useRealTimers();
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect(isTaken).toBe(false);
  client.socket.destroy();
});

test("/send-backpressure tells how long it took to send 16 MiB", async () => {
  const { port } = await startLab({ webPlatformTests: true });
  const client = new PausableWebSocket(`ws://127.0.0.1:${port}/send-backpressure`);
  const received: (number | string)[] = [];
  client.on("open", () => {
    client.pause();
    setTimeout(() => client.resume(), 200);
  });
  client.on("message", (data: Buffer, isBinary) => received.push(isBinary ? data.length : data.toString()));
  expect(await new Promise((resolve) => client.on("close", resolve))).toBe(1000);
  expect(received.slice(0, -1)).toEqual([0, ...Array(16).fill(1024 * 1024)]);
  expect(Number(received.at(-1))).toBeGreaterThan(0.1);
  expect(Number(received.at(-1))).toBeLessThan(4);
});

test("without the option, and on other paths, there is nothing", async () => {
  const { port, lab } = await startLab();
  expect(lab.owns("/echo")).toBe(false);
  expect(await new RawClient(port, request("/echo")).head()).toMatch(/^HTTP\/1\.1 404 /);
  const on = await startLab({ webPlatformTests: true });
  expect(["/echo", "/echo?a", "/lab/", "/echo/", "/Echo", "/invalid1"].map(on.lab.owns)).toEqual([
    true,
    true,
    true,
    false,
    false,
    false,
  ]);
  expect(await new RawClient(on.port, request("/invalid1")).head()).toMatch(/^HTTP\/1\.1 404 /);
});
