import { fork } from "node:child_process";
import { once } from "node:events";
import { connect } from "node:net";
import { fileURLToPath } from "node:url";
import { createRandom } from "@wasclean/tools/random";
import { expect, onTestFinished, test, vi } from "vitest";
import { compressFiles } from "./compress-files.ts";
import { fuzzedRequest, politeRequest } from "./testing/fuzzed-request.ts";
import { makeSiteFolder } from "./testing/site-folder.ts";

/** Requests that are answered; those on connections that break off come on top. REQUESTS=100000 takes about a minute. */
const REQUESTS = Number(process.env.REQUESTS ?? 5_000);
const SEED = 20_261_127;
const WORKERS = 20;
const WAIT_MS = 250;
const SERVER = fileURLToPath(new URL("testing/fuzzed-server.ts", import.meta.url));

interface Usage {
  bytes: number;
  sockets: number;
  files: number;
}

async function startServer() {
  const { folder, remove } = makeSiteFolder();
  await compressFiles(folder);
  const child = fork(SERVER, [folder], { execArgv: ["--expose-gc"], stdio: "inherit" });
  onTestFinished(() => {
    child.kill("SIGKILL");
    remove();
  });
  const [port] = (await once(child, "message")) as [number];
  const usage = async () => {
    const answer = once(child, "message");
    child.send("usage");
    return ((await answer) as [Usage])[0];
  };
  return { child, port, usage };
}

/** Sends bytes, then FIN or RST, or leaves half a request there; resolves once the connection is over. */
function send(port: number, text: string, leave: "fin" | "rst" | "stay"): Promise<string[]> {
  return new Promise((resolve) => {
    let received = "";
    const socket = connect(port, "127.0.0.1");
    socket.on("data", (chunk) => (received += chunk.toString("latin1")));
    socket.on("error", () => {}).on("close", () => resolve(received.match(/HTTP\/1\.1 \d{3}/g) ?? []));
    // The server may wait for more for as long as its limits allow.
    socket.setTimeout(WAIT_MS, () => socket.resetAndDestroy());
    socket.write(text, "latin1", () => {
      if (leave === "rst") socket.resetAndDestroy();
    });
    if (leave === "fin") socket.end();
  });
}

/** Up to 20 pipelined requests, of which the last may lie; one in eight times cut off somewhere. */
function fuzzedConnection(random: (limit: number) => number): string {
  const polite = Array.from({ length: random(20) }, () => politeRequest(random));
  const text = polite.join("") + fuzzedRequest(random);
  return random(8) === 0 ? text.slice(0, random(text.length)) : text;
}

test(`${REQUESTS} requests with all kinds of lies leave the server as it was`, { timeout: 120_000 }, async () => {
  const { child, port, usage } = await startServer();
  const random = createRandom(SEED);
  const answers = new Map<string, number>();
  const run = async (limit: number) => {
    let answered = 0;
    const worker = async () => {
      while (answered < limit) {
        const leave = random(40);
        const seen = await send(port, fuzzedConnection(random), leave < 4 ? "rst" : leave === 4 ? "stay" : "fin");
        answered += seen.length;
        for (const status of seen) answers.set(status, (answers.get(status) ?? 0) + 1);
      }
    };
    await Promise.all(Array.from({ length: WORKERS }, worker));
  };
  await run(REQUESTS / 4); // what is compiled and cached at first is no leak
  await vi.waitFor(async () => expect((await usage()).sockets).toBe(0), { timeout: 10_000, interval: 100 });
  const before = await usage();
  await run((REQUESTS * 3) / 4);
  await vi.waitFor(async () => expect((await usage()).sockets).toBe(0), { timeout: 10_000, interval: 100 });
  const after = await usage();
  expect(child.exitCode).toBe(null);
  expect(after.files).toBe(0);
  if (process.env.REQUESTS) console.info("bytes", before.bytes, after.bytes, [...answers].sort());
  expect(after.bytes - before.bytes).toBeLessThan(2_000_000);
  for (const status of [200, 206, 304, 400, 404, 405, 412, 416, 417, 421])
    expect([...answers.keys()]).toContain(`HTTP/1.1 ${status}`);
  expect([...answers.keys()]).not.toContain("HTTP/1.1 500");
  expect((await fetch(`http://127.0.0.1:${port}/`)).status).toBe(200);
});
