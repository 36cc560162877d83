import { z } from "zod";
import { ConnectionRecordSchema, WireEventSchema } from "./connection.ts";
import { CloseCodeSchema } from "./ending.ts";

/** A text of at most 10,000 UTF-16 code units: a run may come from anybody's file. */
const TextSchema = z.string().max(10_000);
/** The most items of a list. */
const LIST_LIMIT = 10_000;

const thrown = {
  name: TextSchema.describe("The exception's name."),
  message: TextSchema.describe("The exception's message."),
};
const at = z.number().nonnegative().describe("Milliseconds since the constructor was called.");
const message = {
  type: z.enum(["text", "binary"]).describe("The type of the message."),
  length: z.int().nonnegative().describe("The length in bytes, of text in UTF-8."),
  preview: TextSchema.describe("The beginning: characters of text, or bytes in hexadecimal."),
};
const exception = z.object(thrown).nullable().describe("The exception of a refusal, else `null`.");

/** One event that a page observed of a connection. */
export const ObservedEventSchema = z.discriminatedUnion("kind", [
  z.object({
    at,
    kind: z.literal("open").describe("The socket's `open` event."),
    protocol: TextSchema.describe("The subprotocol agreed on; empty for none."),
    extensions: TextSchema.describe("The extensions agreed on; empty for none."),
  }),
  z.object({ at, kind: z.literal("message").describe("The socket's `message` event."), ...message }),
  z.object({ at, kind: z.literal("error").describe("The socket's `error` event.") }),
  z.object({
    at,
    kind: z.literal("close").describe("The socket's `close` event."),
    code: CloseCodeSchema.describe("The event's `code`."),
    reason: TextSchema.describe("The event's `reason`."),
    wasClean: z.boolean().describe("The event's `wasClean`."),
  }),
  z.object({ at, kind: z.literal("exception").describe("An exception of the constructor."), ...thrown }),
  z.object({
    at,
    kind: z.literal("close-called").describe("A call of `close()`."),
    code: z.number().nullable().describe("The code; `null` if it was not given."),
    reason: TextSchema.nullable().describe("The reason; `null` if it was not given."),
    exception,
  }),
  z.object({ at, kind: z.literal("send-called").describe("A call of `send()`."), ...message, exception }),
  z.object({ at, kind: z.literal("abort").describe("The page stopped watching, and closed the socket.") }),
]);

/** One run of the playground, as plain data; also what it exports as JSON. */
export const RunSchema = z
  .object({
    format: z.literal("wasclean-run").describe("The name of the format."),
    version: z.literal(1).describe("The version of the format."),
    mode: z
      .enum(["live", "own", "recorded"])
      .describe("Against a lab, against a URL of the reader's own, or a recording of an engine."),
    engine: TextSchema.nullable().describe("Of a recording: the engine's id, such as `firefox`; else `null`."),
    url: TextSchema.describe("The URL of the connection."),
    protocols: z.array(TextSchema).max(LIST_LIMIT).describe("The subprotocols asked for."),
    ending: TextSchema.nullable().describe("The ending's id, never a preset's; `null` for a URL of the reader's own."),
    code: CloseCodeSchema.nullable().describe("The code chosen; `null` if the ending has no such parameter."),
    reason: TextSchema.nullable().describe("The reason chosen; `null` if the ending has no such parameter."),
    startedAt: z.iso.datetime().describe("The start, in ISO 8601 and UTC."),
    userAgent: TextSchema.describe("`navigator.userAgent`; of a recording: the engine, its version and its system."),
    page: z
      .object({
        protocol: TextSchema.describe("`location.protocol`."),
        host: TextSchema.describe("`location.host`."),
        online: z.boolean().describe("`navigator.onLine` at the end."),
      })
      .describe("The page that ran it."),
    events: z.array(ObservedEventSchema).max(LIST_LIMIT).describe("The events that the page observed, in their order."),
    wire: z
      .array(WireEventSchema)
      .max(LIST_LIMIT)
      .describe("The events that the lab saw on the wire; empty if it was not asked."),
    record: ConnectionRecordSchema.extend({
      events: z.array(WireEventSchema).max(LIST_LIMIT).describe("The events in the order in which the lab saw them."),
    })
      .nullable()
      .describe("The lab's whole record; `null` before it answered, and if it did not."),
    violations: z
      .array(
        z.object({
          directive: TextSchema.describe("The event's `effectiveDirective`."),
          blockedURI: TextSchema.describe("The event's `blockedURI`."),
        }),
      )
      .max(LIST_LIMIT)
      .describe("The page's `securitypolicyviolation` events during the run."),
    localNetwork: z
      .enum(["granted", "denied", "prompt"])
      .nullable()
      .describe(
        "The state of the permission `loopback-network` or `local-network`; `null` if the browser has neither.",
      ),
  })
  .describe("One run of the playground.");
export type Run = z.infer<typeof RunSchema>;
