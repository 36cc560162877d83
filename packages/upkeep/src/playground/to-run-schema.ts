import { RunSchema } from "@wasclean/schema";
import { z } from "zod";

/** The JSON Schema (2020-12) by which the playground checks a run from a file. It allows unknown fields. */
export function toRunSchema(): object {
  const { $schema, ...schema } = z.toJSONSchema(RunSchema, {
    io: "input",
    // Descriptions are for readers, and beside a format stands a pattern that says the same.
    override({ jsonSchema }) {
      delete jsonSchema.description;
      delete jsonSchema.format;
    },
  });
  return schema;
}
