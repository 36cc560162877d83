import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

/** A server for the pages that browsers open. */
export interface PageServer {
  /** The URL of a page; `csp` says whether its policy forbids all connections. */
  url(csp: boolean): string;
  stop(): Promise<void>;
}

/** Serves two pages on loopback that differ only in their Content-Security-Policy. */
export async function servePages(script: string): Promise<PageServer> {
  const source = readFileSync(script);
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? "/", "http://localhost");
    if (pathname === "/page.js") {
      response.writeHead(200, { "Content-Type": "text/javascript; charset=utf-8" }).end(source);
      return;
    }
    if (pathname !== "/" && pathname !== "/csp") {
      response.writeHead(404).end();
      return;
    }
    const policy = pathname === "/csp" ? { "Content-Security-Policy": "connect-src 'none'" } : {};
    response
      .writeHead(200, { "Content-Type": "text/html; charset=utf-8", ...policy })
      .end('<!doctype html><title>measuring</title><script type="module" src="/page.js"></script>');
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url: (csp) => `${origin}/${csp ? "csp" : ""}`,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
