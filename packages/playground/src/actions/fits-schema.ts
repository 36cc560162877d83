/** A JSON Schema (2020-12), with the keywords that the schema of a run uses. */
export interface JsonSchema {
  type?: TypeName | readonly TypeName[];
  const?: unknown;
  enum?: readonly unknown[];
  anyOf?: readonly JsonSchema[];
  oneOf?: readonly JsonSchema[];
  properties?: Readonly<Record<string, JsonSchema>>;
  required?: readonly string[];
  additionalProperties?: false;
  items?: JsonSchema;
  minimum?: number;
  exclusiveMinimum?: number;
  maximum?: number;
  maxItems?: number;
  minLength?: number;
  maxLength?: number;
  pattern?: string;
}

type TypeName = "array" | "boolean" | "integer" | "null" | "number" | "object" | "string";

const types: Record<TypeName, (value: unknown) => boolean> = {
  array: Array.isArray,
  boolean: (value) => typeof value === "boolean",
  integer: Number.isInteger,
  null: (value) => value === null,
  number: (value) => typeof value === "number",
  object: (value) => typeof value === "object" && value !== null && !Array.isArray(value),
  string: (value) => typeof value === "string",
};

const hasType = (value: unknown, type: TypeName | readonly TypeName[]) =>
  [type].flat().some((name) => types[name](value));
const fitsSome = (value: unknown, schemas: readonly JsonSchema[]) =>
  schemas.some((schema) => isOfKind(value, schema) && fitsSchema(value, schema));

/** Whether a value has the kind that a schema wants; cheap, as a file may have ten thousand events. */
function isOfKind(value: unknown, { properties }: JsonSchema): boolean {
  const wanted = properties?.kind?.const;
  return wanted === undefined || Object(value).kind === wanted;
}

type Checks = {
  [K in keyof JsonSchema]-?: (value: never, wanted: NonNullable<JsonSchema[K]>, schema: JsonSchema) => boolean;
};

/** A check for each keyword. `type` comes first, so that the other checks get a value of that type. */
const checks: Checks = {
  type: hasType,
  const: (value: unknown, wanted) => value === wanted,
  enum: (value: unknown, wanted) => wanted.includes(value),
  anyOf: fitsSome,
  // The alternatives differ in their constant kind: no value fits two of them.
  oneOf: fitsSome,
  properties: (value: Record<string, unknown>, schemas) =>
    Object.entries(schemas).every(([name, schema]) => !Object.hasOwn(value, name) || fitsSchema(value[name], schema)),
  required: (value: object, names) => names.every((name) => Object.hasOwn(value, name)),
  additionalProperties: (value: object, _, { properties = {} }) =>
    Object.keys(value).every((name) => Object.hasOwn(properties, name)),
  items: (value: unknown[], schema) => value.every((item) => fitsSchema(item, schema)),
  minimum: (value: number, least) => value >= least,
  exclusiveMinimum: (value: number, bound) => value > bound,
  maximum: (value: number, most) => value <= most,
  maxItems: (value: unknown[], most) => value.length <= most,
  minLength: (value: string, least) => value.length >= least,
  maxLength: (value: string, most) => value.length <= most,
  pattern: (value: string, source) => RegExp(source).test(value),
};

/** Whether a value of JSON fits a schema. Lengths of strings are counted in UTF-16 code units, as zod does. */
export function fitsSchema(value: unknown, schema: JsonSchema): boolean {
  return keywordsOf(schema).every((keyword) => {
    const check = checks[keyword] as (...args: unknown[]) => boolean;
    return check(value, schema[keyword], schema);
  });
}

/** A copy of a value that fits a schema, with the properties that the schema names and no other. */
export function pickBySchema(value: unknown, schema: JsonSchema): unknown {
  const alternative = (schema.anyOf ?? schema.oneOf)?.find((each) => isOfKind(value, each) && fitsSchema(value, each));
  if (alternative !== undefined) return pickBySchema(value, alternative);
  const { items, properties } = schema;
  if (Array.isArray(value)) return items ? value.map((item) => pickBySchema(item, items)) : [];
  if (!types.object(value)) return value;
  const given = value as Record<string, unknown>;
  const known = Object.entries(properties ?? {}).filter(([name]) => Object.hasOwn(given, name));
  return Object.fromEntries(known.map(([name, each]) => [name, pickBySchema(given[name], each)]));
}

const known = new WeakMap<JsonSchema, (keyof JsonSchema)[]>();

/** The keywords of a schema that are checked, `type` first. A file has thousands of values for the same schema. */
function keywordsOf(schema: JsonSchema): (keyof JsonSchema)[] {
  let keywords = known.get(schema);
  if (keywords === undefined) {
    keywords = (Object.keys(checks) as (keyof JsonSchema)[]).filter((keyword) => schema[keyword] !== undefined);
    known.set(schema, keywords);
  }
  return keywords;
}
