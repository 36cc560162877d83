import { existsSync, readFileSync } from "node:fs";
import type { ServerResponse } from "node:http";
import { join } from "node:path";
import { type BoundedServer, createBoundedServer, createLab } from "@wasclean/lab";
import sirv from "sirv";

/** Headers of every page, including policies that a meta element cannot set: https://www.w3.org/TR/CSP3/#meta-element */
const HEADERS = {
  "Content-Security-Policy": "frame-ancestors 'none'",
  "Cross-Origin-Opener-Policy": "same-origin",
  "Referrer-Policy": "strict-origin-when-cross-origin",
  "X-Content-Type-Options": "nosniff",
} as const;

interface SiteServerOptions {
  /** Whether compressFiles() has run on the folder. Default: no. */
  isCompressed?: boolean;
}

/** Creates a server for a built site, with the lab under `/lab/`. Throws if the folder has no site in it. */
export function createSiteServer(folder: string, { isCompressed = false }: SiteServerOptions = {}): BoundedServer {
  checkSite(folder);
  const notFound = readFileSync(join(folder, "404.html"));
  const lab = createLab();
  const files = sirv(folder, {
    etag: true,
    // Each request reads the folder, because the site may be rebuilt meanwhile.
    dev: true,
    brotli: isCompressed,
    gzip: isCompressed,
    setHeaders: (response, path) => setHeaders(response, path),
    onNoMatch: ({ url = "/" }, response) => {
      // A script of another origin should see a 404, not a CORS error.
      response.writeHead(404, { ...HEADERS, ...crossOrigin(url), "Content-Type": "text/html; charset=utf-8" });
      response.end(notFound);
    },
  });
  return createBoundedServer(lab, (request, response) => {
    const { method, url = "/" } = request;
    if (lab.owns(url)) lab.handleRequest(request, response);
    else if (method !== "GET" && method !== "HEAD") response.writeHead(405, { ...HEADERS, Allow: "GET, HEAD" }).end();
    else if (/^\/lab(?:\?|$)/.test(url)) response.writeHead(308, { ...HEADERS, Location: "/lab/" }).end();
    else if (toMoved(url) !== null) response.writeHead(301, { ...HEADERS, Location: toMoved(url) ?? "/" }).end();
    else {
      // A file may vanish between stat and read; that must end the connection, not the server.
      response.once("pipe", (file) => file.once("error", () => response.destroy()));
      files(request, response);
    }
  });
}

/** Throws if the folder has no site in it. */
export function checkSite(folder: string): void {
  if (!existsSync(join(folder, "index.html"))) throw new Error(`${folder} has no index.html; run npm run build first.`);
}

function setHeaders(response: ServerResponse, path: string): void {
  for (const [name, value] of Object.entries({ ...HEADERS, ...crossOrigin(path) })) response.setHeader(name, value);
  // Other sites frame this page, and load this script.
  if (path.startsWith("/embed/frame/")) response.removeHeader("Content-Security-Policy");
  if (path === "/embed/close-event-playground.js") {
    response.setHeader("Access-Control-Allow-Origin", "*");
    response.setHeader("Cross-Origin-Resource-Policy", "cross-origin");
  }
  if (path.endsWith(".wiki")) response.setHeader("Content-Type", "text/plain; charset=utf-8");
  // File names in this folder carry a hash of their content.
  if (path.startsWith("/_astro/")) response.setHeader("Cache-Control", "public, max-age=31536000, immutable");
}

/** The new address of a page of the old wiki, whose addresses began with `/wiki/`; public/_redirects says the same. */
function toMoved(url: string): string | null {
  // A path that begins with another slash or backslash would name another host.
  const path = /^\/wiki\/([^/\\?][^\\?]*)/.exec(url)?.[1];
  return path === undefined ? null : `/${path.replace(/\/+$/, "")}/`;
}

/** The API is for scripts of every origin; public/_headers says the same to static hosts. */
const crossOrigin = (path: string) => (path.startsWith("/api/") ? { "Access-Control-Allow-Origin": "*" } : {});
