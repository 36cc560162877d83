import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { createProgram } from "../emit-types.ts";
import { writeSchemaTypes } from "./write-schema-types.ts";

const ROOT = resolve(import.meta.dirname, "../../../..");
const LIMIT_MS = 60_000; // the compiler reads zod

const SCHEMAS = `import { z } from "zod";
const BrowserNameSchema = z.enum(["chrome", "firefox", "ie", "opera"]);
export type BrowserName = z.infer<typeof BrowserNameSchema>;
/** A thing. */
export const ThingSchema = z.strictObject({
  /** How many. */
  count: z.int().optional(),
  on: z.boolean().nullable(),
  "with-dash": z.literal("x"),
  pair: z.tuple([z.number(), z.string()]),
});
export type Thing = z.infer<typeof ThingSchema>;
/** A box. */
export const BoxSchema = z.strictObject({
  /** What is in it. */
  things: z.array(ThingSchema).min(1),
  byName: z.record(z.string(), ThingSchema),
  support: z.partialRecord(BrowserNameSchema, z.strictObject({ since: z.string() })),
  either: z.array(z.union([z.number(), z.string()])),
});
export type Box = z.infer<typeof BoxSchema>;
`;

function write(names: string[]): string {
  const folder = mkdtempSync(join(tmpdir(), "wasclean-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  symlinkSync(join(ROOT, "node_modules"), join(folder, "node_modules"), "junction");
  const file = join(folder, "schemas.ts");
  writeFileSync(file, SCHEMAS);
  return writeSchemaTypes(createProgram(ROOT, [file]), file, names);
}

test(
  "what zod infers is written out, by name where it has one, with its comments",
  () => {
    expect(write(["BrowserName", "Thing", "Box"])).toMatchInlineSnapshot(`
      "export type BrowserName = "chrome" | "firefox" | "ie" | "opera";

      /** A thing. */
      export type Thing = {
        on: null | boolean;
        "with-dash": "x";
        pair: [number, string];
        /** How many. */
        count?: number;
      };

      /** A box. */
      export type Box = {
        /** What is in it. */
        things: Thing[];
        byName: Record<string, Thing>;
        support: Partial<Record<BrowserName, {
          since: string;
        }>>;
        either: (string | number)[];
      };

      /** A feature of which something is said for these browsers. */
      export type FeatureIn<B extends BrowserName> = Omit<CompatFeature, "support"> & { support: Record<B, SupportStatement> };
      "
    `);
    expect(() => write(["Nothing"])).toThrow(/exports no type Nothing$/);
  },
  LIMIT_MS,
);
