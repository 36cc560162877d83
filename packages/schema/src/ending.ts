import { z } from "zod";
import { ENDING_GROUPS } from "./ids.ts";

/** An event that a WebSocket object fires. */
export const SocketEventSchema = z
  .enum(["open", "message", "error", "close"])
  .meta({ id: "SocketEvent", description: "An event that a WebSocket object fires." });

/** A close code as an engine may report it or a Close frame may carry it: 16 bits, any value. */
export const CloseCodeSchema = z.int().min(0).max(65535).meta({
  id: "CloseCode",
  description: "A close code as an engine may report it or a Close frame may carry it: 16 bits, any value.",
});

/** A value that is fixed, or that the parameter of that name gives. */
const fixedOrParameter = <T extends z.ZodType>(fixed: T) =>
  z.union([
    fixed,
    z.strictObject({
      parameter: z.enum(["code", "reason"]).describe("The name of the parameter whose value is used."),
    }),
  ]);

/** What the specifications say that script observes. */
export const ExpectedSchema = z
  .strictObject({
    code: fixedOrParameter(CloseCodeSchema)
      .nullable()
      .describe("The `code` of the `close` event; like `reason` and `wasClean`, `null` if no such event is fired."),
    reason: fixedOrParameter(z.string())
      .nullable()
      .describe("The `reason` of the `close` event; an empty string if the specifications require one."),
    wasClean: z
      .boolean()
      .nullable()
      .describe("The `wasClean` of the `close` event: whether the closing handshake was completed."),
    events: z.array(SocketEventSchema).describe("The socket's events in order."),
    throws: z.string().optional().describe("The `name` of the exception that the client's first step throws."),
  })
  .meta({ id: "Expected", description: "What the specifications say that script observes." });
export type Expected = z.infer<typeof ExpectedSchema>;

/** One step of the client; steps run in order, once the connection is open unless stated otherwise. */
export const ClientStepSchema = z
  .discriminatedUnion("do", [
    z.strictObject({
      do: z.literal("close").describe("Calls `close(code, reason)`; absent arguments are not passed."),
      whileConnecting: z
        .literal(true)
        .optional()
        .describe("Present if the step runs at once, during the opening handshake."),
      code: fixedOrParameter(CloseCodeSchema).optional().describe("The first argument of `close()`."),
      reason: fixedOrParameter(z.string()).optional().describe("The second argument of `close()`."),
    }),
    z.strictObject({
      do: z.literal("send-text").describe("Sends a text message."),
      text: z.string().describe("The text, or the part of it that is repeated."),
      times: z.int().positive().optional().describe("How often the text is repeated in the message; once if absent."),
    }),
    z.strictObject({
      do: z.literal("send-bytes").describe("Sends a binary message."),
      bytes: z
        .string()
        .regex(/^([0-9a-f]{2})*$/)
        .describe("The message, in hexadecimal."),
    }),
    z.strictObject({
      do: z.literal("leave-page").describe("Leaves the page for another address."),
    }),
  ])
  .meta({
    id: "ClientStep",
    description: "One step of the client; steps run in order, once the connection is open unless stated otherwise.",
  });
export type ClientStep = z.infer<typeof ClientStepSchema>;

/** A parameter of an ending. */
export const EndingParameterSchema = z
  .strictObject({
    name: z.enum(["code", "reason"]).describe("The parameter's name, as in the query string of the lab."),
    sentBy: z
      .enum(["server", "client"])
      .describe("Which side sends it: the server takes it from the query string, the client passes it to `close()`."),
    default: z.union([CloseCodeSchema, z.string()]).describe("The value used if none is chosen."),
  })
  .meta({ id: "EndingParameter", description: "A parameter of an ending." });

/** One way in which a WebSocket connection ends. */
export const EndingSchema = z
  .strictObject({
    id: z
      .string()
      .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
      .describe("The ending's id in kebab-case; the last segment of the lab's path."),
    group: z.enum(ENDING_GROUPS).describe("The group that the ending is listed in."),
    title: z.string().min(1).describe("A short title, e.g. `FIN without a Close frame`."),
    initiator: z.enum(["server", "client"]).describe("The side that starts the ending."),
    server: z.string().min(1).describe("What the server does on the wire, in words."),
    parameters: z.array(EndingParameterSchema).describe("The parameters that can be chosen."),
    connectsTo: z
      .enum(["lab", "own-port", "closed-port", "unknown-host", "lab-forbidden-by-csp"])
      .describe(
        "Where the client connects to: the lab; a port of the lab for this ending alone, because browsers queue further connections to a port behind an unanswered handshake; or an address without a server.",
      ),
    subprotocols: z
      .array(z.string().min(1))
      .optional()
      .describe("The subprotocols that the client requests; absent if none."),
    client: z.array(ClientStepSchema).describe("The steps of the client; empty if it only watches."),
    presetOf: z
      .strictObject({
        ending: z.string().min(1).describe("That ending's id."),
        code: CloseCodeSchema.describe("The code chosen."),
      })
      .optional()
      .describe("The ending that this one equals with a certain code chosen."),
    expected: ExpectedSchema.nullable().describe(
      "What the specifications say that script observes; `null` if they leave it open.",
    ),
    inferred: z
      .literal(true)
      .optional()
      .describe(
        "Present if `expected` is our reading, because the specifications forbid the bytes without saying explicitly what the client does.",
      ),
    expectedForCodes: z
      .array(z.tuple([CloseCodeSchema, CloseCodeSchema]))
      .optional()
      .describe(
        "The codes for which `expected` holds, as inclusive ranges; outside them the specifications leave it open. Absent if it holds for all.",
      ),
    expectedForLongReason: z
      .string()
      .optional()
      .describe("The ending whose `expected` holds instead if the chosen reason exceeds 123 bytes of UTF-8."),
    citation: z
      .array(
        z.strictObject({
          specification: z.string().min(1).describe("The specification's short name, e.g. `RFC 6455`."),
          section: z.string().min(1).describe("The section's number with `§`, or its title."),
          url: z.url({ protocol: /^https$/ }).describe("The section's address."),
        }),
      )
      .min(1)
      .describe("The sections of the specifications that say so."),
    slow: z
      .literal(true)
      .optional()
      .describe("Present if the ending takes many seconds, because one side waits for a time-out."),
  })
  .meta({ id: "Ending", description: "One way in which a WebSocket connection ends." });
export type Ending = z.infer<typeof EndingSchema>;

/** Every ending, in the order of the groups: the published file `endings.json`. */
export const EndingsSchema = z
  .array(EndingSchema)
  .min(1)
  .meta({ id: "Endings", description: "Every ending, in the order of the groups." });

/** Endings that are listed together: a file in `data/endings`. Its endings have no `group`, because the file says it. */
export const EndingGroupSchema = z
  .strictObject({
    $schema: z
      .string()
      .regex(/\.json$/)
      .describe("The path of the JSON Schema."),
    group: z.enum(ENDING_GROUPS).describe("The group's id, which is also the file's name."),
    title: z.string().min(1).describe("What the endings have in common, in a few words."),
    order: z.int().positive().describe("The group's place among the groups, from 1."),
    endings: z
      .array(EndingSchema.omit({ group: true }))
      .min(1)
      .describe("The endings, the most usual first."),
  })
  .meta({ id: "EndingGroup", description: "Endings that are listed together." });
export type EndingGroup = z.infer<typeof EndingGroupSchema>;
