import { z } from "zod";
import { CloseCodeSchema } from "./ending.ts";

const at = z.number().nonnegative();
const by = z.enum(["client", "server"]);

/** One thing that passed between client and lab, as the lab saw it. `at` is in milliseconds since the lab took over the request of the opening handshake. */
export const WireEventSchema = z.discriminatedUnion("kind", [
  /** The request (by the client) or the answer to it (by the server); `line` is its first line. */
  z.strictObject({ at, by, kind: z.literal("handshake"), line: z.string() }),
  /** One frame, whole. */
  z.strictObject({
    at,
    by,
    kind: z.literal("frame"),
    opcode: z.int().min(0).max(15),
    fin: z.boolean(),
    rsv: z.int().min(0).max(7),
    masked: z.boolean(),
    /** The length of the payload in bytes. */
    length: z.int().nonnegative(),
    /** A Close frame's status code; `null` where its body is shorter than two bytes. */
    code: CloseCodeSchema.nullable().optional(),
    /** A Close frame's reason, bytes that are not UTF-8 replaced. */
    reason: z.string().optional(),
  }),
  /** Bytes that are not a frame. */
  z.strictObject({ at, by, kind: z.literal("bytes"), length: z.int().positive() }),
  /** The end of one direction of the TCP connection. */
  z.strictObject({ at, by, kind: z.literal("fin") }),
  /** The TCP connection was reset. */
  z.strictObject({ at, by, kind: z.literal("rst") }),
  /** The lab stopped waiting; it closes the TCP connection. */
  z.strictObject({ at, by: z.literal("server"), kind: z.literal("timeout") }),
]);
export type WireEvent = z.infer<typeof WireEventSchema>;

/** What the lab saw of one connection. */
export const ConnectionRecordSchema = z
  .strictObject({
    /** Chosen by the client (`?connection=`), or by the lab. */
    id: z.string().regex(/^[A-Za-z0-9_-]{8,64}$/),
    /** The ending's id. */
    ending: z.string().min(1),
    /** ISO 8601, UTC. */
    startedAt: z.iso.datetime(),
    /** `ended` once both directions of the TCP connection are over. */
    state: z.enum(["open", "ended"]),
    /** The code and reason of the client's first Close frame; `null` where it sent none. */
    clientClose: z.strictObject({ code: CloseCodeSchema.nullable(), reason: z.string() }).nullable(),
    /** What ended the client's direction of the TCP connection; `null` while it is open or where the lab ended it. */
    clientEnd: z.enum(["fin", "rst"]).nullable(),
    /** In the order in which the lab saw them. */
    events: z.array(WireEventSchema),
    /** Whether later events were left out, because there were too many. */
    truncated: z.boolean(),
  })
  .describe("What the lab saw of one connection");
export type ConnectionRecord = z.infer<typeof ConnectionRecordSchema>;
