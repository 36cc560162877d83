import { z } from "zod";
import { CloseCodeSchema } from "./ending.ts";

const at = z
  .number()
  .nonnegative()
  .describe("Milliseconds since the lab took over the request of the opening handshake.");
const by = z.enum(["client", "server"]).describe("The side that did it.");

/** One thing that passed between client and lab, as the lab saw it. */
export const WireEventSchema = z
  .discriminatedUnion("kind", [
    z.strictObject({
      at,
      by,
      kind: z.literal("handshake").describe("The request (by the client) or the answer to it (by the server)."),
      line: z.string().describe("The first line of the request or answer."),
    }),
    z.strictObject({
      at,
      by,
      kind: z.literal("frame").describe("One whole frame."),
      opcode: z.int().min(0).max(15).describe("The opcode, as in RFC 6455 §5.2."),
      fin: z.boolean().describe("Whether the frame is the last one of its message."),
      rsv: z.int().min(0).max(7).describe("The bits RSV1 (4), RSV2 (2) and RSV3 (1)."),
      masked: z.boolean().describe("Whether the payload was masked."),
      length: z.int().nonnegative().describe("The length of the payload in bytes."),
      code: CloseCodeSchema.nullable()
        .optional()
        .describe("A Close frame's status code; `null` if its body is shorter than two bytes."),
      reason: z.string().optional().describe("A Close frame's reason, with bytes that are not UTF-8 replaced."),
    }),
    z.strictObject({
      at,
      by,
      kind: z.literal("bytes").describe("Bytes that are not a frame."),
      length: z.int().positive().describe("The number of bytes."),
    }),
    z.strictObject({ at, by, kind: z.literal("fin").describe("The end of one direction of the TCP connection.") }),
    z.strictObject({ at, by, kind: z.literal("rst").describe("The TCP connection was reset.") }),
    z.strictObject({
      at,
      by: z.literal("server").describe("The side that did it."),
      kind: z.literal("timeout").describe("The lab stopped waiting; it closes the TCP connection."),
    }),
  ])
  .meta({
    id: "WireEvent",
    description: "One thing that passed between client and lab, as the lab saw it.",
  });
export type WireEvent = z.infer<typeof WireEventSchema>;

/** What the lab saw of one connection. */
export const ConnectionRecordSchema = z
  .strictObject({
    id: z
      .string()
      .regex(/^[A-Za-z0-9_-]{8,64}$/)
      .describe("The connection's id, chosen by the client (`?connection=`) or by the lab."),
    ending: z.string().min(1).describe("The ending's id."),
    startedAt: z.iso.datetime().describe("When the lab took over the request, ISO 8601, UTC."),
    state: z.enum(["open", "ended"]).describe("`ended` once both directions of the TCP connection are over."),
    clientClose: z
      .strictObject({
        code: CloseCodeSchema.nullable().describe("The status code; `null` if the body is shorter than two bytes."),
        reason: z.string().describe("The reason."),
      })
      .nullable()
      .describe("The code and reason of the client's first Close frame; `null` if it sent none."),
    clientEnd: z
      .enum(["fin", "rst"])
      .nullable()
      .describe(
        "What ended the client's direction of the TCP connection; `null` while it is open or if the lab ended it.",
      ),
    events: z.array(WireEventSchema).describe("The events in the order in which the lab saw them."),
    truncated: z.boolean().describe("Whether later events were left out because there were too many."),
  })
  .meta({ id: "ConnectionRecord", description: "What the lab saw of one connection." });
export type ConnectionRecord = z.infer<typeof ConnectionRecordSchema>;
