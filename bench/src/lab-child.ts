import { createServer, type Server } from "node:http";
import { flushCompileCache } from "node:module";
import type { AddressInfo } from "node:net";
import { setTimeout as wait } from "node:timers/promises";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { answer } from "./child.ts";
import { CLOSING_PATH } from "./lab-paths.ts";

/** The server that a process runs. */
export type ServerName = "lab" | "ws";

/** A request to the process of a server. */
export type ServerRequest =
  /** Starts the server; answered with its port. */
  | { ask: "listen" }
  /** Answered with the processor time used so far, in milliseconds. */
  | { ask: "processor" }
  /** Answered with the memory in use, after garbage collection. */
  | { ask: "memory" }
  /** Stores the code compiled so far in Node's cache: a process that is ended by a signal does not. */
  | { ask: "store" };

/** Memory, in bytes. */
export interface Memory {
  /** Resident memory of the process. */
  resident: number;
  /** JavaScript's used heap, and buffers. */
  used: number;
}

/** The limits of the lab: all clients have the same address here. */
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

/** A server with ws alone, the copy that the lab uses. */
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
    await wait(50); // sockets' handles and buffers are freed some time after the collection
  }
  const { rss, heapUsed, arrayBuffers } = process.memoryUsage();
  return { resident: rss, used: heapUsed + arrayBuffers };
}
