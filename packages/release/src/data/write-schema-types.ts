import ts from "typescript";

/** What a compatibility file says of a feature, with the browsers that it says something of. */
const FEATURE_IN = `/** A feature of which something is said for these browsers. */
export type FeatureIn<B extends BrowserName> = Omit<CompatFeature, "support"> & { support: Record<B, SupportStatement> };
`;

/**
 * Declarations of the named types of a module, which infers them from zod: written out, by name where one is in
 * another, with the comments of their fields. Nothing of zod is left.
 * @throws {Error} for a name that there is not.
 */
export function writeSchemaTypes(program: ts.Program, module: string, names: readonly string[]): string {
  const checker = program.getTypeChecker();
  const file = program.getSourceFile(module);
  const symbol = file && checker.getSymbolAtLocation(file);
  const exported = new Map((symbol ? checker.getExportsOfModule(symbol) : []).map((each) => [each.name, each]));
  const declared = names.map((name) => {
    const alias = exported.get(name);
    if (!alias) throw new Error(`${module} exports no type ${name}`);
    const target = alias.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(alias) : alias;
    return {
      name,
      type: checker.getDeclaredTypeOfSymbol(target),
      comment: commentOf(schemaOf(name, exported) ?? target, checker),
    };
  });
  const known = new Map(declared.map(({ name, type }) => [type, name]));
  const texts = declared.map(({ name, type, comment }) => {
    const others = new Map([...known].filter(([other]) => other !== type));
    return `${comment}export type ${name} = ${print(type, { checker, known: others, indent: "" })};\n`;
  });
  return [...texts, FEATURE_IN].join("\n");
}

/** The comment stands above the schema that the type is inferred from. */
const schemaOf = (name: string, exported: Map<string, ts.Symbol>) => exported.get(`${name}Schema`);

interface Context {
  checker: ts.TypeChecker;
  known: ReadonlyMap<ts.Type, string>;
  indent: string;
}

function print(type: ts.Type, context: Context): string {
  const { checker, known } = context;
  const name = known.get(type);
  if (name !== undefined) return name;
  if (type.isUnion()) return printUnion(type, context);
  if (checker.isTupleType(type))
    return `[${elementsOf(type, checker)
      .map((each) => print(each, context))
      .join(", ")}]`;
  if (checker.isArrayType(type))
    return elementsOf(type, checker)
      .map((each) => printElement(each, context))
      .join("");
  return type.flags & ts.TypeFlags.Object ? printObject(type, context) : checker.typeToString(type);
}

const elementsOf = (type: ts.Type, checker: ts.TypeChecker) => checker.getTypeArguments(type as ts.TypeReference);

function printElement(type: ts.Type, context: Context): string {
  const text = print(type, context);
  return type.isUnion() && !context.known.has(type) && text.includes(" ") ? `(${text})[]` : `${text}[]`;
}

/** TypeScript takes `boolean` for a union of two. */
function printUnion({ types }: ts.UnionType, context: Context): string {
  const texts = types.filter(({ flags }) => !(flags & ts.TypeFlags.Undefined)).map((each) => print(each, context));
  const isBoolean = texts.includes("true") && texts.includes("false");
  const parts = isBoolean ? [...texts.filter((text) => text !== "true" && text !== "false"), "boolean"] : texts;
  return parts.join(" | ");
}

function printObject(type: ts.Type, context: Context): string {
  const { checker, indent } = context;
  const [index] = checker.getIndexInfosOfType(type);
  if (index) return `Record<${print(index.keyType, context)}, ${print(index.type, context)}>`;
  const properties = checker.getPropertiesOfType(type);
  if (properties.length > MOST_ALIKE && isAlike(properties, checker)) return printAlike(properties, context);
  const inner = { ...context, indent: `${indent}  ` };
  const members = properties.map((property) => {
    const mark = property.flags & ts.SymbolFlags.Optional ? "?" : "";
    const key = /^[\w$]+$/.test(property.name) ? property.name : JSON.stringify(property.name);
    const comment = commentOf(property, checker, inner.indent);
    return `${comment}${inner.indent}${key}${mark}: ${print(checker.getTypeOfSymbol(property), inner)};\n`;
  });
  return `{\n${members.join("")}${indent}}`;
}

/** More properties of one type than this are a record. */
const MOST_ALIKE = 3;

const isAlike = (properties: ts.Symbol[], checker: ts.TypeChecker) =>
  new Set(properties.map((each) => checker.getTypeOfSymbol(each))).size === 1 &&
  new Set(properties.map(({ flags }) => flags & ts.SymbolFlags.Optional)).size === 1 &&
  properties.every((each) => commentOf(each, checker) === "");

function printAlike(properties: ts.Symbol[], context: Context): string {
  const { checker } = context;
  const names = properties.map(({ name }) => name);
  const union = [...context.known].find(([type]) => type.isUnion() && isUnionOf(type, names))?.[1];
  const [first] = properties;
  const value = first ? print(checker.getTypeOfSymbol(first), context) : "never";
  const record = `Record<${union ?? names.map((name) => JSON.stringify(name)).join(" | ")}, ${value}>`;
  return first && first.flags & ts.SymbolFlags.Optional ? `Partial<${record}>` : record;
}

const isUnionOf = ({ types }: ts.UnionType, names: readonly string[]) =>
  types.length === names.length && types.every((type) => type.isStringLiteral() && names.includes(type.value));

function commentOf(symbol: ts.Symbol, checker: ts.TypeChecker, indent = ""): string {
  const text = ts.displayPartsToString(symbol.getDocumentationComment(checker)).replace(/\s*\n\s*/g, " ");
  return text && `${indent}/** ${text} */\n`;
}
