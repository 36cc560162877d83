import { z } from "zod";
import { CloseCodeSchema } from "./ending.ts";
import { OutcomeSchema } from "./observation.ts";

const id = z.string().min(1);

/** An engine whose observations a file was derived from. */
export const ObservedEngineSchema = z.strictObject({
  /** Its name for people. */
  name: z.string().min(1),
  /** The version that was measured. */
  version: z.string().min(1),
  /** Operating system with its version, and architecture. */
  os: z.string().min(1),
  /** The day it was measured, ISO 8601. */
  observedOn: z.iso.date(),
  /** The file with its observations, relative to this package. */
  source: z.string().regex(/^observations\/[a-z]+\.json$/),
});
export type ObservedEngine = z.infer<typeof ObservedEngineSchema>;

const head = {
  /** Where its JSON Schema is. */
  $schema: z.string().regex(/\.json$/),
  /** The files that it was generated from, relative to this package. */
  generatedFrom: z.array(z.string().min(1)).min(1),
  /** The engines by id; every result below names one of them, and has its version and file from here. */
  engines: z.record(id, ObservedEngineSchema),
};

/** What script saw of one ending. */
export const ReportedSchema = OutcomeSchema.omit({ seconds: true, serverSaw: true });
export type Reported = z.infer<typeof ReportedSchema>;

/** Engines in which script sees the same. */
export const ReportGroupSchema = z.strictObject({
  /** Their ids. */
  engines: z.array(id).min(1),
  /** What script saw, the most frequent first; more than one where runs differed. */
  outcomes: z.array(ReportedSchema).min(1),
});
export type ReportGroup = z.infer<typeof ReportGroupSchema>;

/** What each engine reports of one ending. */
export const ReportsSchema = z.strictObject({
  /** The ending's id. */
  ending: id,
  /** Each engine that was measured is in one of them; the largest comes first. */
  groups: z.array(ReportGroupSchema).min(1),
});
export type Reports = z.infer<typeof ReportsSchema>;

/** What engines make of one close code. */
export const DerivedCloseCodeSchema = z.strictObject({
  /** The code. */
  code: CloseCodeSchema,
  /** What they report when the server's Close frame carries it; `null` where that was not measured. */
  received: ReportsSchema.nullable(),
  /** What they report when script passes it to `close()`; `null` where that was not measured. */
  passedToClose: ReportsSchema.nullable(),
  /** The endings after which a `close` event has it, by id, each with the engines in which it does. */
  reportedIn: z.record(id, z.array(id).min(1)),
});
export type DerivedCloseCode = z.infer<typeof DerivedCloseCodeSchema>;

/** For each close code, what each engine reports: the file `data/computed/close-codes.json`. */
export const DerivedCloseCodesSchema = z
  .strictObject({
    ...head,
    /** In ascending order. */
    closeCodes: z.array(DerivedCloseCodeSchema).min(1),
  })
  .describe("For each close code, what each engine reports");
export type DerivedCloseCodes = z.infer<typeof DerivedCloseCodesSchema>;

/** What can differ between what one engine reports and another, or the specifications. */
export const ReportedFieldSchema = z.enum(["events", "code", "reason", "wasClean", "throws"]);
export type ReportedField = z.infer<typeof ReportedFieldSchema>;

/** Engines in which script sees the same, beside the specifications. */
export const EngineGroupSchema = ReportGroupSchema.extend({
  /** Whether that is always what the specifications say; `null` where they leave it open. */
  agrees: z.boolean().nullable(),
  /** In what it differs from the specifications; empty where it agrees or they leave it open. */
  differsIn: z.array(ReportedFieldSchema),
  /** Whole seconds until the `close` event, or until watching stopped, by engine; those not here took less than two. */
  seconds: z.record(id, z.int().min(2)).optional(),
});
export type EngineGroup = z.infer<typeof EngineGroupSchema>;

/** How engines differ about one ending. */
export const DifferenceSchema = z.strictObject({
  /** The ending's id. */
  ending: id,
  /** What the specifications say that script sees, parameters at their defaults; `null` where they leave it open. */
  expected: ReportedSchema.nullable(),
  /** Whether `expected` is our reading, the specifications not saying so in so many words. */
  inferred: z.literal(true).optional(),
  /** In what the engines differ from each other; empty where they are alike, and only the specifications say otherwise. */
  differsIn: z.array(ReportedFieldSchema),
  /** Engines with like outcomes together; groups that agree with the specifications first, then the larger ones. */
  groups: z.array(EngineGroupSchema).min(1),
});
export type Difference = z.infer<typeof DifferenceSchema>;

/** For each ending, where engines differ: the file `data/computed/differences.json`. */
export const DifferencesSchema = z
  .strictObject({
    ...head,
    /** Endings in which engines differ from each other or from the specifications, in the order of `endings.json`. */
    differences: z.array(DifferenceSchema),
  })
  .describe("For each ending, where engines differ");
export type Differences = z.infer<typeof DifferencesSchema>;
