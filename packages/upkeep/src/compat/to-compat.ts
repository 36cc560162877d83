import { type Compat, CompatSchema, type PackageSource } from "@wasclean/schema";
import { z } from "zod";
import type { BrowserCompatData, WebFeatures } from "./inputs.ts";
import { listKeys, toFeature } from "./to-features.ts";

/**
 * The compatibility of one interface of browser-compat-data's `api` and of its members.
 * @throws {Error} if a package has a value that the schema does not allow.
 */
export function toCompat(name: string, bcd: BrowserCompatData, webFeatures: WebFeatures): Compat {
  const { version, license } = webFeatures;
  const features = listKeys(bcd, `api.${name}`).map(([key, statement]) => [
    key,
    toFeature(key, statement, webFeatures),
  ]);
  const compat = {
    $schema: "../json-schema/compat.json",
    name,
    sources: { bcd: toBcdSource(bcd), "web-features": { package: "web-features", version, license } },
    features: Object.fromEntries(features),
  };
  return parse(CompatSchema, compat, name);
}

/** The source of values from browser-compat-data. */
export function toBcdSource({ data: { __meta }, license }: BrowserCompatData): PackageSource {
  const date = __meta.timestamp.slice(0, "2020-01-31".length);
  return { package: "@mdn/browser-compat-data", version: __meta.version, date, license };
}

/** Parses a value with a schema. @throws {Error} that names the values which do not match. */
export function parse<T extends z.ZodType>(schema: T, value: unknown, name: string): z.infer<T> {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const remedy =
    "See whether the package has changed its vocabulary; packages/schema/src/bcd-statement.ts or compat.ts has to know it.";
  throw new Error(`${name} does not fit its schema.\n${z.prettifyError(result.error)}\n${remedy}`);
}
