import { RunSchema } from "@wasclean/schema";
import { z } from "zod";
import type { JsonSchema } from "../json-schema/json-schema.ts";

/**
 * The JSON Schema (2020-12) by which the playground checks a run from a file. It allows unknown fields, and has no
 * references: the playground does not follow them.
 */
export function toRunSchema(): object {
  const {
    $schema,
    $defs = {},
    ...schema
  } = z.toJSONSchema(RunSchema, {
    io: "input",
    // Descriptions are for readers, and beside a format stands a pattern that says the same.
    override({ jsonSchema }) {
      delete jsonSchema.description;
      delete jsonSchema.format;
    },
  });
  return inlined(schema, $defs) as object;
}

/** A schema with each reference replaced by its definition; zod refers to a record that has an id. */
function inlined(value: unknown, definitions: Record<string, JsonSchema>): unknown {
  if (Array.isArray(value)) return value.map((item) => inlined(item, definitions));
  if (typeof value !== "object" || value === null) return value;
  if ("$ref" in value) {
    const { id: _, ...definition } = definitions[String(value.$ref).replace("#/$defs/", "")] ?? {};
    return inlined(definition, definitions);
  }
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, inlined(item, definitions)]));
}
