#!/usr/bin/env node
import { fileURLToPath } from "node:url";
import { createSiteServer } from "./create-site-server.ts";

const PORT = process.env.PORT ?? "4321";
const HOST = process.env.HOST ?? "127.0.0.1";
const PAGE = "/apis/websocket/CloseEvent/";

function fail(message: string, status: number): never {
  console.error(message);
  process.exit(status);
}

/** What to do about an error of listen(). */
function toRemedy(error: NodeJS.ErrnoException): string {
  if (error.code === "EADDRINUSE")
    return `Port ${PORT} on ${HOST} is in use; choose another: PORT=${(port + 1) % 65536} npm start`;
  if (error.code === "EACCES")
    return `Port ${PORT} may not be used without rights; choose one from 1024: PORT=4321 npm start`;
  return `Cannot listen on ${HOST}, port ${PORT}: ${error.message}`;
}

const port = Number(PORT);
if (!/^\d+$/.test(PORT) || port > 65535) fail(`PORT is “${PORT}”; a port is a number from 0 to 65535.`, 2);

try {
  const folder = process.argv[2] ?? fileURLToPath(new URL("../../../dist", import.meta.url));
  const server = createSiteServer(folder);
  const address = await server.listen(port, HOST).catch((error: NodeJS.ErrnoException) => fail(toRemedy(error), 1));
  console.log(`wasClean is ready. Open ${address}${PAGE}\nThe lab is at ${address}/lab/. Ctrl-C stops both.`);
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.once(signal, () => server.close().then(() => process.exit(0)));
  }
} catch (error) {
  fail((error as Error).message, 1);
}
