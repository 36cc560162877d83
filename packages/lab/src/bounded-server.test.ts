import { connect } from "node:net";
import { expect, test } from "vitest";
import { createBoundedServer, toUrl } from "./bounded-server.ts";
import { createLab } from "./lab.ts";

test.each([
  ["127.0.0.1", "IPv4", "http://localhost:80"],
  ["::1", "IPv6", "http://[::1]:80"],
  ["0.0.0.0", "IPv4", "http://localhost:80"],
  ["::", "IPv6", "http://localhost:80"],
])("a server on %s is opened at an address that leads to it", (address, family, expected) => {
  expect(toUrl({ address, family, port: 80 })).toBe(expected);
});

test("a connection on which nothing is asked ends without an answer", async () => {
  const lab = createLab({ handshakeMs: 100 });
  const { listen, stop } = createBoundedServer(lab, lab.handleRequest);
  const { port } = new URL(await listen(0, "127.0.0.1"));
  const received = await new Promise<string>((resolve) => {
    let text = "";
    const socket = connect(Number(port), "127.0.0.1");
    socket.on("data", (chunk) => {
      text += chunk;
    });
    socket.on("error", () => {});
    socket.on("close", () => resolve(text));
  });
  expect(received).toBe("");
  await stop();
});

test("a request that is none is answered with 400, and the server can be stopped", async () => {
  const lab = createLab();
  const { listen, stop } = createBoundedServer(lab, lab.handleRequest);
  const { port } = new URL(await listen(0, "127.0.0.1"));
  const answer = await new Promise<string>((resolve) => {
    let text = "";
    const socket = connect(Number(port), "127.0.0.1", () => socket.write("nonsense\r\n\r\n"));
    socket.on("data", (chunk) => {
      text += chunk;
    });
    socket.on("close", () => resolve(text));
  });
  expect(answer).toMatch(/^HTTP\/1\.1 400 /);
  await stop();
  await expect(fetch(`http://127.0.0.1:${port}/lab/`)).rejects.toThrow();
});
