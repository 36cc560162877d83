import type { RunData } from "../run/run-data.ts";

/** The most characters of a file that are read. */
export const RUN_LIMIT = 1024 * 1024;

type Check = (value: unknown) => boolean;

const isText: Check = (value) => typeof value === "string" && value.length <= 10_000;
const isNumber: Check = (value) => typeof value === "number" && value >= 0 && Number.isFinite(value);
const isCode: Check = (value) => Number.isInteger(value) && isNumber(value) && Number(value) <= 65535;
const orNull = (check: Check) => (value: unknown) => value === null || check(value);
const oneOf =
  (...values: unknown[]): Check =>
  (value) =>
    values.includes(value);
const listOf =
  (check: Check): Check =>
  (value) =>
    Array.isArray(value) && value.length <= 10_000 && value.every(check);
const shape =
  (fields: Record<string, Check>): Check =>
  (value) =>
    typeof value === "object" &&
    value !== null &&
    Object.entries(fields).every(([name, check]) => check(Object(value)[name]));
const isFlag: Check = (value) => typeof value === "boolean";

const exception = orNull(shape({ name: isText, message: isText }));
const message = { type: oneOf("text", "binary"), length: isNumber, preview: isText };
const eventKinds: Record<string, Record<string, Check>> = {
  open: { protocol: isText, extensions: isText },
  message,
  error: {},
  close: { code: isCode, reason: isText, wasClean: isFlag },
  exception: { name: isText, message: isText },
  "close-called": { code: orNull((value) => typeof value === "number"), reason: orNull(isText), exception },
  "send-called": { ...message, exception },
  abort: {},
};
const wireKinds: Record<string, Record<string, Check>> = {
  handshake: { line: isText },
  frame: {
    opcode: isNumber,
    fin: isFlag,
    rsv: isNumber,
    masked: isFlag,
    length: isNumber,
    code: (value) => value === undefined || orNull(isCode)(value),
    reason: (value) => value === undefined || isText(value),
  },
  bytes: { length: isNumber },
  fin: {},
  rst: {},
  timeout: {},
};
/** One of several kinds, with the fields of its kind. */
const kindOf =
  (kinds: Record<string, Record<string, Check>>, common: Record<string, Check>): Check =>
  (value) => {
    const kind = Object(value).kind;
    return typeof kind === "string" && Object.hasOwn(kinds, kind) && shape({ ...common, ...kinds[kind] })(value);
  };
const isWireEvent = kindOf(wireKinds, { at: isNumber, by: oneOf("client", "server") });

const fields: Record<keyof RunData, Check> = {
  format: oneOf("wasclean-run"),
  version: oneOf(1),
  mode: oneOf("live", "own", "recorded"),
  engine: orNull(isText),
  url: isText,
  protocols: listOf(isText),
  ending: orNull(isText),
  code: orNull(isCode),
  reason: orNull(isText),
  startedAt: (value) => isText(value) && !Number.isNaN(Date.parse(String(value))),
  userAgent: isText,
  page: shape({ protocol: isText, host: isText, online: isFlag }),
  events: listOf(kindOf(eventKinds, { at: isNumber })),
  wire: listOf(isWireEvent),
  record: orNull(
    shape({
      id: isText,
      ending: isText,
      startedAt: isText,
      state: oneOf("open", "ended"),
      clientClose: orNull(shape({ code: orNull(isCode), reason: isText })),
      clientEnd: oneOf("fin", "rst", null),
      events: listOf(isWireEvent),
      truncated: isFlag,
    }),
  ),
  violations: listOf(shape({ directive: isText, blockedURI: isText })),
  localNetwork: oneOf("granted", "denied", "prompt", null),
};

/** Reads a run that was saved as JSON; else a sentence that says what is wrong with it. Nothing in it is to be trusted but its shape. */
export function readRun(text: string): RunData | string {
  if (text.length > RUN_LIMIT) return "The file is longer than 1 MB.";
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return "The file is not JSON.";
  }
  const given = Object(value);
  if (!fields.format(given.format)) return "The file is no run: its field format is not “wasclean-run”.";
  if (!fields.version(given.version)) return "The file is a run of another version; this page reads version 1.";
  const wrong = Object.entries(fields).find(([name, check]) => !check(given[name]));
  return wrong === undefined ? given : `The file is no whole run: its field ${wrong[0]} is missing or wrong.`;
}
