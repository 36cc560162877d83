import { describe, expect, test } from "vitest";
import { toJsonTypes } from "./json-types.ts";

const KEYS = { endings: ["a", "b", "c"], browsers: ["chrome", "ie"] };

describe("the types of a JSON file", () => {
  test.each<[string, unknown, string]>([
    ["close-codes.json", {}, "declare const data: schema.CloseCodes;\nexport = data;\n"],
    ["endings.json", [], "(schema.Ending & { id: schema.EndingId })[]"],
    ["computed/differences.json", {}, "engines: Record<schema.EngineId, schema.ObservedEngine>"],
    ["computed/drift.json", { drift: { "api.X": {} } }, 'drift: Record<"api.X", '],
    ["observations/x.json", { results: { a: 1, b: 1, c: 1 }, notMeasured: {} }, "results: Record<schema.EndingId, "],
    ["observations/x.json", { results: { a: 1, b: 1, c: 1 }, notMeasured: {} }, "notMeasured: Record<never, string>"],
    [
      "observations/x.json",
      { results: { b: 1 }, notMeasured: { c: "" } },
      'Record<Exclude<schema.EndingId, "a" | "c">, ',
    ],
    ["observations/x.json", { results: { b: 1 }, notMeasured: { c: "" } }, 'notMeasured: Record<"c", string>'],
    ["compat/X.json", compat({ chrome: {}, ie: {} }), '  "api.X.y": schema.FeatureIn<schema.BrowserName>;\n'],
    ["compat/X.json", compat({ chrome: {} }), 'schema.FeatureIn<Exclude<schema.BrowserName, "ie">>'],
    ["compat/X.json", compat({}), 'import type * as schema from "../schema.js";\n'],
  ])("%s %j: %s", (file, content, text) => expect(toJsonTypes(file, content, KEYS)).toContain(text));

  test("a file that nobody has thought of", () => {
    expect(() => toJsonTypes("colours.json", {}, KEYS)).toThrow(/^colours\.json: say in .* what its types are$/);
  });
});

function compat(support: object) {
  return { name: "X", features: { "api.X.y": { support } } };
}
