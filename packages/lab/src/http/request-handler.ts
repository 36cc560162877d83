import type { IncomingMessage, ServerResponse } from "node:http";
import { ENDINGS } from "@wasclean/data/load";
import type { ConnectionRecord } from "@wasclean/schema";
import { isEndingId } from "../endings/ending-ids.ts";
import { isConnectionId } from "../records/connection-id.ts";
import type { LiveRecords } from "../records/live-records.ts";
import type { RecordStreams } from "../records/record-streams.ts";
import { JSON_HEADERS } from "../responses/http-response.ts";
import { REFUSAL, type Refusal, toRefusalBody } from "../responses/refusal.ts";
import type { Hosts } from "./hosts.ts";
import type { Origins } from "./origins.ts";
import type { Ports } from "./own-ports.ts";

interface Answer {
  status: number;
  /** A response body: JSON, or nothing. */
  body: string;
  headers: Record<string, string>;
}

const INDEX_START = `{"endings":${JSON.stringify(ENDINGS)},"ports":`;
const METHODS = "GET, HEAD, OPTIONS";
/** CORS preflight: an EventSource sends Last-Event-ID without one, fetch() needs it. */
const PREFLIGHT = {
  Allow: METHODS,
  "Access-Control-Allow-Methods": METHODS,
  "Access-Control-Allow-Headers": "Last-Event-ID",
};
const CONNECTIONS = "/lab/connections/";

/** The parts of the lab that the request handler shares. */
export interface RequestParts {
  records: LiveRecords;
  streams: RecordStreams;
  hosts: Hosts;
  origins: Origins;
  ports: { readonly numbers: Ports };
}

/** Answers requests other than upgrades. */
export function createRequestHandler({ records, streams, hosts, origins, ports }: RequestParts) {
  return (request: IncomingMessage, response: ServerResponse): void => {
    const { method = "", url = "", headers: given } = request;
    const path = url.split("?", 1)[0] ?? "";
    const cors = origins.toHeaders(given.origin);
    const send = ({ status, body, headers }: Answer) => {
      const length = body === "" ? {} : { "Content-Length": Buffer.byteLength(body) };
      response.writeHead(status, { ...JSON_HEADERS, ...cors, ...headers, ...length }).end(body);
    };
    const refuse = (refusal: Refusal) => send(fromRefusal(refusal));
    const refusal = hosts.check(request) ?? (path.startsWith(CONNECTIONS) ? origins.check(given.origin) : null);
    const answer = refusal === null ? answerTo(method, path, ports.numbers) : fromRefusal(refusal);
    if (answer !== null) {
      send(answer);
      return;
    }
    const [id = "", stream, ...more] = path.slice(CONNECTIONS.length).split("/");
    if (stream === "stream" && more.length === 0) {
      streams.open({ id, method, lastEventId: given["last-event-id"], response, headers: cors, refuse });
      return;
    }
    const record = stream === undefined && isConnectionId(id) ? records.get(id) : undefined;
    if (record instanceof Promise)
      void record.then(
        (found) => send(fromRecord(found)),
        () => refuse(REFUSAL.recordsUnavailable()),
      );
    else send(fromRecord(record));
  };
}

/** The response, or `null` if it depends on the records. */
function answerTo(method: string, path: string, ports: Ports): Answer | null {
  if (method === "OPTIONS") {
    return { status: 204, body: "", headers: PREFLIGHT };
  }
  if (method !== "GET" && method !== "HEAD") return fromRefusal(REFUSAL.methodUnknown(method));
  if (path === "/lab/") return { status: 200, body: `${INDEX_START}${JSON.stringify(ports)}}`, headers: {} };
  return path.startsWith(CONNECTIONS) ? null : fromRefusal(refusalOf(path));
}

function fromRecord(record: ConnectionRecord | undefined): Answer {
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
