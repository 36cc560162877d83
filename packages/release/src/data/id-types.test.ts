import { expect, test } from "vitest";
import { toIdTypes } from "./id-types.ts";

test("ids and keys of features become unions", () => {
  const compats = [
    { name: "X", features: { "api.X": {}, "api.X.y": {} } },
    { name: "Z", features: { "api.Z": {} } },
  ];
  expect(toIdTypes({ EngineId: [{ id: "a" }, { id: "b" }] }, compats)).toBe(`export type EngineId = "a" | "b";
export type XKey = "api.X" | "api.X.y";
export type ZKey = "api.Z";
/** A feature: one of browser-compat-data's keys. */
export type FeatureKey = XKey | ZKey;
`);
});
