import { SERVED_ENDING_IDS } from "@wasclean/schema/ids";

/** A response of status 400 or above, to an upgrade or any other request. */
export interface Refusal {
  status: number;
  /** A stable name in capitals; README.md lists them. */
  error: string;
  /** One sentence that includes the remedy. */
  message: string;
  headers?: Record<string, string>;
  /** Additional members of the JSON body. */
  details?: Record<string, unknown>;
}

const HOW_TO_CONNECT = 'new WebSocket("ws://<host>/lab/<ending id>")';
const LONGEST_QUOTE = 64;

/** Input quoted for a message, cut to 64 characters. */
const quote = (text: string) => `“${text.length > LONGEST_QUOTE ? `${text.slice(0, LONGEST_QUOTE)}…` : text}”`;

const refusal = (status: number, error: string, message: string, more: Partial<Refusal> = {}): Refusal => ({
  status,
  error,
  message,
  ...more,
});

/** The wording of every refusal. */
export const REFUSAL = {
  pathUnknown: () => refusal(404, "PATH_UNKNOWN", "There is nothing here; GET /lab/ lists the endings."),
  endingUnknown: (id: string) =>
    refusal(404, "ENDING_UNKNOWN", `There is no ending ${quote(id)}; choose one of those in “endings”.`, {
      details: { endings: SERVED_ENDING_IDS },
    }),
  connectionUnknown: () =>
    refusal(
      404,
      "CONNECTION_UNKNOWN",
      "There is no record of that connection; fetch it within a minute after the connection ended.",
    ),
  portElsewhere: (id: string, port: number | null) =>
    refusal(
      421,
      "PORT_ELSEWHERE",
      port === null
        ? `The ending ${quote(id)} needs a port of its own, and this lab has opened none; start it by its command, or call lab.openPorts().`
        : `The ending ${quote(id)} has a port of its own; connect to port ${port} of this host instead.`,
      { details: { port } },
    ),
  portOfAnother: (id: string) =>
    refusal(
      421,
      "PORT_ELSEWHERE",
      `This port is for the ending ${quote(id)} alone; everything else is at the lab's main port.`,
      { details: { ending: id } },
    ),
  methodUnknown: (method: string) =>
    refusal(405, "METHOD_NOT_ALLOWED", `${quote(method)} is not supported; use GET.`, {
      headers: { Allow: "GET, HEAD, OPTIONS" },
    }),
  upgradeNeeded: () =>
    refusal(426, "UPGRADE_REQUIRED", `This is the address of an ending; open it with ${HOW_TO_CONNECT}.`, {
      headers: { Upgrade: "websocket", Connection: "Upgrade" },
    }),
  versionUnknown: () =>
    refusal(426, "VERSION_UNSUPPORTED", "Only version 13 is supported; send Sec-WebSocket-Version: 13.", {
      headers: { "Sec-WebSocket-Version": "13" },
    }),
  handshakeBad: (what: string) =>
    refusal(400, "HANDSHAKE_BAD", `This is not an opening handshake of RFC 6455: ${what}.`),
  requestBad: () => refusal(400, "REQUEST_BAD", "This is not HTTP/1.1; send a complete and well-formed request."),
  hostBad: () => refusal(400, "HOST_BAD", "The Host header is missing or malformed; send the server's name once."),
  hostForbidden: (name: string) =>
    refusal(
      421,
      "HOST_FORBIDDEN",
      `This server does not answer to the name ${quote(name)}; use localhost, or start it with that name in HOSTS.`,
    ),
  expectationUnknown: () =>
    refusal(417, "EXPECTATION_UNKNOWN", "Only Expect: 100-continue is supported; leave the header out."),
  failed: () => refusal(500, "FAILED", "The server has a fault; its log says which. Please report it."),
  queryMalformed: () =>
    refusal(400, "QUERY_MALFORMED", "The query string is not percent-encoded UTF-8; use encodeURIComponent()."),
  parameterUnknown: (names: string[], known: string[]) =>
    refusal(
      400,
      "PARAMETER_UNKNOWN",
      `This ending does not take ${names.map(quote).join(", ")}; it takes ${known.join(", ")}.`,
    ),
  parameterRepeated: (name: string) =>
    refusal(400, "PARAMETER_REPEATED", `${quote(name)} is given more than once; give it once.`),
  codeBad: (text: string) =>
    refusal(400, "CODE_BAD", `${quote(text)} is not a code; give a whole number from 0 to 65535.`),
  reasonTooLong: (bytes: number, most: number) =>
    refusal(400, "REASON_TOO_LONG", `The reason is ${bytes} bytes of UTF-8; give at most ${most}.`),
  connectionBad: (text: string) =>
    refusal(
      400,
      "CONNECTION_BAD",
      `${quote(text)} is no connection id; use 22 to 64 of A–Z, a–z, 0–9, _ and -, at random.`,
    ),
  connectionInUse: (id: string) =>
    refusal(409, "CONNECTION_IN_USE", `The connection id ${quote(id)} is in use; choose another at random.`),
  tooManyOfAddress: (most: number) =>
    refusal(429, "TOO_MANY_FROM_ADDRESS", `Your address has ${most} connections open; close some and try again.`, {
      headers: { "Retry-After": "5" },
    }),
  originForbidden: (origin: string) =>
    refusal(
      403,
      "ORIGIN_FORBIDDEN",
      `Pages of ${quote(origin)} may not connect here; open the page that belongs to this lab, or run a lab of your own.`,
    ),
  recordsUnavailable: () =>
    refusal(
      503,
      "RECORDS_UNAVAILABLE",
      "This lab cannot reach the records of the others; try again in a few seconds.",
      { headers: { "Retry-After": "5" } },
    ),
  tooManyStreams: (most: number) =>
    refusal(
      503,
      "TOO_MANY_STREAMS",
      `The lab streams ${most} records; try again in a few seconds, or fetch the record once the connection has ended.`,
      { headers: { "Retry-After": "5" } },
    ),
  transportUnsupported: () =>
    refusal(501, "TRANSPORT_UNSUPPORTED", "The lab resets TCP connections itself; reach it over plain TCP, not TLS."),
  tooMany: (most: number) =>
    refusal(503, "TOO_MANY_CONNECTIONS", `The lab has ${most} connections open; try again in a few seconds.`, {
      headers: { "Retry-After": "5" },
    }),
  stopping: () =>
    refusal(503, "STOPPING", "The lab is stopping; try again in a few seconds.", { headers: { "Retry-After": "5" } }),
};

/** A refusal's body: JSON. */
export function toRefusalBody({ error, message, details }: Refusal): string {
  return JSON.stringify({ error, message, ...details });
}
