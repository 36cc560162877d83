import { type ServerResponse, STATUS_CODES } from "node:http";
import { type Refusal, toRefusalBody } from "./refusal.ts";

/** The bytes of an HTTP/1.1 response, headers in the order given. */
export function encodeResponse(status: number, headers: Record<string, string>, body = ""): Buffer {
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  return Buffer.from(`HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ""}\r\n${lines.join("")}\r\n${body}`);
}

/** Headers of every response, including policies that a meta element cannot set; public/_headers says the same. */
export const SECURITY_HEADERS = {
  "Content-Security-Policy": "frame-ancestors 'none'",
  "Cross-Origin-Opener-Policy": "same-origin",
  "Referrer-Policy": "strict-origin-when-cross-origin",
  "X-Content-Type-Options": "nosniff",
};

/** Headers of every response with a JSON body. */
export const JSON_HEADERS = {
  ...SECURITY_HEADERS,
  "Content-Type": "application/json; charset=utf-8",
  "Cache-Control": "no-store",
};

/** The bytes of a refusal, for a socket without a ServerResponse. */
export function encodeRefusal(refusal: Refusal): Buffer {
  const body = toRefusalBody(refusal);
  const length = String(Buffer.byteLength(body));
  const headers = { ...JSON_HEADERS, ...refusal.headers, Connection: "close", "Content-Length": length };
  return encodeResponse(refusal.status, headers, body);
}

/** Answers a request with a refusal, and ends the connection after it. */
export function answerRefusal(response: ServerResponse, refusal: Refusal): void {
  const body = toRefusalBody(refusal);
  const own = { Connection: "close", "Content-Length": Buffer.byteLength(body) };
  response.writeHead(refusal.status, { ...JSON_HEADERS, ...refusal.headers, ...own }).end(body);
}
