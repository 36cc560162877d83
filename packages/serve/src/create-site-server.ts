import { existsSync, readFileSync } from "node:fs";
import { createServer, type Server, type ServerResponse } from "node:http";
import { join } from "node:path";
import { createLab } from "@wasclean/lab";
import sirv from "sirv";

/** A server of the site and the lab. */
export interface SiteServer {
  /** Begins to listen; the address as a URL. Rejects where the port cannot be had. */
  listen(port: number, host: string): Promise<string>;
  /** Ends all connections and gives the port up. */
  close(): Promise<void>;
}

/** What a meta element cannot say (https://www.w3.org/TR/CSP3/#meta-element), and what every page wants. */
const HEADERS = {
  "Content-Security-Policy": "frame-ancestors 'none'",
  "Cross-Origin-Opener-Policy": "same-origin",
  "Referrer-Policy": "strict-origin-when-cross-origin",
  "X-Content-Type-Options": "nosniff",
} as const;

/** Requests are short; a client that takes longer is not served. */
const REQUEST_TIMEOUT_MS = 10_000;

/** Creates a server for a built site, with the lab under `/lab/`. Throws where the folder has no site in it. */
export function createSiteServer(folder: string): SiteServer {
  if (!existsSync(join(folder, "index.html"))) throw new Error(`${folder} has no index.html; run npm run build first.`);
  const notFound = readFileSync(join(folder, "404.html"));
  const lab = createLab();
  const files = sirv(folder, {
    etag: true,
    setHeaders: (response, path) => setHeaders(response, path),
    onNoMatch: (_, response) => {
      response.writeHead(404, { ...HEADERS, "Content-Type": "text/html; charset=utf-8" });
      response.end(notFound);
    },
  });
  const server = createServer({ requestTimeout: REQUEST_TIMEOUT_MS }, (request, response) => {
    if (lab.owns(request.url ?? "/")) lab.handleRequest(request, response);
    else if (request.method === "GET" || request.method === "HEAD") files(request, response);
    else response.writeHead(405, { ...HEADERS, Allow: "GET, HEAD" }).end();
  });
  server.on("upgrade", lab.handleUpgrade);
  return {
    listen: (port, host) => listen(server, port, host),
    async close() {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      await lab.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

function setHeaders(response: ServerResponse, path: string): void {
  for (const [name, value] of Object.entries(HEADERS)) response.setHeader(name, value);
  if (path.endsWith(".wiki")) response.setHeader("Content-Type", "text/plain; charset=utf-8");
  // File names in this folder carry a hash of their content.
  if (path.startsWith("/_astro/")) response.setHeader("Cache-Control", "public, max-age=31536000, immutable");
}

function listen(server: Server, port: number, host: string): Promise<string> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, () => {
      server.off("error", reject);
      const address = server.address();
      const bound = typeof address === "object" && address ? address.port : port;
      const isLoopback = host === "127.0.0.1" || host === "localhost" || host === "::1";
      resolve(`http://${isLoopback ? "localhost" : host.includes(":") ? `[${host}]` : host}:${bound}`);
    });
  });
}
