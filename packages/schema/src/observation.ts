import { z } from "zod";
import { CloseCodeSchema, SocketEventSchema } from "./ending.ts";

/** One thing that the client did on the wire after its handshake, or that the lab had to do because the client did nothing. */
export const ServerSawSchema = z
  .discriminatedUnion("kind", [
    z.strictObject({
      kind: z.literal("frame").describe("The client sent a frame."),
      opcode: z
        .int()
        .min(0)
        .max(15)
        .describe("The opcode as in RFC 6455 §5.2: 1 text, 2 binary, 8 Close, 9 Ping, 10 Pong."),
      length: z.int().nonnegative().describe("The number of bytes."),
      code: CloseCodeSchema.nullable().optional().describe("A Close frame's status code; `null` if it has none."),
      reason: z.string().optional().describe("A Close frame's reason."),
    }),
    z.strictObject({
      kind: z.literal("bytes").describe("The client sent bytes that are not a frame."),
      length: z.int().positive().describe("The number of bytes."),
    }),
    z.strictObject({
      kind: z.literal("fin").describe("The client ended its direction of the TCP connection."),
    }),
    z.strictObject({
      kind: z.literal("rst").describe("The client reset the TCP connection."),
    }),
    z.strictObject({
      kind: z.literal("timeout").describe("The client did nothing, and the lab stopped waiting."),
    }),
  ])
  .meta({
    id: "ServerSaw",
    description:
      "One thing that the client did on the wire after its handshake, or that the lab had to do because the client did nothing.",
  });
export type ServerSaw = z.infer<typeof ServerSawSchema>;

/** What was observed of one ending in one run. */
export const OutcomeSchema = z
  .strictObject({
    events: z.array(SocketEventSchema).describe("The socket's events in order."),
    code: CloseCodeSchema.nullable().describe("The `code` of the `close` event; `null` if none was fired."),
    reason: z.string().nullable().describe("The `reason` of the `close` event; `null` if none was fired."),
    wasClean: z.boolean().nullable().describe("The `wasClean` of the `close` event; `null` if none was fired."),
    throws: z
      .string()
      .nullable()
      .describe(
        "The `name` of the first exception thrown by the constructor, `send()` or `close()`; `null` if none was thrown.",
      ),
    seconds: z
      .int()
      .min(2)
      .nullable()
      .describe(
        "Whole seconds from the constructor to the `close` event, or until watching stopped; `null` if less than two.",
      ),
    serverSaw: z
      .array(ServerSawSchema)
      .describe("What the lab saw of the client, in order; empty if no connection reached the lab."),
  })
  .meta({ id: "Outcome", description: "What was observed of one ending in one run." });
export type Outcome = z.infer<typeof OutcomeSchema>;

/** What was observed of one ending in some of the runs. */
export const VariantSchema = OutcomeSchema.extend({
  runs: z.int().positive().describe("The number of runs with this outcome."),
}).meta({ id: "Variant", description: "What was observed of one ending in some of the runs." });
export type Variant = z.infer<typeof VariantSchema>;

/** What was observed of one ending in all runs. */
export const ObservationSchema = OutcomeSchema.extend({
  runs: z.int().min(3).describe("The number of runs."),
  stable: z.boolean().describe("Whether all runs had the same outcome."),
  variants: z
    .array(VariantSchema)
    .min(2)
    .optional()
    .describe("The outcomes if runs differed, the most frequent first, which is also the outcome above."),
}).meta({ id: "Observation", description: "What was observed of one ending in all runs." });
export type Observation = z.infer<typeof ObservationSchema>;

/** The file `data/observations/<engine>.json`: what one engine was seen to do. */
export const ObservationsSchema = z
  .strictObject({
    engine: z
      .strictObject({
        id: z
          .string()
          .regex(/^[a-z]+$/)
          .describe("The engine's id, which is also the name of the file."),
        name: z.string().min(1).describe("The engine's name, for people."),
        version: z.string().min(1).describe("The version, as the engine reports it."),
        os: z.string().min(1).describe("The operating system with its version, and the architecture."),
        note: z.string().min(1).optional().describe("What a reader must know to understand the results."),
      })
      .describe("The engine that was measured."),
    observedOn: z.iso.date().describe("The day of the measurement, ISO 8601."),
    results: z
      .record(z.string(), ObservationSchema)
      .describe("The observations by the ending's id, in the order of `endings.json`."),
    notMeasured: z
      .record(z.string(), z.string().min(1))
      .describe("Why an ending was not measured in this engine, by the ending's id."),
  })
  .meta({ id: "Observations", description: "What one engine was observed to do." });
export type Observations = z.infer<typeof ObservationsSchema>;
