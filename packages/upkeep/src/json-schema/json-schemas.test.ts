import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { matchesGlob } from "node:path/posix";
import { ENDINGS } from "@wasclean/data/load";
import { ConnectionRecordSchema, FILE_SCHEMAS, ReportSchema } from "@wasclean/schema";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { DATA } from "../generate/read-json.ts";
import type { JsonSchema } from "./json-schema.ts";
import { toJsonSchema } from "./json-schemas.ts";
import { GONE, WRONG_RECORDS } from "./testing/wrong-records.ts";

const ajv = new Ajv2020({ strict: true, strictTypes: false, strictRequired: false, validateFormats: false });
const SCHEMAS = new Map(
  FILE_SCHEMAS.map(({ name, schema }) => [name as string, { zod: schema, ajv: ajv.compile(toJsonSchema(schema)) }]),
);
const FILES = readdirSync(DATA, { recursive: true, encoding: "utf8" })
  .map((path) => path.replaceAll("\\", "/"))
  .flatMap((path) =>
    FILE_SCHEMAS.filter(({ files }) => matchesGlob(path, files)).map(({ name }) => [path, name] as const),
  );

const readText = (file: string) => readFileSync(join(DATA, file), "utf8");
const read = (file: string) => (file === "endings.json" ? structuredClone(ENDINGS) : JSON.parse(readText(file)));

/** Whether each of the two validators takes a value. */
function validate(name: string, value: unknown) {
  const schema = SCHEMAS.get(name);
  return { zod: schema?.zod.safeParse(value).success, jsonSchema: schema?.ajv(value) };
}

const TAKEN = { zod: true, jsonSchema: true };
const REFUSED = { zod: false, jsonSchema: false };

test("there is no other JSON Schema, and every schema has a file that meets it", () => {
  const names = FILE_SCHEMAS.map(({ name }) => name);
  expect(readdirSync(join(DATA, "json-schema")).toSorted()).toEqual(names.map((name) => `${name}.json`).toSorted());
  const stored = FILE_SCHEMAS.filter(({ isPublishedOnly }) => !isPublishedOnly).map(({ name }) => name);
  expect(new Set(FILES.map(([, name]) => name))).toEqual(new Set(stored));
});

test.each(FILES)("%s is what its schemas say", (file, name) => {
  const content = read(file);
  expect(validate(name, content)).toEqual(TAKEN);
  if (content.$schema) expect(join(file, "..", content.$schema)).toBe(`json-schema/${name}.json`);
});

describe("what is refused", () => {
  test.each(FILE_SCHEMAS)("{} as $name", ({ name }) => expect(validate(name, {})).toEqual(REFUSED));

  test("at least one hundred wrong records", () => expect(WRONG_RECORDS.length).toBeGreaterThanOrEqual(100));

  test.each(WRONG_RECORDS)("%s: %s with %s %j", (name, file, path, value) => {
    const wrong = read(file);
    change(wrong, path, value);
    expect(validate(name, wrong)).toEqual(REFUSED);
  });
});

test("a file may name its JSON Schema, and no other word of its own", () => {
  const observations = read("observations/chromium.json");
  expect(validate("observations", { $schema: "x.json", ...observations }).jsonSchema).toBe(true);
  expect(validate("observations", { $scheme: "x.json", ...observations }).jsonSchema).toBe(false);
});

describe("every field is described", () => {
  const SCHEMAS_OF_RECORDS = [
    ...FILE_SCHEMAS.map(({ name, schema }) => ({ name: name as string, schema })),
    { name: "connection", schema: ConnectionRecordSchema },
    { name: "report", schema: ReportSchema },
  ];
  test.each(SCHEMAS_OF_RECORDS)("$name", ({ schema }) => {
    const root = z.toJSONSchema(schema);
    expect(fieldsIn(root).length).toBeGreaterThan(3);
    expect(fieldsIn(root).filter(([, field]) => describedBy(field, root.$defs) === undefined)).toEqual([]);
  });
});

type Fields = [name: string, field: JsonSchema][];

/** Every property of a JSON Schema and of what is in it. */
function fieldsIn(schema: unknown): Fields {
  if (typeof schema !== "object" || schema === null) return [];
  const { properties, type } = schema as JsonSchema;
  const own = type === "object" && properties ? (Object.entries(properties) as Fields) : [];
  return [...own, ...Object.values(schema).flatMap(fieldsIn)];
}

/** The description of a field, or of the definition that it refers to. */
const describedBy = ({ description, $ref = "" }: JsonSchema, definitions: JsonSchema["$defs"]) =>
  description ?? definitions?.[$ref.replace("#/$defs/", "")]?.description;

/** Changes one value; the path's last segment may be new. */
function change(record: object, path: string, value: unknown): void {
  const keys = path.split("/");
  const last = keys.pop() ?? "";
  const place = keys.reduce((at, key) => at[key] as typeof at, record as Record<string, unknown>);
  if (value !== GONE) place[last] = value;
  else if (!Reflect.has(place, last) || !Reflect.deleteProperty(place, last)) throw new Error(`${path} is not there`);
}
