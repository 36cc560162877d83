import ts from "typescript";

/**
 * A declaration file for a module whose types come of a library, such as zod: the types that a text uses, with nothing
 * left to infer.
 * @throws {Error} for what is no type alias, and for one that goes round in a circle.
 */
export function writeOutTypes(program: ts.Program, specifier: string, users: string, from: string): string {
  const checker = program.getTypeChecker();
  const symbol = checker.getSymbolAtLocation(findModule(program, specifier, from));
  const exported = symbol ? checker.getExportsOfModule(symbol) : [];
  const used = exported.filter(({ name }) => new RegExp(`\\b${name}\\b`).test(users));
  return used.map((each) => writeOut(checker, each, specifier)).join("\n");
}

function findModule(program: ts.Program, specifier: string, from: string): ts.SourceFile {
  const { resolvedModule } = ts.resolveModuleName(specifier, from, program.getCompilerOptions(), ts.sys);
  const file = resolvedModule && program.getSourceFile(resolvedModule.resolvedFileName);
  if (file === undefined) throw new Error(`The types of ${specifier} are public, but it is no module of TypeScript`);
  return file;
}

const { NoTruncation, InTypeAlias, MultilineObjectLiterals } = ts.NodeBuilderFlags;
const IN_FULL = NoTruncation | InTypeAlias | MultilineObjectLiterals;

function writeOut(checker: ts.TypeChecker, symbol: ts.Symbol, specifier: string): string {
  const target = symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
  const [declaration] = target.declarations ?? [];
  const node = checker.typeToTypeNode(checker.getDeclaredTypeOfSymbol(target), undefined, IN_FULL);
  const text =
    node && declaration && ts.createPrinter().printNode(ts.EmitHint.Unspecified, node, declaration.getSourceFile());
  if (!(target.flags & ts.SymbolFlags.TypeAlias) || text === undefined || /\bany\b|\.\.\./.test(text)) {
    throw new Error(`${specifier}: ${symbol.name} is public and cannot be written out as one type`);
  }
  const comment = ts.displayPartsToString(target.getDocumentationComment(checker));
  return `${comment && `/** ${comment} */\n`}export type ${symbol.name} = ${text};\n`;
}
