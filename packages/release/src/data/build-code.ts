import { writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { type BuildOptions, build, type Plugin } from "esbuild";

/**
 * Builds the functions as an ES module and as CommonJS, and the command. The JSON stays in its files: both read those
 * that a reader may import by themselves. `folder` is the package's, `data` that of the facts.
 */
export async function buildCode(folder: string, data: string, target: string[], out: string): Promise<void> {
  const common = {
    absWorkingDir: folder,
    bundle: true,
    legalComments: "none",
    minify: true,
    logLevel: "warning",
    plugins: [leaveJson(folder, data), readOneFileOfEndings],
    target,
    supported: { "import-attributes": true },
  } satisfies BuildOptions;
  const functions = { ...common, entryPoints: ["src/index.ts"], metafile: true };
  const commonJs = { ...common, format: "cjs", platform: "node" } as const;
  const { metafile } = await build({ ...functions, format: "esm", outfile: join(out, "index.mjs") });
  await build({ ...functions, ...commonJs, outfile: join(out, "index.cjs") });
  // Node before 22 warns of JSON that an ES module imports: so the command is CommonJS.
  await build({ ...commonJs, entryPoints: ["src/cli/cli.ts"], outfile: join(out, "cli.cjs") });
  // Nor can Node before 18.20 parse such an import: there, ES modules take CommonJS.
  const [{ exports = [] } = {}] = Object.values(metafile?.outputs ?? {});
  writeFileSync(join(out, "node.mjs"), `export { ${exports.join(", ")} } from "./index.cjs";\n`);
}

/** JSON is imported from where it is in the package. */
const leaveJson = (folder: string, data: string): Plugin => ({
  name: "leave-json",
  setup: ({ onResolve }) =>
    onResolve({ filter: /\.json$/ }, ({ path, resolveDir }) => {
      const file = join(resolveDir, path);
      const root = file === join(folder, "package.json") ? folder : data;
      return { path: `./${relative(root, file)}`, external: true, sideEffects: false };
    }),
});

/** The workspace keeps a file for each group of endings, the package one for all: that module's text in the package. */
const ENDINGS_MODULE = `import endings from "./endings.json" with { type: "json" };
export const ENDINGS = endings;
export const ENDING_GROUPS = /* @__PURE__ */ (() => {
  throw new Error("The package has no titles of groups: published code must not use ENDING_GROUPS");
})();
`;

const readOneFileOfEndings: Plugin = {
  name: "read-one-file-of-endings",
  setup: ({ onLoad }) =>
    onLoad({ filter: /[\\/]load[\\/]endings\.ts$/ }, ({ path }) => ({
      contents: ENDINGS_MODULE,
      loader: "ts",
      resolveDir: join(path, "../../../../../data"),
    })),
};
