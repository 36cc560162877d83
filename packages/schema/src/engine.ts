import { z } from "zod";

/** One client of WebSockets that is measured. */
export const EngineSchema = z.strictObject({
  /** The id, which is also the name of its files: `observations/<id>.json`. */
  id: z.string().regex(/^[a-z][a-z0-9-]*$/),
  /** A name of one word, for columns and lists. */
  label: z.string().min(1),
  /** What sort of client it is. */
  kind: z.enum(["browser", "runtime", "library", "edge-runtime"]),
  /** Where its script runs: in a page, in a program of its own, or in a worker without a page. */
  platform: z.enum(["page", "program", "worker"]),
  /** The browser of browser-compat-data that it stands for; `null` where there is none. */
  bcdBrowser: z.string().min(1).nullable(),
  /** A regular expression for `navigator.userAgent`, whose first group is the major version where the string tells it; `null` where script cannot recognise the engine. */
  userAgent: z.string().min(1).nullable(),
});
export type Engine = z.infer<typeof EngineSchema>;

/** The engines that are measured, in the order in which they are listed: the file `engines.json`. */
export const EnginesSchema = z
  .strictObject({
    /** The path of the JSON Schema. */
    $schema: z.string().regex(/\.json$/),
    /** In the order in which they are listed: browsers, runtimes, libraries, edge runtimes. */
    engines: z.array(EngineSchema).min(1),
  })
  .describe("The engines that are measured");
export type Engines = z.infer<typeof EnginesSchema>;
