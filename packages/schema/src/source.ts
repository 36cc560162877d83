import { z } from "zod";

const words = z.string().min(1);

/** The path of the JSON Schema, relative to the file. */
export const SchemaPathSchema = z
  .string()
  .regex(/\.json$/)
  .describe("The path of the JSON Schema, relative to the file.");

/** An npm package that values are taken from. */
export const PackageSourceSchema = z
  .strictObject({
    package: words.describe("The package's name."),
    version: z
      .string()
      .regex(/^\d+\.\d+\.\d+/)
      .describe("The package's version."),
    date: z.iso.date().optional().describe("The day of the package's build; absent if the package does not state it."),
    license: words.describe("The licence's SPDX identifier."),
  })
  .meta({ id: "PackageSource", description: "An npm package that values are taken from." });
export type PackageSource = z.infer<typeof PackageSourceSchema>;

/** A page of the wiki that values are taken from. */
export const WikiSourceSchema = z
  .strictObject({
    path: words.describe("The file's path in the folder `data/wiki`."),
    sha256: z
      .string()
      .regex(/^[0-9a-f]{64}$/)
      .describe("The SHA-256 digest of the file's bytes, in hexadecimal: offsets are valid for exactly this text."),
    date: z
      .string()
      .regex(/^\d{4}-\d{2}$/)
      .describe("The month in which the page was archived."),
    license: words.describe("The licence's SPDX identifier."),
  })
  .meta({ id: "WikiSource", description: "A page of the wiki that values are taken from." });
export type WikiSource = z.infer<typeof WikiSourceSchema>;
