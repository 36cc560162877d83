import ts from "typescript";

/** What a field's type is made of, as far as a table shows it. */
export interface TypeParts {
  /** Records with fields, one for each kind of record that may stand here. */
  objects: ts.Type[];
  /** Everything else, in words: `string`, `null`, `"yes"`. */
  words: string[];
  /** What else may stand in place of a list or record. */
  instead: string;
  /** The brackets behind the field's path: `[]` for the elements of an array, `.*` for a record's values. */
  suffix: string;
}

/** Takes a type apart, through arrays and records down to what has fields. */
export function partsOf(type: ts.Type, checker: ts.TypeChecker): TypeParts {
  const members = (type.isUnion() ? type.types : [type]).filter(({ flags }) => !(flags & ts.TypeFlags.Undefined));
  const hasFields = ({ flags }: ts.Type) => Boolean(flags & (ts.TypeFlags.Object | ts.TypeFlags.Intersection));
  const simple = members.filter((member) => !hasFields(member));
  const objects = members.filter(hasFields);
  const words = wordsOf(simple, checker);
  const [only] = objects;
  if (only === undefined || objects.length > 1) return unionOf(objects, words, checker);
  if (checker.isTupleType(only))
    return { objects: [], words: [checker.typeToString(only), ...words], instead: "", suffix: "" };
  const inner = checker.isArrayType(only) ? checker.getTypeArguments(only as ts.TypeReference)[0] : recordValueOf(only);
  if (inner === undefined) return { objects: [only], words, instead: "", suffix: "" };
  const parts = partsOf(inner, checker);
  const suffix = `${checker.isArrayType(only) ? "[]" : ".*"}${parts.suffix}`;
  return { ...parts, suffix, instead: [parts.instead, ...words.map((word) => `, or \`${word}\``)].join("") };
}

/** One thing or several of it is told as that; other unions are records of several kinds. */
function unionOf(objects: ts.Type[], words: string[], checker: ts.TypeChecker): TypeParts {
  const array = objects.find((member) => checker.isArrayType(member));
  if (array !== undefined) return { ...partsOf(array, checker), instead: ", or one alone" };
  const tuples = objects.filter((member) => checker.isTupleType(member)).map((member) => checker.typeToString(member));
  const others = objects.filter((member) => !checker.isTupleType(member));
  return { objects: others, words: [...words, ...tuples], instead: "", suffix: "" };
}

/** The type of the values of a `Record`, or of one that need not have every key. */
function recordValueOf(type: ts.Type): ts.Type | undefined {
  const [first, second] = type.aliasTypeArguments ?? [];
  if (type.aliasSymbol?.name === "Record") return second;
  return type.aliasSymbol?.name === "Partial" && first !== undefined ? recordValueOf(first) : undefined;
}

/** In alphabetical order, because the compiler keeps none; `null` last. */
function wordsOf(types: readonly ts.Type[], checker: ts.TypeChecker): string[] {
  const texts = types.map((type) => checker.typeToString(type));
  const both = texts.includes("true") && texts.includes("false");
  const words = both ? [...texts.filter((text) => text !== "true" && text !== "false"), "boolean"] : texts;
  return words.toSorted((a, b) => Number(a === "null") - Number(b === "null") || (a < b ? -1 : 1));
}
