import { resolve } from "node:path";
import ts from "typescript";
import { ROOT as PROJECT } from "../generate/read-json.ts";

const SCHEMA = resolve(PROJECT, "packages/schema/src");
const ROOT = resolve(SCHEMA, "reference.ts"); // is not there: its text is below

/** A record of the schemas, with its type and the first words about it. */
export interface SchemaType {
  name: string;
  type: ts.Type;
  /** The doc comment of its schema; empty where there is none. */
  doc: string;
}

/** The types of the schemas, and the compiler that knows them. */
export interface SchemaTypes {
  checker: ts.TypeChecker;
  types: readonly SchemaType[];
}

/** Every type that `packages/schema/src` exports, as TypeScript knows it, and further ones, each by its name with its text. */
export function readSchemaTypes(further: Readonly<Record<string, string>>): SchemaTypes {
  const aliases = Object.entries(further).map(([name, type]) => `export type ${name} = ${type};\n`);
  const text = `import type { z } from "zod";\nimport type * as schema from "./index.ts";\n${aliases.join("")}`;
  const program = createProgram(text);
  const checker = program.getTypeChecker();
  const named = exportsOf(checker, program, resolve(SCHEMA, "index.ts"));
  const own = exportsOf(checker, program, ROOT);
  return { checker, types: [...named, ...own] };
}

/** The project's own options, for a file that stands in memory only. */
function createProgram(text: string): ts.Program {
  const config = { extends: resolve(PROJECT, "tsconfig.json"), files: [ROOT], include: [] };
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, SCHEMA);
  const host = ts.createCompilerHost(options);
  const { fileExists, readFile } = host;
  host.fileExists = (file) => file === ROOT || fileExists(file);
  host.readFile = (file) => (file === ROOT ? text : readFile(file));
  return ts.createProgram([ROOT], options, host);
}

function exportsOf(checker: ts.TypeChecker, program: ts.Program, file: string): SchemaType[] {
  const source = program.getSourceFile(file);
  const module = source && checker.getSymbolAtLocation(source);
  if (module === undefined) throw new Error(`${file} exports nothing`);
  const symbols = new Map(checker.getExportsOfModule(module).map((symbol) => [symbol.name, symbol]));
  return [...symbols].flatMap(([name, symbol]) => {
    if (!(resolved(symbol, checker).flags & ts.SymbolFlags.TypeAlias)) return [];
    const type = checker.getDeclaredTypeOfSymbol(resolved(symbol, checker));
    const schema = symbols.get(`${name}Schema`);
    return [{ name, type, doc: docOf(schema && resolved(schema, checker), checker) }];
  });
}

const resolved = (symbol: ts.Symbol, checker: ts.TypeChecker) =>
  symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;

/** A doc comment as one line; empty where there is none. */
export const docOf = (symbol: ts.Symbol | undefined, checker: ts.TypeChecker) =>
  ts.displayPartsToString(symbol?.getDocumentationComment(checker)).replaceAll(/\s+/g, " ");
