import { z } from "zod";

/** A WebSocket client that is measured. */
export const EngineSchema = z
  .strictObject({
    id: z
      .string()
      .regex(/^[a-z][a-z0-9-]*$/)
      .describe("The engine's id, which is also the name of its files: `observations/<id>.json`."),
    label: z.string().min(1).describe("The engine's name in one word, for columns and lists."),
    kind: z.enum(["browser", "runtime", "library", "edge-runtime"]).describe("The sort of client."),
    platform: z
      .enum(["page", "program", "worker"])
      .describe("Where script runs: in a page, in a program, or in a worker without a page."),
    bcdBrowser: z
      .string()
      .min(1)
      .nullable()
      .describe("The browser of browser-compat-data that the engine stands for; `null` if there is none."),
    userAgent: z
      .string()
      .min(1)
      .nullable()
      .describe(
        "A regular expression for `navigator.userAgent`, whose first group is the major version if the string contains it; `null` if script cannot recognise the engine.",
      ),
  })
  .meta({ id: "Engine", description: "A WebSocket client that is measured." });
export type Engine = z.infer<typeof EngineSchema>;

/** The engines that are measured, in the order in which they are listed: the file `engines.json`. */
export const EnginesSchema = z
  .strictObject({
    $schema: z
      .string()
      .regex(/\.json$/)
      .describe("The path of the JSON Schema."),
    engines: z
      .array(EngineSchema)
      .min(1)
      .describe("The engines in the order in which they are listed: browsers, runtimes, libraries, edge runtimes."),
  })
  .meta({ id: "Engines", description: "The engines that are measured." });
export type Engines = z.infer<typeof EnginesSchema>;
