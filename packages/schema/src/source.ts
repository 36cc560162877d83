import { z } from "zod";

const words = z.string().min(1);

/** Where the JSON Schema of the file is, from the file. */
export const SchemaPathSchema = z.string().regex(/\.json$/);

/** An npm package that values were taken from. */
export const PackageSourceSchema = z.strictObject({
  /** The package's name. */
  package: words,
  /** Its version. */
  version: z.string().regex(/^\d+\.\d+\.\d+/),
  /** The day on which it was built; absent where the package does not say. */
  date: z.iso.date().optional(),
  /** An SPDX identifier. */
  license: words,
});
export type PackageSource = z.infer<typeof PackageSourceSchema>;

/** A page of the wiki that values were taken from. */
export const WikiSourceSchema = z.strictObject({
  /** The file, from the folder `data/wiki`. */
  path: words,
  /** Of the file's bytes, in hexadecimal: offsets hold for just this text. */
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  /** The month in which the page stood as it is. */
  date: z.string().regex(/^\d{4}-\d{2}$/),
  /** An SPDX identifier. */
  license: words,
});
export type WikiSource = z.infer<typeof WikiSourceSchema>;
