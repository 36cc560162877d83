import { connect, type Server } from "node:net";
import { promisify } from "node:util";
import { deflateRawSync } from "node:zlib";
import { expect, onTestFinished, test, vi } from "vitest";
import { startLab } from "../testing/lab-server.ts";
import { clientFrame, RawClient, request } from "../testing/raw-client.ts";
import { encodeClose } from "../wire/close-frame.ts";
import { HANDLER_PATHS } from "./handler-paths.ts";

/** A client of every handler, its request answered or not; it never ends its direction itself. */
async function connectToAll(port: number): Promise<void> {
  for (const path of HANDLER_PATHS) {
    const protocol = path === "/handshake_protocol" ? { "Sec-WebSocket-Protocol": "foobar" } : null;
    const socket = connect({ port, host: "127.0.0.1", allowHalfOpen: true }).resume();
    socket.write(request(path, { Origin: "http://web-platform.test", ...protocol }));
    socket.on("error", () => {}); // RST
    onTestFinished(() => void socket.destroy());
    await new Promise((resolve) => socket.once("connect", resolve));
  }
}

const openSockets = (server: Server) => promisify(server.getConnections.bind(server))();

test("the lab's end is that of all connections, whatever their handlers are about to do", async () => {
  const { lab, server, port } = await startLab({ webPlatformTests: true });
  await connectToAll(port);
  await new Promise((resolve) => setTimeout(resolve, 50));
  const since = performance.now();
  await lab.close();
  expect(performance.now() - since).toBeLessThan(1_000);
  expect(await openSockets(server)).toBe(0);
});

test("connections are over in bounded time, though clients do nothing", async () => {
  const { server, port } = await startLab({ webPlatformTests: true, totalMs: 30, closingMs: 30 });
  await connectToAll(port);
  await vi.waitFor(async () => expect(await openSockets(server)).toBe(0), { timeout: 2_000, interval: 10 });
});

test("a client that takes nothing is cut off", async () => {
  const { port } = await startLab({ webPlatformTests: true, totalMs: 50, closingMs: 50 });
  const client = new RawClient(port, request("/send-backpressure"));
  await client.head();
  client.socket.pause();
  await new Promise((resolve) => setTimeout(resolve, 200));
  client.socket.resume();
  expect(await client.end()).toBe("rst");
});

test("idle connections end", async () => {
  const { port } = await startLab({ webPlatformTests: true, idleMs: 30 });
  expect(await new RawClient(port, request("/echo")).end()).toBe("fin");
});

test("connections count against the lab's limit", async () => {
  const { port } = await startLab({ webPlatformTests: true, maxConnections: 1 });
  await new RawClient(port, request("/echo")).head();
  expect(await new RawClient(port, request("/echo")).head()).toMatch(/^HTTP\/1\.1 503 /);
});

test("only pages of the lab's origins may connect", async () => {
  const { port } = await startLab({ webPlatformTests: true, origins: ["http://web-platform.test:8000"] });
  const headFor = (Origin: string) => new RawClient(port, request("/echo", { Origin })).head();
  expect(await headFor("http://web-platform.test:8000")).toMatch(/^HTTP\/1\.1 101 /);
  expect(await headFor("http://web-platform.test:8001")).toMatch(/^HTTP\/1\.1 403 /);
});

test("a message that inflates to too much is answered with 1009", async () => {
  const { port } = await startLab({ webPlatformTests: true });
  const client = new RawClient(port, request("/echo", { "Sec-WebSocket-Extensions": "permessage-deflate" }));
  await client.head();
  const bomb = deflateRawSync(Buffer.alloc(17 * 1024 * 1024));
  client.socket.write(clientFrame({ opcode: 2, rsv: 4, payload: bomb }));
  expect(await client.end()).toBe("fin");
  expect(client.received.subarray(-4)).toEqual(encodeClose(1009));
});
