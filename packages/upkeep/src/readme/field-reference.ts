import ts from "typescript";
import { inSourceOrder, type Row, tableOf, typeText } from "./field-table.ts";
import { docOf, type SchemaType, type SchemaTypes } from "./schema-types.ts";
import { partsOf } from "./type-parts.ts";

/** A file of the package, and the type of what is in it. */
export interface DescribedFile {
  /** As readers import it. */
  file: string;
  /** A schema's name without `Schema`, or a further type. */
  type: string;
  /** What is in it, where the schema does not say. */
  doc?: string;
  /** Whether the file is a list of such records. */
  isList?: true;
}

/**
 * The field reference in Markdown: a table for each file, and one for each record that several fields share.
 * @throws {Error} that lists the fields without a doc comment.
 */
export function fieldReference(files: readonly DescribedFile[], types: SchemaTypes): string {
  const reference = new Reference(types);
  const sections = files.map(({ file, type, isList, ...own }) => {
    const { doc, text } = reference.section(type);
    return `### \`${file}\`\n\n${own.doc ?? doc}${isList ? " The file is a list of these." : ""}\n\n${text}`;
  });
  const shared: string[] = [];
  // A record may name another one, which is appended and visited in turn.
  for (const name of reference.shared) {
    const { doc, text } = reference.section(name);
    shared.push(`#### ${name}\n\n${doc}\n\n${text}`);
  }
  reference.throwIfSilent();
  return `${sections.join("\n")}\n### Records that several fields share\n\n${shared.join("\n")}`;
}

class Reference {
  /** Names of records that a field links to, in the order in which they were met. */
  readonly shared: string[] = [];
  readonly #checker: ts.TypeChecker;
  readonly #byName: ReadonlyMap<string, SchemaType>;
  /** By their fields, written out: the compiler does not keep their names. */
  readonly #byText: ReadonlyMap<string, SchemaType>;
  /** Fields without a doc comment. */
  readonly #silent: string[] = [];

  constructor({ checker, types }: SchemaTypes) {
    this.#checker = checker;
    this.#byName = new Map(types.map((type) => [type.name, type]));
    this.#byText = new Map(types.map((type) => [this.#textOf(type.type), type]));
  }

  section(name: string): { doc: string; text: string } {
    const found = this.#byName.get(name);
    if (found === undefined) throw new Error(`packages/schema/src exports no type "${name}"`);
    if (found.doc === "" && this.shared.includes(name)) this.#silent.push(`${name}Schema`);
    const { objects } = partsOf(found.type, this.#checker);
    const tables = objects.map((type) => tableOf(this.#rowsOf(type, "", name)));
    return { doc: found.doc, text: tables.join("\n") };
  }

  throwIfSilent(): void {
    if (this.#silent.length === 0) return;
    throw new Error(
      `packages/schema/src: no doc comment on ${this.#silent.join(", ")}. Say in one line what each means.`,
    );
  }

  #rowsOf(type: ts.Type, prefix: string, owner: string): Row[] {
    return inSourceOrder(this.#checker.getPropertiesOfType(type)).flatMap((property) => {
      const path = `${prefix}${property.name}`;
      const { objects, words, instead, suffix } = partsOf(this.#checker.getTypeOfSymbol(property), this.#checker);
      const names = objects.map((object) => this.#byText.get(this.#textOf(object)));
      const whole = this.#byText.get(this.#unionText(objects));
      const shared = whole ? [whole] : names.every((name) => name !== undefined) ? (names as SchemaType[]) : [];
      for (const { name } of shared) if (!this.shared.includes(name)) this.shared.push(name);
      const links = shared.map(({ name }) => `[${name}](#${name.toLowerCase()})`);
      const what = objects.length === 0 ? [] : links.length > 0 ? links : ["object"];
      const isOptional = Boolean(property.flags & ts.SymbolFlags.Optional);
      const meaning = docOf(property, this.#checker) || (shared[0]?.doc ?? "");
      if (meaning === "") this.#silent.push(`${owner}: ${path}`);
      const row = {
        path,
        type: typeText([...what, ...words], suffix, isOptional ? `${instead}, optional` : instead),
        meaning,
      };
      const inner = shared.length > 0 ? [] : objects;
      return [
        row,
        ...inner.flatMap((object) => this.#rowsOf(object, `${path}${suffix}${this.#kindOf(object, objects)}.`, owner)),
      ];
    });
  }

  /** Which of several kinds of record a field belongs to: `(do: "close")`. */
  #kindOf(object: ts.Type, objects: readonly ts.Type[]): string {
    if (objects.length < 2) return "";
    const property = this.#checker
      .getPropertiesOfType(object)
      .find((each) => this.#checker.getTypeOfSymbol(each).isStringLiteral());
    return property
      ? ` (${property.name}: ${this.#checker.typeToString(this.#checker.getTypeOfSymbol(property))})`
      : "";
  }

  #unionText(objects: readonly ts.Type[]): string {
    return objects.map((object) => this.#textOf(object)).join(" | ");
  }

  #textOf(type: ts.Type): string {
    const { NoTruncation, InTypeAlias, NoTypeReduction } = ts.TypeFormatFlags;
    const members = type.isUnion() ? type.types : [type];
    return members
      .map((member) => this.#checker.typeToString(member, undefined, NoTruncation | InTypeAlias | NoTypeReduction))
      .join(" | ");
  }
}
