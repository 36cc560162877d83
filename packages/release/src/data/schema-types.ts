import { compile, type JSONSchema } from "json-schema-to-typescript";

/** A JSON Schema (2020-12) as it stands in a file: its title is the name of its type. */
export type JsonSchema = Record<string, unknown> & { title: string; $defs?: Definitions };

type Definitions = Record<string, object>;

/** A feature of a compatibility file, with the browsers that the file knows something of. */
const FEATURE_IN = `/** A feature with support statements for these browsers. */
export type FeatureIn<B extends BrowserName> = Omit<CompatFeature, "support"> & { support: Record<B, SupportStatement> };
`;

/** Declarations of the records that JSON Schemas describe: a type for each schema and for each of its definitions. */
export async function toSchemaTypes(schemas: readonly JsonSchema[]): Promise<string> {
  const definitions: Definitions = Object.fromEntries(
    schemas.flatMap(({ $schema: _, $defs = {}, title, ...root }) => [...Object.entries($defs), [title, root]]),
  );
  const text = await compile({ $defs: convert(definitions, definitions) } as JSONSchema, ROOT, {
    additionalProperties: false,
    bannerComment: "",
    unreachableDefinitions: true,
    style: { printWidth: 120 },
  });
  return `${text.replace(ROOT_TYPE, "").replace(COMMENT, "$1/** $2 */")}\n${FEATURE_IN}`;
}

/** The converter wants a type for the whole, which is nothing but its definitions, and says so in their comments. */
const ROOT = "AllDefinitions";
const ROOT_TYPE = /export interface AllDefinitions \{[^}]*\}\n/;
const COMMENT = /^( *)\/\*\*\n *\* (.*)\n(?: *\*\n *\* This interface was referenced by .*\n.*\n)? *\*\//gm;

/** The same schema in the words that the converter knows: those of draft 7, without the lengths of lists, which are not in the types. */
function convert(schema: unknown, definitions: Definitions): unknown {
  if (Array.isArray(schema)) return schema.map((one) => convert(one, definitions));
  if (typeof schema !== "object" || schema === null) return schema;
  const { $ref, prefixItems, items, minItems, maxItems, ...rest } = Object.fromEntries(
    Object.entries(schema).map(([keyword, value]) => [keyword, convert(value, definitions)]),
  );
  return {
    ...rest,
    ...($ref !== undefined && { allOf: [{ $ref }] }),
    ...(prefixItems !== undefined ? { items: prefixItems, minItems, maxItems } : items !== undefined && { items }),
    ...toRecordType(schema, definitions),
  };
}

/** The type of a record whose keys are those of an enumeration: the converter takes no notice of `propertyNames`. */
function toRecordType(schema: object, definitions: Definitions): { tsType?: string } {
  const { propertyNames, additionalProperties, required } = schema as Record<string, { $ref?: string } | undefined>;
  const [keys, values] = [nameIn(propertyNames), nameIn(additionalProperties)];
  if (keys === undefined || values === undefined || !("enum" in (definitions[keys] ?? {}))) return {};
  const record = `Record<${keys}, ${values}>`;
  return { tsType: required ? record : `Partial<${record}>` };
}

const nameIn = (schema: { $ref?: string } | undefined) => schema?.$ref?.replace("#/$defs/", "");
