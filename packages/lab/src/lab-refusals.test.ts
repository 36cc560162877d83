import { expect, test } from "vitest";
import { ENDING_IDS } from "./endings/ending-ids.ts";
import { startLab } from "./testing/lab-server.ts";
import { RawClient, request } from "./testing/raw-client.ts";

const PATH = "/lab/server-close";
const bad = (headers: Record<string, string>, start?: string) => request(PATH, headers, start);

test.each([
  ["an unknown ending", request("/lab/none"), 404, "ENDING_UNKNOWN"],
  ["a path that is not the lab's", request("/"), 404, "PATH_UNKNOWN"],
  ["an unknown parameter", request(`${PATH}?what=1`), 400, "PARAMETER_UNKNOWN"],
  ["a bad code", request(`${PATH}?code=x`), 400, "CODE_BAD"],
  ["a malformed connection id", request(`${PATH}?connection=short`), 400, "CONNECTION_BAD"],
  ["another protocol", bad({ Upgrade: "h2c" }), 400, "HANDSHAKE_BAD"],
  ["POST", bad({}, `POST ${PATH} HTTP/1.1`), 400, "HANDSHAKE_BAD"],
  ["HTTP/1.0", bad({}, `GET ${PATH} HTTP/1.0`), 400, "HANDSHAKE_BAD"],
  ["no key", bad({ "Sec-WebSocket-Key": "" }), 400, "HANDSHAKE_BAD"],
  ["a short key", bad({ "Sec-WebSocket-Key": "dGhlIHNhbXBsZQ==" }), 400, "HANDSHAKE_BAD"],
  ["two keys", bad({ "sec-websocket-key": "AAAAAAAAAAAAAAAAAAAAAA==" }), 400, "HANDSHAKE_BAD"],
  ["a body", bad({ "Content-Length": "2" }), 400, "HANDSHAKE_BAD"],
  ["a chunked body", bad({ "Transfer-Encoding": "chunked" }), 400, "HANDSHAKE_BAD"],
  ["a subprotocol that is no token", bad({ "Sec-WebSocket-Protocol": "a b" }), 400, "HANDSHAKE_BAD"],
  ["no subprotocol between commas", bad({ "Sec-WebSocket-Protocol": "a,,b" }), 400, "HANDSHAKE_BAD"],
  ["the same subprotocol twice", bad({ "Sec-WebSocket-Protocol": "a, a" }), 400, "HANDSHAKE_BAD"],
  ["no version", bad({ "Sec-WebSocket-Version": "" }), 426, "VERSION_UNSUPPORTED"],
  ["version 8", bad({ "Sec-WebSocket-Version": "8" }), 426, "VERSION_UNSUPPORTED"],
])("%s is refused", async (_, bytes, status, error) => {
  const { port } = await startLab();
  const tcp = new RawClient(port, bytes);
  expect(await tcp.end()).toBe("fin");
  const [head = "", body = ""] = tcp.received.toString().split("\r\n\r\n");
  expect(head).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
  expect(head).toMatch(/^Content-Type: application\/json/m);
  expect(head).toMatch(/^Connection: close$/m);
  expect(head).toContain(`\r\nContent-Length: ${Buffer.byteLength(body)}`);
  expect(JSON.parse(body)).toMatchObject({ error, message: expect.stringMatching(/^[^\n]+[;,.:] .+$/) });
});

test("an unknown ending is told the known ones, an unsupported version the supported one", async () => {
  const { port } = await startLab();
  const unknown = new RawClient(port, request("/lab/none"));
  await unknown.end();
  expect(JSON.parse(unknown.received.toString().split("\r\n\r\n")[1] ?? "").endings).toEqual([...ENDING_IDS]);
  const version = new RawClient(port, bad({ "Sec-WebSocket-Version": "7" }));
  expect(await version.head()).toMatch(/^Sec-WebSocket-Version: 13$/m);
});

test("a connection id is refused while it is in use, and while its record is kept", async () => {
  const { port } = await startLab();
  const path = "/lab/client-close-echo?connection=abcdefghijklmnopqrstuvwxyz";
  const first = new RawClient(port, request(path));
  await first.head();
  expect(await new RawClient(port, request(path)).head()).toMatch(/^HTTP\/1\.1 409 /);
  first.socket.end();
  await first.end();
  const again = new RawClient(port, request(path));
  await again.end();
  expect(again.received.toString()).toContain('"error":"CONNECTION_IN_USE"');
});

test("a client that resets while it is refused does no harm", async () => {
  const { port, get } = await startLab();
  for (let i = 0; i < 20; i++) {
    const tcp = new RawClient(port, request("/lab/none"));
    await new Promise((resolve) => tcp.socket.once("connect", resolve));
    tcp.socket.resetAndDestroy();
  }
  expect((await get("/lab/")).status).toBe(200);
});
