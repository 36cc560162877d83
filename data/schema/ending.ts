import { z } from "zod";

/** The events that a WebSocket object fires. */
export const SocketEventSchema = z.enum(["open", "message", "error", "close"]);

/** A close code as an engine may report it or a Close frame may carry it: 16 bits, any value. */
export const CloseCodeSchema = z.int().min(0).max(65535);

/** A value that is fixed, or that the parameter of that name gives. */
const fixedOrParameter = <T extends z.ZodType>(fixed: T) =>
  z.union([fixed, z.strictObject({ parameter: z.enum(["code", "reason"]) })]);

/** What the specifications say that script sees. */
export const ExpectedSchema = z.strictObject({
  code: fixedOrParameter(CloseCodeSchema),
  reason: fixedOrParameter(z.string()),
  wasClean: z.boolean(),
  /** The socket's events in their order. */
  events: z.array(SocketEventSchema).min(1),
});
export type Expected = z.infer<typeof ExpectedSchema>;

/** Something one may choose about an ending. */
export const EndingParameterSchema = z.strictObject({
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
    group: z.enum(["close-frame", "no-close-frame", "broken-frame", "opening-handshake", "client-closes"]),
    /** A few words, e.g. `FIN without a Close frame`. */
    title: z.string().min(1),
    /** Which side begins the end. */
    initiator: z.enum(["server", "client"]),
    /** What the server does on the wire, in words. */
    server: z.string().min(1),
    /** What one may choose. */
    parameters: z.array(EndingParameterSchema),
    /** What the client passes to `close()` once the connection is open; `null` where it only watches. */
    client: z
      .strictObject({ code: fixedOrParameter(CloseCodeSchema), reason: fixedOrParameter(z.string()) })
      .nullable(),
    /** What the specifications say that script sees; `null` where they leave it open. */
    expected: ExpectedSchema.nullable(),
    /** Codes for which `expected` holds, as inclusive ranges; outside them the specifications leave it open. Absent: for all. */
    expectedForCodes: z.array(z.tuple([CloseCodeSchema, CloseCodeSchema])).optional(),
    /** The ending whose `expected` holds instead once the reason chosen is over 123 bytes of UTF-8. */
    expectedForLongReason: z.string().optional(),
    /** Where the specifications say so, down to the section. */
    citation: z
      .array(
        z.strictObject({
          specification: z.string().min(1),
          section: z.string().min(1),
          url: z.url({ protocol: /^https$/ }),
        }),
      )
      .min(1),
    /** Takes many seconds, because somebody waits for a time-out. */
    slow: z.boolean().optional(),
  })
  .describe("One way in which a WebSocket connection ends");
export type Ending = z.infer<typeof EndingSchema>;

/** The file `data/endings.json`. */
export const EndingsSchema = z.array(EndingSchema).min(1);
