import { dirname, relative, resolve } from "node:path";
import ts from "typescript";
import { SCOPE } from "./manifest.ts";
import { writeOutTypes } from "./write-out-types.ts";

/**
 * The declarations that entries reach, by their paths from the folder of the sources. Each module of an unpublished
 * package becomes a file with the types used from it written out. `redirect` names the module to import instead of a
 * source or package that is not to be followed, from the folder of the sources.
 * @throws {Error} where the code does not compile.
 */
export function emitTypes(
  root: string,
  sources: string,
  entries: string[],
  redirect: (source: string) => string | null = () => null,
): Map<string, string> {
  const program = createProgram(root, entries);
  const declarations = toDeclarations(program);
  const queue = [...entries];
  const emitted = new Map<string, string>();
  /** Module specifiers of unpublished packages, and the declarations that import from them. */
  const unpublished = new Map<string, string>();
  // The loop appends the modules that it finds, and visits them in turn.
  for (const source of queue) {
    const text = declarations.get(source) ?? "";
    const rewritten = mapImports(text, (specifier) => {
      const imported = specifier.startsWith(".") ? resolve(dirname(source), specifier) : specifier;
      const redirected = redirect(imported);
      if (redirected !== null) return toRelative(source, resolve(sources, redirected));
      if (specifier.startsWith(SCOPE)) {
        unpublished.set(specifier, `${unpublished.get(specifier) ?? ""}${text}`);
        return toRelative(source, resolve(sources, `${toFileName(specifier)}.js`));
      }
      if (!specifier.startsWith(".")) return specifier;
      if (!queue.includes(imported)) queue.push(imported);
      return specifier.replace(/\.ts$/, ".js");
    });
    emitted.set(relative(sources, source).replace(/\.ts$/, ".d.ts"), rewritten);
  }
  for (const [specifier, users] of unpublished) {
    emitted.set(`${toFileName(specifier)}.d.ts`, writeOutTypes(program, specifier, users, resolve(root, "x.ts")));
  }
  return emitted;
}

/** The project's own options, for some files only. */
function createProgram(root: string, files: string[]): ts.Program {
  const compilerOptions = { noEmit: false, declaration: true, emitDeclarationOnly: true };
  const config = { extends: resolve(root, "tsconfig.json"), files, include: [], compilerOptions };
  const { fileNames, options } = ts.parseJsonConfigFileContent(config, ts.sys, root);
  return ts.createProgram(fileNames, options);
}

/** The declarations of every file of the project, by the path of their source. */
function toDeclarations(program: ts.Program): Map<string, string> {
  const declarations = new Map<string, string>();
  const { diagnostics } = program.emit(undefined, (_, text, __, ___, [source] = []) => {
    if (source) declarations.set(source.fileName, text);
  });
  const [first] = [...ts.getPreEmitDiagnostics(program), ...diagnostics];
  if (first) throw new Error(`It does not compile. ${ts.formatDiagnostic(first, FORMAT).trim()}`);
  return declarations;
}

const FORMAT: ts.FormatDiagnosticsHost = {
  getCanonicalFileName: (name) => name,
  getCurrentDirectory: ts.sys.getCurrentDirectory,
  getNewLine: () => "\n",
};

/** Replaces every module specifier, in `import`, `export` and `import()`. */
function mapImports(text: string, map: (specifier: string) => string): string {
  let result = "";
  let end = 0;
  for (const { fileName, pos } of ts.preProcessFile(text).importedFiles) {
    const start = pos + 1; // the position is that of the quotation mark
    result += text.slice(end, start) + map(fileName);
    end = start + fileName.length;
  }
  return result + text.slice(end);
}

/** `@wasclean/data/schema` to `wasclean-data-schema`. */
const toFileName = (specifier: string) => specifier.slice(1).replaceAll("/", "-");

function toRelative(from: string, to: string): string {
  const path = relative(dirname(from), to);
  return path.startsWith(".") ? path : `./${path}`;
}
