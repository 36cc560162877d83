import { existsSync, readFileSync } from "node:fs";
import type { ServerResponse } from "node:http";
import { join } from "node:path";
import { type BoundedServer, createBoundedServer, createLab, SECURITY_HEADERS } from "@wasclean/lab";
import { SiteFiles } from "./site-files.ts";

interface SiteServerOptions {
  /** Whether compressFiles() has run on the folder. Default: no. */
  isCompressed?: boolean;
  /** The names in the Host header to which the server answers besides those of loopback; `null`: all. Default: none. */
  hosts?: readonly string[] | null;
}

/** Creates a server for a built site, with the lab under `/lab/`. Throws if the folder has no site in it. */
export function createSiteServer(
  folder: string,
  { isCompressed = false, hosts = [] }: SiteServerOptions = {},
): BoundedServer {
  checkSite(folder);
  const notFound = readFileSync(join(folder, "404.html"));
  const lab = createLab({ hosts });
  const files = new SiteFiles({
    folder,
    isCompressed,
    headersFor,
    notFound: (path, _, response) => {
      // A script of another origin should see a 404, not a CORS error.
      const headers = { ...SECURITY_HEADERS, ...crossOrigin(path), "Content-Type": "text/html; charset=utf-8" };
      response.writeHead(404, { ...headers, "Content-Length": notFound.length }).end(notFound);
    },
  });
  return createBoundedServer(lab, (request, response) => {
    const { method, url = "" } = request;
    if (lab.owns(url)) lab.handleRequest(request, response);
    else if (!lab.checkHost(request, response)) return;
    else if (method !== "GET" && method !== "HEAD") answer(response, 405, { Allow: "GET, HEAD" });
    else if (/^\/lab(?:\?|$)/.test(url)) answer(response, 308, { Location: "/lab/" });
    else if (toMoved(url) !== null) answer(response, 301, { Location: toMoved(url) ?? "/" });
    else void files.handle(request, response);
  });
}

function answer(response: ServerResponse, status: number, headers: Record<string, string>): void {
  response.writeHead(status, { ...SECURITY_HEADERS, ...headers, "Content-Length": "0" }).end();
}

/** Throws if the folder has no site in it. */
export function checkSite(folder: string): void {
  if (!existsSync(join(folder, "index.html"))) throw new Error(`${folder} has no index.html; run npm run build first.`);
}

/** Headers of the files at a path besides the usual ones; public/_headers says the same to static hosts. */
function headersFor(path: string): Record<string, string> {
  const headers: Record<string, string> = crossOrigin(path);
  // Other sites load this script.
  if (path === "/embed/close-event-playground.js") {
    headers["Access-Control-Allow-Origin"] = "*";
    headers["Cross-Origin-Resource-Policy"] = "cross-origin";
  }
  if (path.endsWith(".wiki")) headers["Content-Type"] = "text/plain; charset=utf-8";
  // File names in this folder carry a hash of their content.
  if (path.startsWith("/_astro/")) headers["Cache-Control"] = "public, max-age=31536000, immutable";
  return headers;
}

/** The new address of a page of the old wiki, whose addresses began with `/wiki/`; public/_redirects says the same. */
function toMoved(url: string): string | null {
  // A path that begins with another slash or backslash would name another host.
  const path = /^\/wiki\/([^/\\?][^\\?]*)/.exec(url)?.[1];
  return path === undefined ? null : `/${path.replace(/\/+$/, "")}/`;
}

/** The API is for scripts of every origin; public/_headers says the same to static hosts. */
const crossOrigin = (path: string): Record<string, string> =>
  path.startsWith("/api/") ? { "Access-Control-Allow-Origin": "*" } : {};
