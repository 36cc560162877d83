import { expect, test } from "vitest";
import { formatJson } from "./format-json.ts";

const long = "x".repeat(120);

test.each([
  [{ a: [1, null, "≤37"], b: undefined }, '{"a":[1,null,"≤37"]}\n'],
  [{ a: { b: 1 }, c: undefined, d: long }, `{\n"a":{"b":1},\n"d":"${long}"\n}\n`],
  [{ a: [long, { b: [] }] }, `{\n"a":[\n"${long}",\n{"b":[]}\n]\n}\n`],
])("%j", (value, text) => {
  expect(formatJson(value)).toBe(text);
  expect(JSON.parse(text)).toEqual(value);
});
