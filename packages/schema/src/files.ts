import type { z } from "zod";
import { ArchiveSchema } from "./archive.ts";
import { CloseCodesSchema } from "./close-code.ts";
import { BrowsersSchema, CompatSchema } from "./compat.ts";
import { DerivedCloseCodesSchema, DifferencesSchema } from "./computed.ts";
import { DriftFileSchema } from "./drift.ts";
import { EndingGroupSchema, EndingsSchema } from "./ending.ts";
import { EnginesSchema } from "./engine.ts";
import { LimitsSchema } from "./limit.ts";
import { ObservationsSchema } from "./observation.ts";
import { PageSchema } from "./page.ts";
import { SurprisesSchema } from "./surprise.ts";

/** A kind of data file. */
export interface FileSchema {
  /** The files, as a glob from the data folder. */
  files: string;
  schema: z.ZodType;
  /** The name of its JSON Schema, `json-schema/<name>.json`. */
  name: string;
  /** Only in the published package, where the endings of all groups are one file. */
  isPublishedOnly?: true;
}

/** The schema of every data file. */
export const FILE_SCHEMAS: readonly FileSchema[] = [
  { files: "archive.json", schema: ArchiveSchema, name: "archive" },
  { files: "browsers.json", schema: BrowsersSchema, name: "browsers" },
  { files: "close-codes.json", schema: CloseCodesSchema, name: "close-codes" },
  { files: "compat/*.json", schema: CompatSchema, name: "compat" },
  { files: "computed/close-codes.json", schema: DerivedCloseCodesSchema, name: "derived-close-codes" },
  { files: "computed/differences.json", schema: DifferencesSchema, name: "differences" },
  { files: "computed/drift.json", schema: DriftFileSchema, name: "drift" },
  { files: "endings.json", schema: EndingsSchema, name: "endings", isPublishedOnly: true },
  { files: "endings/*.json", schema: EndingGroupSchema, name: "ending-group" },
  { files: "engines.json", schema: EnginesSchema, name: "engines" },
  { files: "limits.json", schema: LimitsSchema, name: "limits" },
  { files: "observations/*.json", schema: ObservationsSchema, name: "observations" },
  { files: "pages/**/*.json", schema: PageSchema, name: "page" },
  { files: "surprises.json", schema: SurprisesSchema, name: "surprises" },
];
