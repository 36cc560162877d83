import { z } from "zod";
import { ENDING_GROUPS } from "./ids.ts";

/** The events that a WebSocket object fires. */
export const SocketEventSchema = z.enum(["open", "message", "error", "close"]);

/** A close code as an engine may report it or a Close frame may carry it: 16 bits, any value. */
export const CloseCodeSchema = z.int().min(0).max(65535);

/** A value that is fixed, or that the parameter of that name gives. */
const fixedOrParameter = <T extends z.ZodType>(fixed: T) =>
  z.union([
    fixed,
    z.strictObject({
      /** The name of the parameter whose value stands here. */
      parameter: z.enum(["code", "reason"]),
    }),
  ]);

/** What the specifications say that script sees. */
export const ExpectedSchema = z.strictObject({
  /** The `code` of the `close` event; like `reason` and `wasClean` it is `null` where none is to come. */
  code: fixedOrParameter(CloseCodeSchema).nullable(),
  /** Empty where the specifications have it empty. */
  reason: fixedOrParameter(z.string()).nullable(),
  /** Whether the closing handshake was completed. */
  wasClean: z.boolean().nullable(),
  /** The socket's events in their order. */
  events: z.array(SocketEventSchema),
  /** The `name` of the exception that the client's first step throws. */
  throws: z.string().optional(),
});
export type Expected = z.infer<typeof ExpectedSchema>;

/** One thing that the client does itself: one after the other, once the connection is open unless it says otherwise. */
export const ClientStepSchema = z.discriminatedUnion("do", [
  z.strictObject({
    /** Calls `close(code, reason)`; an argument that is not here is not passed. */
    do: z.literal("close"),
    /** At once, while the opening handshake is under way. */
    whileConnecting: z.literal(true).optional(),
    /** The first argument. */
    code: fixedOrParameter(CloseCodeSchema).optional(),
    /** The second argument. */
    reason: fixedOrParameter(z.string()).optional(),
  }),
  z.strictObject({
    /** Sends a text message. */
    do: z.literal("send-text"),
    /** The text, or the part of it that is repeated. */
    text: z.string(),
    /** How often the text is repeated in the message; absent: once. */
    times: z.int().positive().optional(),
  }),
  z.strictObject({
    /** Sends a binary message. */
    do: z.literal("send-bytes"),
    /** In hexadecimal. */
    bytes: z.string().regex(/^([0-9a-f]{2})*$/),
  }),
  z.strictObject({
    /** The page goes to another address. */
    do: z.literal("leave-page"),
  }),
]);
export type ClientStep = z.infer<typeof ClientStepSchema>;

/** Something one may choose about an ending. */
export const EndingParameterSchema = z.strictObject({
  /** As in the query string of the lab. */
  name: z.enum(["code", "reason"]),
  /** Which side sends it: the server takes it from the query string, the client passes it to `close()`. */
  sentBy: z.enum(["server", "client"]),
  /** Used where nothing is chosen. */
  default: z.union([CloseCodeSchema, z.string()]),
});

/** One way in which a WebSocket connection ends. */
export const EndingSchema = z
  .strictObject({
    /** In kebab-case; the last segment of the lab's path. */
    id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
    /** Which endings it is listed with. */
    group: z.enum(ENDING_GROUPS),
    /** A few words, e.g. `FIN without a Close frame`. */
    title: z.string().min(1),
    /** Which side begins the end. */
    initiator: z.enum(["server", "client"]),
    /** What the server does on the wire, in words. */
    server: z.string().min(1),
    /** What one may choose. */
    parameters: z.array(EndingParameterSchema),
    /**
     * Where the client connects to: the lab; a port of the lab's that is this ending's alone, because browsers queue
     * further connections to a port behind an unanswered handshake; or an address at which there is no server.
     */
    connectsTo: z.enum(["lab", "own-port", "closed-port", "unknown-host", "lab-forbidden-by-csp"]),
    /** The subprotocols that the client asks for; absent: none. */
    subprotocols: z.array(z.string().min(1)).optional(),
    /** What the client does itself; empty where it only watches. */
    client: z.array(ClientStepSchema),
    /** The ending that this one is with a certain code chosen. */
    presetOf: z
      .strictObject({
        /** That ending's id. */
        ending: z.string().min(1),
        /** The code. */
        code: CloseCodeSchema,
      })
      .optional(),
    /** What the specifications say that script sees; `null` where they leave it open. */
    expected: ExpectedSchema.nullable(),
    /** The specifications forbid the bytes, and do not say in so many words what the client is to do: `expected` is our reading. */
    inferred: z.literal(true).optional(),
    /** Codes for which `expected` holds, as inclusive ranges; outside them the specifications leave it open. Absent: for all. */
    expectedForCodes: z.array(z.tuple([CloseCodeSchema, CloseCodeSchema])).optional(),
    /** The ending whose `expected` holds instead once the reason chosen is over 123 bytes of UTF-8. */
    expectedForLongReason: z.string().optional(),
    /** Where the specifications say so, down to the section. */
    citation: z
      .array(
        z.strictObject({
          /** Its short name, e.g. `RFC 6455`. */
          specification: z.string().min(1),
          /** The section's number with `§`, or its title. */
          section: z.string().min(1),
          /** Of the section. */
          url: z.url({ protocol: /^https$/ }),
        }),
      )
      .min(1),
    /** Takes many seconds, because somebody waits for a time-out. */
    slow: z.literal(true).optional(),
  })
  .describe("One way in which a WebSocket connection ends");
export type Ending = z.infer<typeof EndingSchema>;

/** Every ending, in the order of the groups: the published file `endings.json`. */
export const EndingsSchema = z.array(EndingSchema).min(1);

/** Endings that are listed together: a file in `data/endings`. Its endings have no `group`, because the file says it. */
export const EndingGroupSchema = z
  .strictObject({
    /** The path of the JSON Schema. */
    $schema: z.string().regex(/\.json$/),
    /** The id, which is also the file's name. */
    group: z.enum(ENDING_GROUPS),
    /** What the endings have in common, in a few words. */
    title: z.string().min(1),
    /** The place among the groups, from 1. */
    order: z.int().positive(),
    /** What is usual first. */
    endings: z.array(EndingSchema.omit({ group: true })).min(1),
  })
  .describe("Endings that are listed together");
export type EndingGroup = z.infer<typeof EndingGroupSchema>;
