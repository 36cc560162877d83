import type { RequestListener, Server } from "node:http";
import type { AddressInfo } from "node:net";
import { createLimitedServer } from "./http/limited-server.ts";
import { listen } from "./http/own-ports.ts";
import type { Lab } from "./lab.ts";

/** A node:http server with limits, which carries a lab and stops with it. */
export interface BoundedServer {
  server: Server;
  /**
   * Listens, and opens the lab's own ports at the same address; resolves with that address as a URL without a path.
   * Rejects if a port cannot be opened.
   */
  listen(port: number, host: string): Promise<string>;
  /** Ends all connections and closes the ports. */
  stop(): Promise<void>;
}

/** Creates a server that passes upgrades to the lab and requests to `handleRequest`, limited in number and time. */
export function createBoundedServer(lab: Lab, handleRequest: RequestListener): BoundedServer {
  const server = createLimitedServer(lab.limits, handleRequest, lab.handleUpgrade);
  let listening: Promise<unknown> = Promise.resolve();

  async function start(port: number, host: string): Promise<string> {
    await listen(server, port, host);
    const address = server.address() as AddressInfo;
    try {
      await lab.openPorts(address.address);
    } catch (error) {
      server.close();
      throw error;
    }
    return toUrl(address);
  }

  return {
    server,
    listen(port, host) {
      const started = start(port, host);
      listening = started.catch(() => {});
      return started;
    },
    async stop() {
      await listening; // a server that is about to listen would do so even after close()
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      await lab.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

/** The URL to open, by name if the address has one; a server on all addresses is reached at localhost. */
export function toUrl({ address, family, port }: Pick<AddressInfo, "address" | "family" | "port">): string {
  if (address === "0.0.0.0" || address === "::" || address === "127.0.0.1") return `http://localhost:${port}`;
  return `http://${family === "IPv6" ? `[${address}]` : address}:${port}`;
}
