import { z } from "zod";
import { CloseCodeSchema, SocketEventSchema } from "./ending.ts";

/** One thing that the client did on the wire after its handshake, or that the lab had to do because it did nothing. */
export const ServerSawSchema = z.discriminatedUnion("kind", [
  z.strictObject({
    /** The client sent a frame. */
    kind: z.literal("frame"),
    /** As in RFC 6455 §5.2: 1 text, 2 binary, 8 Close, 9 Ping, 10 Pong. */
    opcode: z.int().min(0).max(15),
    /** Bytes of the payload. */
    length: z.int().nonnegative(),
    /** Of a Close frame: its status code; `null` where it has none. */
    code: CloseCodeSchema.nullable().optional(),
    /** Of a Close frame: its reason. */
    reason: z.string().optional(),
  }),
  z.strictObject({
    /** The client sent bytes that are no frame. */
    kind: z.literal("bytes"),
    /** How many bytes. */
    length: z.int().positive(),
  }),
  z.strictObject({
    /** The client ended its direction of the TCP connection. */
    kind: z.literal("fin"),
  }),
  z.strictObject({
    /** The client reset the TCP connection. */
    kind: z.literal("rst"),
  }),
  z.strictObject({
    /** The client did nothing, and the lab stopped waiting. */
    kind: z.literal("timeout"),
  }),
]);
export type ServerSaw = z.infer<typeof ServerSawSchema>;

/** What was seen of one ending in one run. */
export const OutcomeSchema = z.strictObject({
  /** The socket's events in their order. */
  events: z.array(SocketEventSchema),
  /** The `code` of the `close` event; `null` where none came. */
  code: CloseCodeSchema.nullable(),
  /** Its `reason`; `null` where none came. */
  reason: z.string().nullable(),
  /** Its `wasClean`; `null` where none came. */
  wasClean: z.boolean().nullable(),
  /** The `name` of the first exception that was thrown, by the constructor, `send()` or `close()`; `null` where none was. */
  throws: z.string().nullable(),
  /** Whole seconds from the constructor to the `close` event, or until watching stopped; `null` where it was less than two. */
  seconds: z.int().min(2).nullable(),
  /** In its order; empty where no connection reached the lab. */
  serverSaw: z.array(ServerSawSchema),
});
export type Outcome = z.infer<typeof OutcomeSchema>;

/** What was seen of one ending in some of the runs. */
export const VariantSchema = OutcomeSchema.extend({
  /** In how many. */
  runs: z.int().positive(),
});
export type Variant = z.infer<typeof VariantSchema>;

/** What was seen of one ending in all runs. */
export const ObservationSchema = OutcomeSchema.extend({
  /** How often it was run. */
  runs: z.int().min(3),
  /** Whether all runs were alike. */
  stable: z.boolean(),
  /** What was seen where runs differ, the most frequent first, which is also the outcome above. */
  variants: z.array(VariantSchema).min(2).optional(),
});
export type Observation = z.infer<typeof ObservationSchema>;

/** The file `data/observations/<engine>.json`: what one engine was seen to do. */
export const ObservationsSchema = z
  .strictObject({
    /** What was measured. */
    engine: z.strictObject({
      /** The file's name: `chromium`, `firefox`, `webkitgtk`, `node`, `deno`, `bun`, `ws`, `workerd`. */
      id: z.string().regex(/^[a-z]+$/),
      /** Its name for people. */
      name: z.string().min(1),
      /** As it calls itself. */
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
