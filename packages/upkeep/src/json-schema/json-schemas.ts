import { FILE_SCHEMAS } from "@wasclean/schema";
import { z } from "zod";
import type { JsonSchema } from "./json-schema.ts";
import { shareProperties } from "./share-properties.ts";

/** The texts of the JSON Schemas, by their file names. */
export function jsonSchemaTexts(): Map<string, string> {
  return new Map(
    FILE_SCHEMAS.map(({ schema, name }) => [`${name}.json`, `${JSON.stringify(toJsonSchema(schema), null, 2)}\n`]),
  );
}

/** The JSON Schema (2020-12) of a zod schema of a file, which may name its schema in `$schema`. Its title is the name of the type. */
export function toJsonSchema(schema: z.ZodType): JsonSchema {
  const [shortest] = (["inline", "ref"] as const)
    .map((reused) => shareProperties(withRoot(z.toJSONSchema(schema, { reused, override: narrowAddress }))))
    .toSorted((a, b) => JSON.stringify(a).length - JSON.stringify(b).length);
  const { $schema, properties, ...rest } = shortest ?? {};
  const own = properties && { properties: { $schema: { type: "string" as const }, ...properties } };
  return { ...($schema && { $schema }), title: schema.meta()?.id ?? "", ...own, ...rest };
}

/** The same schema, whose root is a definition of its own in place of a reference to one: zod refers to every schema with an id. */
function withRoot({ $ref, $defs = {}, ...rest }: JsonSchema): JsonSchema {
  const { [$ref?.replace("#/$defs/", "") ?? ""]: root, ...others } = $defs;
  return { ...rest, ...root, ...(Object.keys(others).length > 0 && { $defs: others }) };
}

/** JSON Schema's format `uri` takes any protocol, where the zod schema names some. */
function narrowAddress({ zodSchema, jsonSchema }: { zodSchema: z.core.$ZodTypes; jsonSchema: JsonSchema }): void {
  const { def } = zodSchema._zod;
  if (!("protocol" in def) || !(def.protocol instanceof RegExp)) return;
  jsonSchema.pattern = def.protocol.source.replace(/\$$/, ":");
}
