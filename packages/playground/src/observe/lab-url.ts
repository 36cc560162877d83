import type { Ending } from "@wasclean/schema";
import type { EndingValues } from "./client-steps.ts";
import { toHexadecimal } from "./summarize-message.ts";

/** The lab's address: an absolute http or https URL that ends in a slash. `null` where the attribute is not such a URL. */
export function readLabUrl(lab: string, base: string): URL | null {
  const given = URL.parse(lab, base);
  if (given === null || !/^(ws|http)s?:$/.test(given.protocol)) return null;
  // A setter of `protocol` does nothing between ws and http, because it may not change the kind of scheme in every engine.
  const url = new URL(given.href.replace(/^ws/, "http"));
  url.hash = url.search = "";
  url.pathname = url.pathname.replace(/\/?$/, "/");
  return url;
}

/** The WebSocket URL of an ending, with its own port where it has one. The query has the values that the server sends, and the connection's id. */
export function labSocketUrl(
  lab: URL,
  ending: Pick<Ending, "id" | "parameters">,
  values: EndingValues,
  connection: string,
  port?: number,
): string {
  const url = new URL(ending.id, lab);
  if (port) url.port = String(port);
  for (const { name, sentBy, default: fallback } of ending.parameters) {
    if (sentBy === "server") url.searchParams.set(name, String(values[name] ?? fallback));
  }
  url.searchParams.set("connection", connection);
  return url.href.replace(/^http/, "ws");
}

/** The URL of the lab's record of a connection. */
export function labRecordUrl(lab: URL, connection: string): string {
  return new URL(`connections/${connection}`, lab).href;
}

/** A new id for a connection: 32 hexadecimal digits, 128 random bits. `crypto.randomUUID` would need a secure context. */
export function createConnectionId(): string {
  return toHexadecimal(crypto.getRandomValues(new Uint8Array(16)));
}
