import type { Ending } from "@wasclean/data/schema";
import type { EndingValues } from "./expected-of.ts";

/** Where the lab stands: an absolute http or https URL that ends in a slash. `null` where the attribute gives no such URL. */
export function readLabUrl(lab: string, base: string): URL | null {
  const url = URL.parse(lab, base);
  if (url === null) return null;
  const scheme = { "http:": "http:", "https:": "https:", "ws:": "http:", "wss:": "https:" }[url.protocol];
  if (scheme === undefined) return null;
  // A setter of `protocol` does nothing between ws and http, because it may not change the kind of scheme in every engine.
  const http = new URL(scheme + url.href.slice(url.protocol.length));
  http.hash = http.search = "";
  if (!http.pathname.endsWith("/")) http.pathname += "/";
  return http;
}

/** The WebSocket URL of an ending; only what the server is to send goes into the query, beside the connection's id. */
export function labSocketUrl(lab: URL, ending: Ending, values: EndingValues, connection: string): string {
  const url = new URL(ending.id, lab);
  for (const { name, sentBy, default: fallback } of ending.parameters) {
    if (sentBy === "server") url.searchParams.set(name, String(values[name] ?? fallback));
  }
  url.searchParams.set("connection", connection);
  return url.href.replace(/^http/, "ws");
}

/** The URL of what the lab saw of a connection. */
export function labRecordUrl(lab: URL, connection: string): string {
  return new URL(`connections/${connection}`, lab).href;
}

/** A new id for a connection: 16 hexadecimal digits. `crypto.randomUUID` would want a secure context. */
export function createConnectionId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(8));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
