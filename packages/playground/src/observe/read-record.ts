import type { ConnectionRecord, WireEvent } from "@wasclean/schema";

/** The most events of a record that are taken: a lab keeps 100 of a connection unless told otherwise. */
export const WIRE_LIMIT = 1000;

/** The most UTF-16 code units of a text that are kept. */
const TEXT_LIMIT = 10_000;

const textOf = (value: unknown) => (typeof value === "string" ? value.slice(0, TEXT_LIMIT) : "");
const isNumber = (value: unknown): value is number => typeof value === "number";

/** The type of each field that an event of the wire may have besides `at`, `by` and `kind`. */
const types = {
  line: "string",
  opcode: "number",
  fin: "boolean",
  rsv: "number",
  masked: "boolean",
  length: "number",
  code: "number",
  reason: "string",
} as const;

/** A copy of an event of the wire with its known fields only; `null` where those of every event are missing or wrong. Kinds may be unknown ones. */
export function readWireEvent(value: unknown): WireEvent | null {
  const given = Object(value) as Record<string, unknown>;
  const { at, by, kind } = given;
  if (!isNumber(at) || typeof kind !== "string" || (by !== "client" && by !== "server")) return null;
  const read: Record<string, unknown> = { at, by, kind: textOf(kind) };
  for (const [name, type] of Object.entries(types)) {
    if (!Object.hasOwn(given, name)) continue;
    const field = given[name];
    const isKnown = typeof field === type || (name === "code" && field === null);
    if (isKnown) read[name] = typeof field === "string" ? textOf(field) : field;
  }
  return read as WireEvent;
}

/** A copy of a lab's record with its known fields only; `null` for another value: the URL may belong to anything that answers with JSON. */
export function readConnectionRecord(value: unknown): ConnectionRecord | null {
  const { id, ending, startedAt, state, clientClose, clientEnd, events, truncated } = Object(value);
  if (typeof state !== "string" || !Array.isArray(events)) return null;
  const read = events.slice(0, WIRE_LIMIT).map(readWireEvent);
  if (!read.every((event) => event !== null)) return null;
  return {
    id: textOf(id),
    ending: typeof ending === "string" ? textOf(ending) : null,
    startedAt: textOf(startedAt),
    state: state === "open" ? "open" : "ended",
    clientClose: readClientClose(clientClose),
    clientEnd: clientEnd === "fin" || clientEnd === "rst" ? clientEnd : null,
    events: read,
    truncated: truncated === true || events.length > WIRE_LIMIT,
  } as ConnectionRecord;
}

function readClientClose(value: unknown): ConnectionRecord["clientClose"] {
  if (value === null || value === undefined) return null;
  const { code, reason } = Object(value);
  return { code: isNumber(code) ? code : null, reason: textOf(reason) };
}
