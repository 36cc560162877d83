import { z } from "zod";
import { CloseCodeSchema, SocketEventSchema } from "./ending.ts";

/** One thing that the client did on the wire after its handshake, or that the lab had to do because it did nothing. */
export const ServerSawSchema = z.discriminatedUnion("kind", [
  /** A frame that the client sent. Of a Close frame, `code` (`null` where it has none) and `reason`. */
  z.strictObject({
    kind: z.literal("frame"),
    opcode: z.int().min(0).max(15),
    /** Bytes of the payload. */
    length: z.int().nonnegative(),
    code: CloseCodeSchema.nullable().optional(),
    reason: z.string().optional(),
  }),
  /** Bytes that the client sent and that are no frame. */
  z.strictObject({ kind: z.literal("bytes"), length: z.int().positive() }),
  /** The client ended its direction of the TCP connection. */
  z.strictObject({ kind: z.literal("fin") }),
  /** The client reset the TCP connection. */
  z.strictObject({ kind: z.literal("rst") }),
  /** The client did nothing, and the lab stopped waiting. */
  z.strictObject({ kind: z.literal("timeout") }),
]);
export type ServerSaw = z.infer<typeof ServerSawSchema>;

/** What was seen of one ending in one run. */
export const OutcomeSchema = z.strictObject({
  /** The socket's events in their order. */
  events: z.array(SocketEventSchema),
  /** The `code`, `reason` and `wasClean` of the `close` event; all three `null` where none came. */
  code: CloseCodeSchema.nullable(),
  reason: z.string().nullable(),
  wasClean: z.boolean().nullable(),
  /** The `name` of the first exception that was thrown, by the constructor, `send()` or `close()`; `null` where none was. */
  throws: z.string().nullable(),
  /** Whole seconds from the constructor to the `close` event, or until watching stopped; `null` where it was less than two. */
  seconds: z.int().min(2).nullable(),
  /** In its order; empty where no connection reached the lab. */
  serverSaw: z.array(ServerSawSchema),
});
export type Outcome = z.infer<typeof OutcomeSchema>;

/** What was seen of one ending in all runs. */
export const ObservationSchema = OutcomeSchema.extend({
  /** How often it was run. */
  runs: z.int().min(3),
  /** Whether all runs were alike. */
  stable: z.boolean(),
  /** What was seen where runs differ, the most frequent first, which is also the outcome above. */
  variants: z
    .array(OutcomeSchema.extend({ runs: z.int().positive() }))
    .min(2)
    .optional(),
});
export type Observation = z.infer<typeof ObservationSchema>;

/** The file `data/observations/<engine>.json`: what one engine was seen to do. */
export const ObservationsSchema = z
  .strictObject({
    engine: z.strictObject({
      /** The file's name: `chromium`, `firefox`, `webkitgtk`, `node`, `deno`, `bun`, `ws`, `workerd`. */
      id: z.string().regex(/^[a-z]+$/),
      /** Its name for people. */
      name: z.string().min(1),
      version: z.string().min(1),
      /** Operating system with its version, and architecture. */
      os: z.string().min(1),
      /** What else one must know to read the results. */
      note: z.string().min(1).optional(),
    }),
    /** ISO 8601, the day. */
    observedOn: z.iso.date(),
    /** By the ending's id, in the order of `endings.json`. */
    results: z.record(z.string(), ObservationSchema),
    /** Why an ending was not measured in this engine, by the ending's id. */
    notMeasured: z.record(z.string(), z.string().min(1)),
  })
  .describe("What one engine was seen to do");
export type Observations = z.infer<typeof ObservationsSchema>;
