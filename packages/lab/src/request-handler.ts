import type { IncomingMessage, ServerResponse } from "node:http";
import { isEndingId } from "./ending-ids.ts";
import { ENDINGS } from "./endings.ts";
import { JSON_HEADERS } from "./http-response.ts";
import type { RecordStore } from "./record-store.ts";
import { REFUSAL, type Refusal, toRefusalBody } from "./refusal.ts";

interface Answer {
  status: number;
  /** JSON, or nothing. */
  body: string;
  headers: Record<string, string>;
}

const INDEX = JSON.stringify({ endings: ENDINGS });
const METHODS = "GET, HEAD, OPTIONS";
const CONNECTIONS = "/lab/connections/";

/** Answers requests that are no upgrades. */
export function createRequestHandler(records: RecordStore) {
  return ({ method = "", url = "" }: IncomingMessage, response: ServerResponse): void => {
    const { status, body, headers } = answerTo(method, url.split("?", 1)[0] ?? "", records);
    const length = body === "" ? {} : { "Content-Length": Buffer.byteLength(body) };
    response.writeHead(status, { ...JSON_HEADERS, ...headers, ...length }).end(body);
  };
}

function answerTo(method: string, path: string, records: RecordStore): Answer {
  if (method === "OPTIONS") {
    return { status: 204, body: "", headers: { Allow: METHODS, "Access-Control-Allow-Methods": METHODS } };
  }
  if (method !== "GET" && method !== "HEAD") return fromRefusal(REFUSAL.methodUnknown(method));
  if (path === "/lab/") return { status: 200, body: INDEX, headers: {} };
  if (!path.startsWith(CONNECTIONS)) return fromRefusal(refusalOf(path));
  const record = records.get(path.slice(CONNECTIONS.length));
  if (record === undefined) return fromRefusal(REFUSAL.connectionUnknown());
  return { status: 200, body: JSON.stringify(record), headers: {} };
}

function refusalOf(path: string): Refusal {
  if (!path.startsWith("/lab/")) return REFUSAL.pathUnknown();
  const id = path.slice("/lab/".length);
  return isEndingId(id) ? REFUSAL.upgradeNeeded() : REFUSAL.endingUnknown(id);
}

function fromRefusal(refusal: Refusal): Answer {
  return { status: refusal.status, body: toRefusalBody(refusal), headers: refusal.headers ?? {} };
}
