import { writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { type BuildOptions, build, type Plugin } from "esbuild";

/**
 * Builds the functions as an ES module and as CommonJS, and the command. The JSON stays in its files: both read those
 * that a reader may import by themselves.
 */
export async function buildCode(folder: string, target: string[], out: string): Promise<void> {
  const common = {
    absWorkingDir: folder,
    bundle: true,
    legalComments: "none",
    minify: true,
    logLevel: "warning",
    plugins: [leaveJson(folder)],
    target,
    supported: { "import-attributes": true },
  } satisfies BuildOptions;
  const functions = { ...common, entryPoints: ["functions/index.ts"], metafile: true };
  const { metafile } = await build({ ...functions, format: "esm", outfile: join(out, "index.mjs") });
  await build({ ...functions, format: "cjs", platform: "node", outfile: join(out, "index.cjs") });
  await build({
    ...common,
    entryPoints: ["cli/cli.ts"],
    format: "esm",
    platform: "node",
    outfile: join(out, "cli.mjs"),
  });
  // Node before 22 warns of imported JSON, and before 18.20 cannot parse the import: there, ES modules take CommonJS.
  const [{ exports = [] } = {}] = Object.values(metafile?.outputs ?? {});
  writeFileSync(join(out, "node.mjs"), `export { ${exports.join(", ")} } from "./index.cjs";\n`);
}

/** JSON is imported from where it lies in the package, from its root. */
const leaveJson = (folder: string): Plugin => ({
  name: "leave-json",
  setup: ({ onResolve }) =>
    onResolve({ filter: /\.json$/ }, ({ path, resolveDir }) => ({
      path: `./${relative(folder, join(resolveDir, path))}`,
      external: true,
    })),
});
