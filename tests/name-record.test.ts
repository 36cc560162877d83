import { expect, test } from "vitest";
import { z } from "zod";
import { nameRecord } from "../packages/schema/src/name-record.ts";

const NAMES = ["a", "__proto__", "constructor", "toString", "hasOwnProperty", "valueOf", "__defineGetter__"];
const schema = z.strictObject({ names: nameRecord(z.int()).describe("By name.") });

test("a record of names keeps every key in its place, in JSON too", () => {
  const json = JSON.stringify({ names: Object.fromEntries(NAMES.map((name, index) => [name, index])) });
  expect(json).toContain('"__proto__":1');
  expect(JSON.stringify(schema.parse(JSON.parse(json)))).toBe(json);
  expect(JSON.stringify(schema.optional().parse(JSON.parse(json)))).toBe(json);
  expect(({} as Record<string, unknown>).a).toBeUndefined();
});

test("the value of each key is checked", () => {
  for (const name of NAMES) {
    const result = schema.safeParse({ names: Object.fromEntries([[name, "one"]]) });
    expect(result.error?.issues[0]?.path, name).toEqual(["names", name]);
  }
  for (const value of [null, 1, [], "x"]) expect(schema.safeParse({ names: value }).success).toBe(false);
});

test("its JSON Schema is that of zod's record", () => {
  const plain = z.strictObject({ names: z.record(z.string(), z.int()).describe("By name.") });
  expect(z.toJSONSchema(schema)).toEqual(z.toJSONSchema(plain));
});
