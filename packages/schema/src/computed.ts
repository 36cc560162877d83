import { z } from "zod";
import { CloseCodeSchema } from "./ending.ts";
import { OutcomeSchema } from "./observation.ts";

const id = z.string().min(1);

/** An engine whose observations a file was computed from. */
export const ObservedEngineSchema = z
  .strictObject({
    name: z.string().min(1).describe("The engine's name, for people."),
    version: z.string().min(1).describe("The version that was measured."),
    os: z.string().min(1).describe("The operating system with its version, and the architecture."),
    observedOn: z.iso.date().describe("The day of the measurement, ISO 8601."),
    source: z
      .string()
      .regex(/^observations\/[a-z]+\.json$/)
      .describe("The file of the observations, relative to the package."),
  })
  .meta({ id: "ObservedEngine", description: "An engine whose observations a file was computed from." });
export type ObservedEngine = z.infer<typeof ObservedEngineSchema>;

const head = {
  $schema: z
    .string()
    .regex(/\.json$/)
    .describe("The path of the JSON Schema."),
  generatedFrom: z
    .array(z.string().min(1))
    .min(1)
    .describe("The files that this one was generated from, relative to the package."),
  engines: z
    .record(id, ObservedEngineSchema)
    .describe("The engines by id; every result below names one of them and has its version and file from here."),
};

/** What script observed of one ending. */
export const ReportedSchema = OutcomeSchema.omit({ seconds: true, serverSaw: true }).meta({
  id: "Reported",
  description: "What script observed of one ending.",
});
export type Reported = z.infer<typeof ReportedSchema>;

/** Engines in which script observes the same. */
export const ReportGroupSchema = z
  .strictObject({
    engines: z.array(id).min(1).describe("The engines' ids."),
    outcomes: z
      .array(ReportedSchema)
      .min(1)
      .describe("What script observed, the most frequent outcome first; several if runs differed."),
  })
  .meta({ id: "ReportGroup", description: "Engines in which script observes the same." });
export type ReportGroup = z.infer<typeof ReportGroupSchema>;

/** What each engine reports of one ending. */
export const ReportsSchema = z
  .strictObject({
    ending: id.describe("The ending's id."),
    groups: z
      .array(ReportGroupSchema)
      .min(1)
      .describe("Groups of engines that report the same, the largest first; each measured engine is in one of them."),
  })
  .meta({ id: "Reports", description: "What each engine reports of one ending." });
export type Reports = z.infer<typeof ReportsSchema>;

/** What engines report about one close code. */
export const DerivedCloseCodeSchema = z
  .strictObject({
    code: CloseCodeSchema.describe("The close code."),
    received: ReportsSchema.nullable().describe(
      "What the engines report when the server's Close frame carries the code; `null` if that was not measured.",
    ),
    passedToClose: ReportsSchema.nullable().describe(
      "What the engines report when script passes the code to `close()`; `null` if that was not measured.",
    ),
    reportedIn: z
      .record(id, z.array(id).min(1))
      .describe("The endings that engines report with this code, by id, each with the ids of those engines."),
  })
  .meta({ id: "DerivedCloseCode", description: "What engines report about one close code." });
export type DerivedCloseCode = z.infer<typeof DerivedCloseCodeSchema>;

/** For each close code, what each engine reports: the file `data/computed/close-codes.json`. */
export const DerivedCloseCodesSchema = z
  .strictObject({
    ...head,
    closeCodes: z.array(DerivedCloseCodeSchema).min(1).describe("The close codes in ascending order."),
  })
  .meta({ id: "DerivedCloseCodes", description: "What each engine reports about each close code." });
export type DerivedCloseCodes = z.infer<typeof DerivedCloseCodesSchema>;

/** A property in which the reports of two engines, or of an engine and the specifications, can differ. */
export const ReportedFieldSchema = z.enum(["events", "code", "reason", "wasClean", "throws"]).meta({
  id: "ReportedField",
  description: "A property in which the reports of two engines, or of an engine and the specifications, can differ.",
});
export type ReportedField = z.infer<typeof ReportedFieldSchema>;

/** Engines in which script observes the same, compared with the specifications. */
export const EngineGroupSchema = ReportGroupSchema.extend({
  agrees: z
    .boolean()
    .nullable()
    .describe("Whether the outcome always matches the specifications; `null` if they leave it open."),
  differsIn: z
    .array(ReportedFieldSchema)
    .describe(
      "The properties in which the outcome differs from the specifications; empty if it agrees or they leave it open.",
    ),
  seconds: z
    .record(id, z.int().min(2))
    .optional()
    .describe(
      "Whole seconds until the `close` event, or until watching stopped, by engine; absent engines took less than two.",
    ),
}).meta({
  id: "EngineGroup",
  description: "Engines in which script observes the same, compared with the specifications.",
});
export type EngineGroup = z.infer<typeof EngineGroupSchema>;

/** How engines differ about one ending. */
export const DifferenceSchema = z
  .strictObject({
    ending: id.describe("The ending's id."),
    expected: ReportedSchema.nullable().describe(
      "What the specifications say that script observes, parameters at their defaults; `null` if they leave it open.",
    ),
    inferred: z
      .literal(true)
      .optional()
      .describe("Present if `expected` is our reading, because the specifications do not say it explicitly."),
    differsIn: z
      .array(ReportedFieldSchema)
      .describe(
        "The properties in which the engines differ from each other; empty if they only differ from the specifications.",
      ),
    groups: z
      .array(EngineGroupSchema)
      .min(1)
      .describe(
        "Groups of engines with the same outcomes; those that agree with the specifications first, then the larger ones.",
      ),
  })
  .meta({ id: "Difference", description: "How engines differ about one ending." });
export type Difference = z.infer<typeof DifferenceSchema>;

/** For each ending, where engines differ: the file `data/computed/differences.json`. */
export const DifferencesSchema = z
  .strictObject({
    ...head,
    differences: z
      .array(DifferenceSchema)
      .describe(
        "Endings in which engines differ from each other or from the specifications, in the order of `endings.json`.",
      ),
  })
  .meta({ id: "Differences", description: "The endings in which engines differ." });
export type Differences = z.infer<typeof DifferencesSchema>;
