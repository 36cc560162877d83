import ts from "typescript";

/**
 * A declaration file for a module whose types a library such as zod infers: the types that declarations import from it,
 * with nothing left to infer.
 * @throws {Error} for an import that is not a type alias, and for a type that refers to itself.
 */
export function writeOutTypes(program: ts.Program, specifier: string, users: string, from: string): string {
  const checker = program.getTypeChecker();
  const symbol = checker.getSymbolAtLocation(findModule(program, specifier, from));
  const exported = symbol ? checker.getExportsOfModule(symbol) : [];
  const names = namesImported(users, specifier);
  const used = exported.filter(({ name }) => names.has(name));
  return used.map((each) => writeOut(checker, each, specifier)).join("\n");
}

/** The names that declarations import from a module, in `import`, `export … from` and `import("…")`. */
function namesImported(declarations: string, specifier: string): Set<string> {
  const names = new Set<string>();
  const visit = (node: ts.Node): void => {
    if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument) && node.qualifier) {
      if (isSpecifier(node.argument.literal)) names.add(leftmost(node.qualifier).text);
    } else if ((ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) && isSpecifier(node.moduleSpecifier)) {
      for (const { propertyName, name } of namedBindings(node)) names.add((propertyName ?? name).text);
    }
    ts.forEachChild(node, visit);
  };
  const isSpecifier = (node: ts.Node | undefined) =>
    node !== undefined && ts.isStringLiteral(node) && node.text === specifier;
  visit(ts.createSourceFile("users.d.ts", declarations, ts.ScriptTarget.Latest));
  return names;
}

function namedBindings(node: ts.ImportDeclaration | ts.ExportDeclaration): readonly ts.ImportOrExportSpecifier[] {
  const bindings = ts.isImportDeclaration(node) ? node.importClause?.namedBindings : node.exportClause;
  if (bindings && (ts.isNamedImports(bindings) || ts.isNamedExports(bindings))) return bindings.elements;
  return [];
}

const leftmost = (name: ts.EntityName): ts.Identifier => (ts.isIdentifier(name) ? name : leftmost(name.left));

function findModule(program: ts.Program, specifier: string, from: string): ts.SourceFile {
  const { resolvedModule } = ts.resolveModuleName(specifier, from, program.getCompilerOptions(), ts.sys);
  const file = resolvedModule && program.getSourceFile(resolvedModule.resolvedFileName);
  if (file === undefined) throw new Error(`The types of ${specifier} are public, but it is not a TypeScript module`);
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
