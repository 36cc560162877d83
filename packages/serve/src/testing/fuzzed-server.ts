import { setTimeout as wait } from "node:timers/promises";
import { getHeapStatistics } from "node:v8";
import { createSiteServer } from "../create-site-server.ts";

// A site server in a process of its own: sends its port, and for every message what it uses once garbage is collected.
// Needs --expose-gc. Nothing catches faults here: one of them ends the process, and the test fails.

const server = createSiteServer(process.argv[2] ?? "", { isCompressed: true });
process.send?.(Number(new URL(await server.listen(0, "127.0.0.1")).port));

process.on("message", async () => {
  for (let count = 0; count < 3; count++) {
    await wait(30);
    globalThis.gc?.();
  }
  const resources = process.getActiveResourcesInfo();
  const count = (name: string) => resources.filter((resource) => resource === name).length;
  process.send?.({
    bytes: getHeapStatistics().used_heap_size,
    sockets: count("TCPSocketWrap"),
    files: count("FSReqPromise"),
  });
});
