import { encodeClose } from "../wire/close-frame.ts";
import type { HandlerConnection } from "./handler-connection.ts";
import type { HandlerPath } from "./handler-paths.ts";
import { type AnswerClose, encodeHead } from "./opening.ts";
import { Stop } from "./stop.ts";

/** The behaviour of a connection, from its opening handshake on. */
export type Handler = (client: HandlerConnection) => Promise<void>;

const MEBIBYTE = 1024 * 1024;
const CREDENTIALS = `Basic ${Buffer.from("foo:bar").toString("base64")}`;

/** Answers with the code and reason that the client sent; without a body if it sent none. */
const echoClose: AnswerClose = (close) => close;

/**
 * The handlers of the web-platform-tests by path. Each does what `websockets/handlers/<path>_wsh.py` does, including its
 * shortcomings: where Python would raise an exception, the connection ends without a Close frame.
 * https://github.com/web-platform-tests/wpt/tree/master/websockets/handlers
 */
export const HANDLERS = {
  "/basic_auth": basicAuth,
  "/cookie": (client) => client.open({ headers: toCookies(client.query).map((cookie) => ["Set-Cookie", cookie]) }),
  "/delayed-passive-close": delayedPassiveClose,
  "/echo": echo,
  "/echo-cookie": (client) => tell(client, client.header("cookie") ?? "(none)"),
  "/echo-query": (client) => tell(client, client.query),
  "/echo-query_v13": (client) => tell(client, client.query?.split("?", 1)[0] ?? null),
  "/echo_close_data": awaitGoodbye,
  "/echo_exit": awaitGoodbye,
  "/echo_raw": echoRaw,
  "/empty-message": emptyMessage,
  "/handshake_no_extensions": (client) => client.open({ deflate: false }),
  "/handshake_no_protocol": (client) => client.open({ protocolAsked: false }),
  "/handshake_protocol": (client) => client.open({ protocol: "foobar" }),
  "/handshake_sleep_2": handshakeSleep,
  "/invalid": invalid,
  "/origin": (client) => tell(client, client.header("origin") ?? null),
  "/passive-close-abort": passiveCloseAbort,
  "/protocol": (client) => tellProtocol(client, client.header("sec-websocket-protocol") ?? null),
  "/protocol_array": protocolArray,
  "/receive-backpressure": receiveBackpressure,
  "/receive-many-with-backpressure": receiveMany,
  "/referrer": (client) => tell(client, client.header("referer") ?? "MISSING AS PER FETCH"),
  "/remote-close": remoteClose,
  "/send-backpressure": sendBackpressure,
  "/set-cookie": (client) => setCookie(client, "Path=/"),
  "/set-cookie-secure": (client) => setCookie(client, "Secure; Path=/"),
  "/set-cookie_http": setCookieHttpOnly,
  "/simple_handshake": simpleHandshake,
  "/sleep_10_v13": sleepThenEcho,
  "/wrong_accept_key": wrongAcceptKey,
} satisfies Record<HandlerPath, Handler>;

async function echo(client: HandlerConnection): Promise<void> {
  await client.open({ protocol: client.protocols.includes("echo") ? "echo" : null, answerClose: echoClose });
  for await (const message of client.messages()) {
    await client.send(message);
    if (message === "Goodbye") return;
  }
}

/** Echoes nothing, despite the names of its paths. */
async function awaitGoodbye(client: HandlerConnection): Promise<void> {
  await client.open();
  for await (const message of client.messages()) if (message === "Goodbye") return;
}

async function echoRaw(client: HandlerConnection): Promise<void> {
  await client.open();
  for await (const message of client.messages()) {
    if (typeof message === "string") throw new Stop(null);
    if (message.equals(Buffer.from("exit"))) return;
    await client.write(message);
  }
}

async function emptyMessage(client: HandlerConnection): Promise<void> {
  await client.open();
  const message = await client.receive();
  if (message !== null) await client.send(message === "" ? "pass" : "fail");
}

async function delayedPassiveClose(client: HandlerConnection): Promise<void> {
  const answerClose: AnswerClose = async (close) => {
    await client.sleep(1_000);
    return close;
  };
  await client.open({ answerClose });
  await client.receive();
}

async function passiveCloseAbort(client: HandlerConnection): Promise<void> {
  await client.open({ answerClose: () => null });
  while ((await client.receive()) !== null);
}

async function remoteClose(client: HandlerConnection): Promise<void> {
  await client.open();
  const parameters = new URLSearchParams(client.query ?? "");
  // Parameters without a value are ignored.
  if (parameters.get("abrupt")) {
    await client.ping("ping"); // so that the test does not see a failed handshake
    throw new Stop(null);
  }
  const code = parameters.get("code");
  if (!code) await client.close(null);
  else if (/^\s*[+-]?\d+\s*$/.test(code)) await client.close(Number(code), parameters.get("reason") ?? "");
  else throw new Stop(null);
}

