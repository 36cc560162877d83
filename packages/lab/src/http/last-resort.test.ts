import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { expect, onTestFinished, test } from "vitest";
import { clientClose, RawClient, request } from "../testing/raw-client.ts";

const SERVER = fileURLToPath(new URL("../testing/faulty-server.ts", import.meta.url));

async function startFaultyServer() {
  const child = spawn(process.execPath, [SERVER]);
  onTestFinished(() => void child.kill("SIGKILL"));
  const output = { err: "" };
  child.stderr.on("data", (text) => (output.err += text));
  const exit = new Promise<number | null>((resolve) => child.once("close", resolve));
  const port = await new Promise<number>((resolve) => child.stdout.once("data", (text) => resolve(Number(text))));
  return { port, output, exit };
}

const get = (path: string) => `GET ${path} HTTP/1.1\r\nHost: localhost\r\n\r\n`;

test("a fault of one request or connection ends that one, is told in a line, and touches no other", async () => {
  const { port, output } = await startFaultyServer();
  const other = new RawClient(port, request("/lab/client-close-echo"));
  await other.head();

  for (const path of ["/throw", "/throw-later", "/reject", "/reject-null"]) {
    const tcp = new RawClient(port, get(path));
    await tcp.end();
    expect(tcp.received.toString()).toMatch(/^HTTP\/1\.1 500 [\s\S]*nosniff[\s\S]*\{"error":"FAILED"/);
    expect(tcp.received.toString()).not.toContain("X-Half");
  }
  const begun = new RawClient(port, get("/throw-after-head"));
  await begun.end();
  expect(begun.received.toString()).not.toContain("500");

  for (const ending of ["close-empty", "fin-no-close"]) {
    const tcp = new RawClient(port, request(`/lab/${ending}`));
    await tcp.end();
    expect(tcp.received).toHaveLength(0);
  }
  for (const ending of ["rst-no-close", "close-twice"]) {
    const tcp = new RawClient(port, request(`/lab/${ending}`));
    expect(await tcp.head()).toMatch(/^HTTP\/1\.1 101 /);
    tcp.socket.write(clientClose("03e8"));
    await tcp.end();
  }

  const lines = output.err.trimEnd().split("\n");
  expect(lines.map((line) => /^wasclean: GET "([^"]+)" failed: /.exec(line)?.[1])).toEqual([
    "/throw",
    "/throw-later",
    "/reject",
    "/reject-null",
    "/throw-after-head",
    "/lab/close-empty",
    "/lab/fin-no-close",
    "/lab/rst-no-close",
    "/lab/close-twice",
  ]);
  other.socket.write(clientClose("0fa1"));
  expect((await other.bytes(other.received.length + 4)).subarray(-4).toString("hex")).toBe("88020fa1");
});

test("a fault that is no connection's ends the process with status 1", async () => {
  const { port, output, exit } = await startFaultyServer();
  new RawClient(port, get("/outside"));
  expect(await exit).toBe(1);
  expect(output.err).toContain("without a connection");
});
