import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { encodeRefusal } from "./http-response.ts";
import type { Lab } from "./lab.ts";
import { DEFAULT_LIMITS } from "./lab-options.ts";
import { REFUSAL } from "./refusal.ts";

/** A server of node:http that is bounded, carries a lab, and stops with it. */
export interface BoundedServer {
  server: Server;
  /** Listens; fulfilled with the address as a URL without a path. Rejects where the port cannot be had. */
  listen(port: number, host: string): Promise<string>;
  /** Ends all connections and gives the port up. */
  stop(): Promise<void>;
}

/** Creates a server that hands upgrades to the lab and requests to `handleRequest`, with limits on their number and time. */
export function createBoundedServer(lab: Lab, handleRequest: RequestListener): BoundedServer {
  const limits = { headersTimeout: DEFAULT_LIMITS.handshakeMs, connectionsCheckingInterval: 1_000 };
  const server = createServer({ ...limits, requestTimeout: 2 * DEFAULT_LIMITS.handshakeMs }, handleRequest);
  server.maxConnections = 2 * DEFAULT_LIMITS.maxConnections; // idle HTTP connections count too
  server.on("upgrade", lab.handleUpgrade);
  server.on("clientError", (_, socket) => {
    if (socket.writable) socket.end(encodeRefusal(REFUSAL.requestBad()), () => socket.destroy());
    else socket.destroy();
  });
  return {
    server,
    listen: (port, host) =>
      new Promise((resolve, reject) => {
        server.once("error", reject);
        server.listen(port, host, () => {
          server.off("error", reject);
          resolve(toUrl(server.address() as AddressInfo));
        });
      }),
    async stop() {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      await lab.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

/** The address to open, by its name where it has one: that of a server on all addresses is none itself. */
export function toUrl({ address, family, port }: Pick<AddressInfo, "address" | "family" | "port">): string {
  if (address === "0.0.0.0" || address === "::" || address === "127.0.0.1") return `http://localhost:${port}`;
  return `http://${family === "IPv6" ? `[${address}]` : address}:${port}`;
}
