import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as wait } from "node:timers/promises";
import { createLab } from "../lab.ts";

// A lab in a process of its own, so that its memory is its own: sends its port, and for every message the bytes that
// JavaScript uses once garbage is collected, with how many sockets and timers there are. Needs --expose-gc.

const limits = JSON.parse(process.argv[2] ?? "{}");
const lab = createLab(limits);
const server = createServer(lab.handleRequest).on("upgrade", lab.handleUpgrade);
server.listen(0, "127.0.0.1", () => process.send?.((server.address() as AddressInfo).port));

process.on("message", async () => {
  await wait(50);
  for (let count = 0; count < 3; count++) {
    await wait(20); // for what is freed only after a turn: handles of sockets
    globalThis.gc?.();
  }
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  const resources = process.getActiveResourcesInfo();
  const count = (name: string) => resources.filter((resource) => resource === name).length;
  process.send?.({ bytes: heapUsed + arrayBuffers, sockets: count("TCPSocketWrap"), timers: count("Timeout") });
});
