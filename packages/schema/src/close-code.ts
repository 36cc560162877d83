import { z } from "zod";
import { CloseCodeSchema } from "./ending.ts";

/** One close code, or a range of codes of which the same is true. */
export const CloseCodeEntrySchema = z.strictObject({
  /** The code, or the first and last code of a range, both included. */
  code: z.union([CloseCodeSchema, z.tuple([CloseCodeSchema, CloseCodeSchema])]),
  /** The name as registered; `null` where none is. */
  name: z.string().min(1).nullable(),
  /** Whether it is registered with a meaning, set apart without one, free to be registered, left to applications, or outside of what is used. */
  status: z.enum(["registered", "reserved", "unassigned", "private-use", "not-used"]),
  /** What defines it, as the registry names it. */
  reference: z
    .array(
      z.strictObject({
        /** The document, down to the section. */
        text: z.string().min(1),
        /** Where to read it. */
        url: z.url({ protocol: /^https$/ }),
      }),
    )
    .min(1),
  /** Which side may put it into a Close frame. */
  sentBy: z.enum(["client", "server", "either", "nobody"]),
  /** Whether a Close frame may carry it; `null` where the specifications give it no meaning and do not forbid it. */
  onWire: z.boolean().nullable(),
  /** Whether script may pass it to `close()`; otherwise that throws an `InvalidAccessError`. */
  scriptMayPass: z.boolean(),
  /** The day it was registered, ISO 8601; `null` where the registry gives none. */
  registered: z.iso.date().nullable(),
  /** What it says to a developer, in one or two sentences of ours. */
  meaning: z.string().min(1),
  /** Where the entry is taken from. */
  source: z.strictObject({
    /** The registry, or the specification where the registry does not list the codes. */
    registry: z.enum(["IANA WebSocket Close Code Number Registry", "RFC 6455"]),
    /** Its last change when it was read, or the month of publication: ISO 8601, day or month. */
    date: z.string().regex(/^\d{4}-\d{2}(-\d{2})?$/),
  }),
});
export type CloseCodeEntry = z.infer<typeof CloseCodeEntrySchema>;

/** The registry of close codes, and the ranges around it: the file `data/close-codes.json`. */
export const CloseCodesSchema = z
  .strictObject({
    /** Where its JSON Schema is. */
    $schema: z.string().regex(/\.json$/),
    /** From 0 to 65535, each code once: by itself or in a range. */
    closeCodes: z.array(CloseCodeEntrySchema).min(1),
  })
  .describe("The registry of close codes, and the ranges around it");
export type CloseCodes = z.infer<typeof CloseCodesSchema>;
