import { z } from "zod";

/** A file of the package, and the schema of its content. */
export interface DescribedFile {
  /** Its path, as readers import it. */
  file: string;
  schema: z.ZodType;
  /** A description in place of the schema's. */
  description?: string;
  /** Whether the file is a list of such records. */
  isList?: true;
}

type JsonSchema = z.core.JSONSchema.BaseSchema;

/**
 * The field reference in Markdown: a table for each file, and one for each record that several fields share.
 * @throws {Error} that lists the fields and records without a description.
 */
export function fieldReference(files: readonly DescribedFile[]): string {
  const reference = new Reference();
  const sections = files.map(({ file, schema, isList, description }) => {
    const root = reference.add(schema);
    const text = `${description ?? reference.describe(root, file)}${isList ? " The file is a list of these." : ""}`;
    return `### \`${file}\`\n\n${text}\n\n${reference.tables(root, file)}`;
  });
  const shared: string[] = [];
  // A record may name another one, which is appended and visited in turn.
  for (const name of reference.shared) {
    const record = reference.definition(name);
    shared.push(`### ${name}\n\n${reference.describe(record, name)}\n\n${reference.tables(record, name)}`);
  }
  reference.assertDescribed();
  return `${sections.join("\n")}\n## Records that several fields share\n\n${shared.join("\n")}`;
}

class Reference {
  /** Names of the records that a field links to, in the order in which they were met. */
  readonly shared: string[] = [];
  readonly #definitions: Record<string, JsonSchema> = {};
  /** Fields and records without a description. */
  readonly #silent: string[] = [];

  /** The JSON Schema of a zod schema, whose definitions are known from now on. */
  add(schema: z.ZodType): JsonSchema {
    const { $defs, ...root } = z.toJSONSchema(schema);
    Object.assign(this.#definitions, $defs);
    return this.#resolve(root);
  }

  definition(name: string): JsonSchema {
    return this.#resolve({ $ref: `#/$defs/${name}` });
  }

  describe({ description }: JsonSchema, owner: string): string {
    if (description === undefined) this.#silent.push(owner);
    return description ?? "";
  }

  /** A table for each kind of record that the schema allows. */
  tables(schema: JsonSchema, owner: string): string {
    const kinds = alternativesOf(schema) ?? [schema];
    return kinds.map((kind) => toTable(this.#rowsOf(this.#resolve(kind), "", owner))).join("\n");
  }

  assertDescribed(): void {
    if (this.#silent.length === 0) return;
    throw new Error(`packages/schema/src: describe ${this.#silent.join(", ")} with .describe("…").`);
  }

  #rowsOf({ properties = {}, required = [] }: JsonSchema, prefix: string, owner: string): Row[] {
    return Object.entries(properties as Record<string, JsonSchema>).flatMap(([name, field]) => {
      const path = `${prefix}${name}`;
      const type = `${this.#typeOf(field)}${required.includes(name) ? "" : ", optional"}`;
      const meaning = this.describe({ ...this.#resolve(field), ...field }, `${owner}: ${path}`);
      const inner = this.#objectsIn(field, path).flatMap(([place, object]) => this.#rowsOf(object, `${place}.`, owner));
      return [{ path, type, meaning }, ...inner];
    });
  }

  /** A type in Markdown; records with a name become links. */
  #typeOf(schema: JsonSchema): string {
    const { $ref, type, items, prefixItems, additionalProperties, properties } = schema;
    const target = this.#resolve(schema);
    if ($ref !== undefined) return this.#isRecord(target) ? this.#linkTo($ref) : this.#typeOf(target);
    const alternatives = alternativesOf(schema);
    if (alternatives) return join(alternatives.map((one) => this.#typeOf(one)));
    if (prefixItems) return `[${prefixItems.map((item) => this.#typeOf(item as JsonSchema)).join(", ")}]`;
    if (type === "array") return `list of ${this.#typeOf(items as JsonSchema)}`;
    if (type === "object" && !properties) return `record of ${this.#typeOf(additionalProperties as JsonSchema)}`;
    const literals = "const" in schema ? [schema.const] : schema.enum;
    return join((literals?.map((literal) => JSON.stringify(literal)) ?? [type].flat()).map((word) => `\`${word}\``));
  }

  #linkTo($ref: string): string {
    const name = nameOf($ref);
    if (!this.shared.includes(name)) this.shared.push(name);
    return `[${name}](#${name.toLowerCase()})`;
  }

  /** The records without a name in a field, by their paths: `[]` for the elements of a list, `.*` for the values of a record. */
  #objectsIn(schema: JsonSchema, path: string): [path: string, object: JsonSchema][] {
    const target = this.#resolve(schema);
    if (target !== schema) return this.#isRecord(target) ? [] : this.#objectsIn(target, path);
    if (schema.properties) return [[path, schema]];
    const { items, additionalProperties } = schema;
    return [
      ...(alternativesOf(schema) ?? []).flatMap((one) => this.#objectsIn(one, path)),
      ...(typeof items === "object" ? this.#objectsIn(items as JsonSchema, `${path}[]`) : []),
      ...(typeof additionalProperties === "object" ? this.#objectsIn(additionalProperties, `${path}.*`) : []),
    ];
  }

  #isRecord(schema: JsonSchema): boolean {
    const kinds = alternativesOf(schema) ?? [schema];
    return kinds.every((kind) => this.#resolve(kind).properties !== undefined);
  }

  #resolve(schema: JsonSchema): JsonSchema {
    return schema.$ref === undefined ? schema : (this.#definitions[nameOf(schema.$ref)] ?? schema);
  }
}

const nameOf = ($ref: string) => $ref.replace("#/$defs/", "");

const alternativesOf = ({ oneOf, anyOf }: JsonSchema) => (oneOf ?? anyOf) as JsonSchema[] | undefined;

/** Alternatives in words; a comma ends the list or record before it. */
const join = (types: readonly string[]) =>
  types.reduce((text, type) => `${text}${/(list|record) of \S+$/.test(text) ? "," : ""} or ${type}`);

/** A field of a record. */
interface Row {
  path: string;
  /** In Markdown. */
  type: string;
  meaning: string;
}

function toTable(rows: readonly Row[]): string {
  const cell = (text: string) => text.replaceAll("|", "\\|");
  const lines = rows.map(({ path, type, meaning }) => `| \`${path}\` | ${cell(type)} | ${cell(meaning)} |`);
  return `| field | type | meaning |\n| --- | --- | --- |\n${lines.join("\n")}\n`;
}