async function simpleHandshake(client: HandlerConnection): Promise<void> {
  const origin = client.header("origin") ?? (await client.forbid());
  const head = encodeHead("101 Switching Protocols:", [
    ["Connection", "Upgrade"],
    ["Upgrade", "WebSocket"],
    ["Set-Cookie", "ws_test=test"],
    ["Sec-WebSocket-Origin", origin],
    ["Sec-WebSocket-Accept", client.accept],
  ]);
  const close = encodeClose(1001, "PASS");
  await client.write(Buffer.concat([head, close])); // in one packet, which is the point of the test
  await client.awaitBytes(close.length + 4); // the client's Close frame is masked
}

async function wrongAcceptKey(client: HandlerConnection): Promise<void> {
  const origin = client.header("origin") ?? (await client.forbid());
  const head = encodeHead("101 Switching Protocols:", [
    ["Connection", "Upgrade"],
    ["Upgrade", "WebSocket"],
    ["Sec-WebSocket-Origin", origin],
    ["Sec-WebSocket-Accept", "thisisawrongacceptkey"],
  ]);
  await client.write(head);
  await tell(client, "test");
}

async function invalid(client: HandlerConnection): Promise<void> {
  await client.write(Buffer.from("FOO BAR BAZ\r\n\r\n"));
  await client.open();
}

async function handshakeSleep(client: HandlerConnection): Promise<void> {
  await client.sleep(2_000);
  await client.open();
}

async function basicAuth(client: HandlerConnection): Promise<void> {
  if (client.header("authorization") === CREDENTIALS) return client.open();
  const headers: [string, string][] = [
    ["Content-Length", "0"],
    ["WWW-Authenticate", 'Basic realm="camelot"'],
  ];
  await client.write(encodeHead("401 Unauthorized", headers));
  throw new Stop(null);
}

/** Takes the whole header for one subprotocol. */
async function tellProtocol(client: HandlerConnection, protocol: string | null): Promise<void> {
  await client.open({ protocol });
  await sendText(client, protocol);
}

async function protocolArray(client: HandlerConnection): Promise<void> {
  const protocol = client.header("sec-websocket-protocol")?.split(",", 1)[0] || null;
  await client.open({ protocol });
  await client.send(protocol ?? "");
}

async function sendBackpressure(client: HandlerConnection): Promise<void> {
  await client.open({ deflate: false });
  await client.send(Buffer.alloc(0)); // fills the queue of a ReadableStream
  const start = performance.now();
  const large = Buffer.alloc(MEBIBYTE, " ");
  for (let i = 0; i < 16; i++) await client.send(large);
  await client.send(String((performance.now() - start) / 1000));
}

async function receiveBackpressure(client: HandlerConnection): Promise<void> {
  await client.open({ deflate: false });
  await client.sleep(2_000);
  await client.receive();
}

async function receiveMany(client: HandlerConnection): Promise<void> {
  await client.open({ deflate: false });
  for (;;) {
    await client.sleep(100);
    const message = await client.receive();
    if (message === null) return;
    await client.send(String(typeof message === "string" ? [...message].length : message.length));
  }
}

async function sleepThenEcho(client: HandlerConnection): Promise<void> {
  await client.sleep(10_000);
  await client.open();
  for await (const message of client.messages()) {
    if (message === "Goodbye") return;
    await sendText(client, typeof message === "string" ? message : null);
  }
}

async function setCookie(client: HandlerConnection, attributes: string): Promise<void> {
  await client.open({ headers: [["Set-Cookie", `ws_test_${client.query ?? ""}=test; ${attributes}`]] });
  await client.receive();
}

async function setCookieHttpOnly(client: HandlerConnection): Promise<void> {
  const origin = client.header("origin") ?? (await client.forbid());
  const cookie = `ws_test_${client.query ?? ""}=test; Path=/; HttpOnly`;
  await client.open({
    headers: [
      ["Set-Cookie", cookie],
      ["Sec-WebSocket-Origin", origin],
    ],
  });
  await client.receive();
}

function toCookies(query: string | null): string[] {
  if (query === "set") return ["foo=bar; Max-Age=86400"];
  if (query === "set_httponly") return ["httpOnlyFoo=bar; Max-Age=86400; httpOnly"];
  return query === "clear" ? ["foo=0; Max-Age=0", "httpOnlyFoo=0; Max-Age=0"] : [];
}

async function tell(client: HandlerConnection, text: string | null): Promise<void> {
  await client.open();
  await sendText(client, text);
}

/** Throws on missing text, which is an exception in Python too. */
async function sendText(client: HandlerConnection, text: string | null): Promise<void> {
  if (text === null) throw new Stop(null);
  await client.send(text);
}
