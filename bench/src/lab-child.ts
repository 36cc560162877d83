import { createServer, type Server } from "node:http";
import { flushCompileCache } from "node:module";
import type { AddressInfo } from "node:net";
import { setTimeout as wait } from "node:timers/promises";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { answer } from "./child.ts";
import { CLOSING_PATH } from "./lab-paths.ts";

/** Which server a process is. */
export type ServerName = "lab" | "ws";

/** What the benchmark asks of the process of one server. */
export type ServerRequest =
  /** Answered with its port. */
  | { ask: "listen" }
  /** Answered with the processor time that it has taken so far, in milliseconds. */
  | { ask: "processor" }
  /** Collects garbage first. */
  | { ask: "memory" }
  /** Stores the code compiled so far in Node's cache: a process that is ended by a signal does not. */
  | { ask: "store" };

/** In bytes. */
export interface Memory {
  /** The whole process. */
  resident: number;
  /** JavaScript's heap as far as it is used, and buffers. */
  used: number;
}

/** All clients have one address here. */
const MOST = 10_000;
const COLLECTIONS = 4;

setFlagsFromString("--expose-gc");
const collectGarbage: () => void = runInNewContext("gc");
const [name, labModule] = process.argv.slice(2) as [ServerName, string];
const server = name === "lab" ? await createLabServer() : await createWsServer();

async function createLabServer(): Promise<Server> {
  const { createLab } = (await import(labModule)) as typeof import("../../packages/lab/src/index.ts");
  const lab = createLab({ maxConnections: MOST, maxConnectionsPerAddress: MOST });
  return createServer(lab.handleRequest).on("upgrade", lab.handleUpgrade);
}

/** The same without a lab: ws, from where the lab has it. */
async function createWsServer(): Promise<Server> {
  const { WebSocketServer } = await import("ws");
  const bare = createServer();
  new WebSocketServer({ server: bare, perMessageDeflate: false }).on("connection", (webSocket, { url }) => {
    if (url === CLOSING_PATH) webSocket.close(1000);
  });
  return bare;
}

answer(async ({ ask }: ServerRequest): Promise<number | Memory> => {
  switch (ask) {
    case "listen":
      await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
      return (server.address() as AddressInfo).port;
    case "processor": {
      const { user, system } = process.cpuUsage();
      return (user + system) / 1e3;
    }
    case "memory":
      return measureMemory();
    case "store":
      flushCompileCache();
      return 0;
  }
});

async function measureMemory(): Promise<Memory> {
  for (let count = 0; count < COLLECTIONS; count++) {
    collectGarbage();
    await wait(50); // for what is freed only once the collector has said so: sockets' handles, buffers
  }
  const { rss, heapUsed, arrayBuffers } = process.memoryUsage();
  return { resident: rss, used: heapUsed + arrayBuffers };
}
