import { type EndingId, isEndingId } from "../endings/ending-ids.ts";
import { parametersOf } from "../endings/parameters-of.ts";
import { isConnectionId } from "../records/connection-id.ts";
import { REFUSAL, type Refusal } from "../responses/refusal.ts";
import { MAX_REASON_BYTES } from "../wire/close-frame.ts";
import type { CloseTarget } from "../wire/connection.ts";

/** The ending that a client asked for, with its parameters. */
export interface Target extends CloseTarget {
  ending: EndingId;
  /** The connection's id where the client chose one. */
  connection: string | null;
}

/** Reads `/lab/<ending id>?code=&reason=&connection=`. */
export function fromRequestTarget(url: string): { value: Target } | { refusal: Refusal } {
  const mark = url.indexOf("?");
  const path = mark < 0 ? url : url.slice(0, mark);
  if (!path.startsWith("/lab/")) return { refusal: REFUSAL.pathUnknown() };
  const ending = path.slice("/lab/".length);
  if (!isEndingId(ending)) return { refusal: REFUSAL.endingUnknown(ending) };
  return fromQuery(ending, mark < 0 ? "" : url.slice(mark + 1));
}

function fromQuery(ending: EndingId, query: string): { value: Target } | { refusal: Refusal } {
  const parameters = parametersOf(ending);
  const target: Target = { ending, connection: null, code: 1000, reason: "" };
  if (parameters.length > 0) {
    for (const { name, default: value } of parameters) Object.assign(target, { [name]: value });
  }
  if (query === "") return { value: target };
  if (!isPercentEncoded(query)) return { refusal: REFUSAL.queryMalformed() };
  const given = new URLSearchParams(query);
  const known = [...parameters.map((parameter) => parameter.name as string), "connection"];
  const refusal = checkNames([...given.keys()], known) ?? readValues(given, target);
  return refusal === null ? { value: target } : { refusal };
}

function checkNames(names: string[], known: string[]): Refusal | null {
  const unknown = new Set(names.filter((name) => !known.includes(name)));
  if (unknown.size > 0) return REFUSAL.parameterUnknown([...unknown].slice(0, 8), known);
  const repeated = names.find((name, index) => names.indexOf(name) !== index);
  return repeated === undefined ? null : REFUSAL.parameterRepeated(repeated);
}

function readValues(given: URLSearchParams, target: Target): Refusal | null {
  const code = given.get("code");
  if (code !== null) {
    if (!/^\d{1,5}$/.test(code) || Number(code) > 0xffff) return REFUSAL.codeBad(code);
    target.code = Number(code);
  }
  target.reason = given.get("reason") ?? target.reason;
  const bytes = Buffer.byteLength(target.reason);
  if (bytes > MAX_REASON_BYTES) return REFUSAL.reasonTooLong(bytes, MAX_REASON_BYTES);
  target.connection = given.get("connection");
  if (target.connection === null || isConnectionId(target.connection)) return null;
  return REFUSAL.connectionBad(target.connection);
}

/** Whether a query string decodes as UTF-8. URLSearchParams would replace invalid bytes, and the client would get a reason that it did not ask for. */
function isPercentEncoded(query: string): boolean {
  try {
    decodeURIComponent(query);
    return true;
  } catch {
    return false;
  }
}
