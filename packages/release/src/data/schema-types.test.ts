import { expect, test } from "vitest";
import { type JsonSchema, toSchemaTypes } from "./schema-types.ts";

const BROWSERS = { type: "string", enum: ["chrome", "ie"], description: "A browser." };
const THING = {
  type: "object",
  description: "A thing.",
  properties: {
    count: { type: "integer", description: "How many." },
    on: { type: ["boolean", "null"] },
    "with-dash": { const: "x" },
    pair: {
      type: "array",
      prefixItems: [{ type: "number" }, { type: "string" }],
      items: false,
      minItems: 2,
      maxItems: 2,
    },
  },
  required: ["on", "with-dash", "pair"],
  additionalProperties: false,
};
const record = (keys: string) => ({
  type: "object",
  propertyNames: { $ref: `#/$defs/${keys}` },
  additionalProperties: { $ref: "#/$defs/Thing" },
});
const BOX: JsonSchema = {
  $schema: "https://json-schema.org/draft/2020-12/schema",
  title: "Box",
  description: "A box.",
  type: "object",
  properties: {
    things: { type: "array", minItems: 1, items: { $ref: "#/$defs/Thing" }, description: "Its content." },
    best: { $ref: "#/$defs/Thing", description: "The best of them." },
    byKey: record("Key"),
    byBrowser: record("BrowserName"),
    byEveryBrowser: { ...record("BrowserName"), required: ["chrome", "ie"] },
  },
  required: ["things", "best", "byKey", "byBrowser", "byEveryBrowser"],
  additionalProperties: false,
  $defs: { Thing: THING, BrowserName: BROWSERS, Key: { type: "string", description: "A key." } },
};

test("records become types by name, with the descriptions of their fields", async () => {
  expect(await toSchemaTypes([BOX])).toMatchInlineSnapshot(`
    "/** A browser. */
    export type BrowserName = "chrome" | "ie";
    /** A key. */
    export type Key = string;

    /** A thing. */
    export interface Thing {
      /** How many. */
      count?: number;
      on: boolean | null;
      "with-dash": "x";
      /**
       * @minItems 2
       * @maxItems 2
       */
      pair: [number, string];
    }
    /** A box. */
    export interface Box {
      /** Its content. */
      things: Thing[];
      /** The best of them. */
      best: Thing;
      byKey: {
        [k: string]: Thing;
      };
      byBrowser: Partial<Record<BrowserName, Thing>>;
      byEveryBrowser: Record<BrowserName, Thing>;
    }

    /** A feature with support statements for these browsers. */
    export type FeatureIn<B extends BrowserName> = Omit<CompatFeature, "support"> & { support: Record<B, SupportStatement> };
    "
  `);
});
