import type { CompatStatement } from "@mdn/browser-compat-data/types";
import { expect, test } from "vitest";
import type { BrowserCompatData } from "./inputs.ts";
import { readBrowserCompatData, readWebFeatures } from "./read-inputs.ts";
import { toCompat } from "./to-compat.ts";

const bcd = readBrowserCompatData();
const webFeatures = readWebFeatures();

/** browser-compat-data with one key only, `api.Thing`. */
function withThing(statement: object): BrowserCompatData {
  const thing = { source_file: "api/Thing.json", support: {}, ...statement } as CompatStatement;
  const api = { Thing: { __compat: thing } } as unknown as BrowserCompatData["data"]["api"];
  return { ...bcd, data: { ...bcd.data, api } };
}
const thingOf = (statement: object) => toCompat("Thing", withThing(statement), webFeatures).features["api.Thing"];

test.each<[string, object]>([
  ["a range", { support: { chrome: { version_added: "≤37" } } }],
  ["preview", { support: { firefox: { version_added: "preview" } } }],
  ["a list of statements", { support: { firefox: [{ version_added: "11" }, { version_added: "7", prefix: "Moz" }] } }],
  ["removed", { support: { opera: { version_added: "11", version_last: "12", version_removed: "12.1" } } }],
  ["another name", { support: { ie: { version_added: "9", alternative_name: "msThing" } } }],
  [
    "in part, with notes",
    { support: { edge: { version_added: "12", partial_implementation: true, notes: ["A", "B"] } } },
  ],
  [
    "a flag",
    {
      support: {
        chrome: { version_added: "60", flags: [{ type: "preference", name: "#x", value_to_set: "Enabled" }] },
      },
    },
  ],
  ["addresses", { spec_url: ["https://a.example/#②", "https://b.example/"], support: {} }],
  ["a bug", { support: { safari: { version_added: false, impl_url: "https://webkit.org/b/1" } } }],
  ["no browser at all", { support: {} }],
])("%s is kept as it is", (_, statement) => {
  expect(thingOf(statement)).toEqual({ ...statement, source: "bcd", baseline: null });
});

test.each<[string, object, RegExp]>([
  ["a new browser", { support: { ladybird: { version_added: "1" } } }, /ladybird[\s\S]*has to know it/],
  [
    "a new field",
    { support: { chrome: { version_added: "1", since: "1" } } },
    /Thing does not fit[\s\S]*packages\/schema\/src\/bcd-statement\.ts or compat/,
  ],
  ["a new value", { support: { chrome: { version_added: true } } }, /Thing does not fit/],
  ["another word", { support: { chrome: { version_added: "soon" } } }, /Thing does not fit/],
])("%s is refused with a remedy", (_, statement, message) => {
  expect(() => thingOf(statement)).toThrow(message);
});

test("an interface that is not there is refused", () => {
  expect(() => toCompat("CloseEvnt", bcd, webFeatures)).toThrow(/has no api\.CloseEvnt: was it renamed\?/);
});

test("a feature without a status of its own for a key gives the feature's", () => {
  const status = { baseline: "low", baseline_low_date: "≤2020-01-01", support: {} };
  const things = { kind: "feature", compat_features: ["api.Thing"], status } as unknown;
  const other = { ...webFeatures, features: { things } as typeof webFeatures.features };
  expect(toCompat("Thing", withThing({}), other).features["api.Thing"]?.baseline).toEqual({
    feature: "things",
    baseline: "low",
    baseline_low_date: "≤2020-01-01",
    source: "web-features",
  });
});
