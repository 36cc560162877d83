import { z } from "zod";
import {
  ArchiveSchema,
  BrowsersSchema,
  CloseCodesSchema,
  CompatSchema,
  DerivedCloseCodesSchema,
  DifferencesSchema,
  DriftFileSchema,
  EndingsSchema,
  ObservationsSchema,
  PageSchema,
} from "@wasclean/schema";
import { shareProperties } from "./share-properties.ts";

/** The files of the package that are data: where they are, the zod schema that they meet, and its file in `json-schema/`. */
export const FILE_SCHEMAS = [
  { files: "archive.json", schema: ArchiveSchema, name: "archive" },
  { files: "browsers.json", schema: BrowsersSchema, name: "browsers" },
  { files: "close-codes.json", schema: CloseCodesSchema, name: "close-codes" },
  { files: "compat/*.json", schema: CompatSchema, name: "compat" },
  { files: "derived/close-codes.json", schema: DerivedCloseCodesSchema, name: "derived-close-codes" },
  { files: "derived/differences.json", schema: DifferencesSchema, name: "differences" },
  { files: "derived/drift.json", schema: DriftFileSchema, name: "drift" },
  { files: "endings.json", schema: EndingsSchema, name: "endings" },
  { files: "observations/*.json", schema: ObservationsSchema, name: "observations" },
  { files: "pages/**/*.json", schema: PageSchema, name: "page" },
] as const satisfies { files: string; schema: z.ZodType; name: string }[];

/** A JSON Schema, or a part of one. */
export type JsonSchema = z.core.JSONSchema.BaseSchema;

/** The JSON Schema (2020-12) of a zod schema of a file, which may name its schema in `$schema`. */
export function toJsonSchema(schema: z.ZodType, name: string): JsonSchema {
  const [shortest] = (["inline", "ref"] as const)
    .map((reused) => shareProperties(z.toJSONSchema(schema, { reused, override: narrowAddress })))
    .toSorted((a, b) => JSON.stringify(a).length - JSON.stringify(b).length);
  const { $schema, properties, ...rest } = shortest ?? {};
  const own = properties && { properties: { $schema: { type: "string" as const }, ...properties } };
  return { ...($schema && { $schema }), title: name, ...own, ...rest };
}

/** JSON Schema's format `uri` takes any protocol, where the zod schema names some. */
function narrowAddress({ zodSchema, jsonSchema }: { zodSchema: z.core.$ZodTypes; jsonSchema: JsonSchema }): void {
  const { def } = zodSchema._zod;
  if (!("protocol" in def) || !(def.protocol instanceof RegExp)) return;
  jsonSchema.pattern = def.protocol.source.replace(/\$$/, ":");
}
