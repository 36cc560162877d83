import { z } from "zod";
import { CloseCodeSchema } from "./ending.ts";

/** One close code, or a range of codes with the same properties. */
export const CloseCodeEntrySchema = z
  .strictObject({
    code: z
      .union([CloseCodeSchema, z.tuple([CloseCodeSchema, CloseCodeSchema])])
      .describe("The code, or the first and last code of a range, both inclusive."),
    name: z.string().min(1).nullable().describe("The registered name; `null` if it has none."),
    status: z
      .enum(["registered", "reserved", "unassigned", "private-use", "not-used"])
      .describe(
        "Whether the code is registered with a meaning, reserved without one, free to be registered, left to applications, or outside the range in use.",
      ),
    reference: z
      .array(
        z.strictObject({
          text: z.string().min(1).describe("The document, down to the section."),
          url: z.url({ protocol: /^https$/ }).describe("The address of that section."),
        }),
      )
      .min(1)
      .describe("The documents that define the code, as the registry names them."),
    sentBy: z
      .enum(["client", "server", "either", "nobody"])
      .describe("Which side may put the code into a Close frame."),
    onWire: z
      .boolean()
      .nullable()
      .describe("Whether a Close frame may carry the code; `null` if the specifications neither define nor forbid it."),
    scriptMayPass: z
      .boolean()
      .describe("Whether script may pass the code to `close()`; if not, that throws an `InvalidAccessError`."),
    registered: z.iso
      .date()
      .nullable()
      .describe("The day of registration, ISO 8601; `null` if the registry names none."),
    meaning: z.string().min(1).describe("What the code tells a developer, in one or two sentences of our own."),
    source: z
      .strictObject({
        registry: z
          .enum(["IANA WebSocket Close Code Number Registry", "RFC 6455"])
          .describe("The registry, or the specification if the registry does not list the code."),
        date: z
          .string()
          .regex(/^\d{4}-\d{2}(-\d{2})?$/)
          .describe(
            "The registry's last change when it was read, or the month of the specification's publication: ISO 8601, day or month.",
          ),
      })
      .describe("Where the entry is taken from."),
  })
  .meta({ id: "CloseCodeEntry", description: "One close code, or a range of codes with the same properties." });
export type CloseCodeEntry = z.infer<typeof CloseCodeEntrySchema>;

/** The registry of close codes, and the ranges around it: the file `data/close-codes.json`. */
export const CloseCodesSchema = z
  .strictObject({
    $schema: z
      .string()
      .regex(/\.json$/)
      .describe("The path of the JSON Schema."),
    closeCodes: z
      .array(CloseCodeEntrySchema)
      .min(1)
      .describe("Every code from 0 to 65535 exactly once, by itself or in a range."),
  })
  .meta({ id: "CloseCodes", description: "The registry of close codes, and the ranges around it." });
export type CloseCodes = z.infer<typeof CloseCodesSchema>;
