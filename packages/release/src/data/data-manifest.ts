import type { SourceManifest } from "../manifest.ts";
import type { Release } from "../release.ts";

const esm = (file: string) => ({ types: "./index.d.mts", default: file });
const cjs = { types: "./index.d.cts", default: "./index.cjs" };

/** JSON whose types are in a file of the same name under `types/`. */
const typed = (path: string) => ({ types: `./types/${path.replace(/json$/, "d.json.ts")}`, default: `./${path}` });

/** What a reader may import. Node's ES modules take the CommonJS build: see `build-code.ts`. */
const EXPORTS = {
  ".": { node: { import: esm("./node.mjs"), require: cjs }, import: esm("./index.mjs"), require: cjs },
  "./archive.json": "./archive.json",
  "./browsers.json": typed("browsers.json"),
  "./close-codes.json": typed("close-codes.json"),
  "./compat/*.json": typed("compat/*.json"),
  "./derived/*.json": typed("derived/*.json"),
  "./endings.json": typed("endings.json"),
  "./observations/*.json": typed("observations/*.json"),
  "./pages/*": "./pages/*",
  "./schema/*.json": "./schema/*.json",
  "./package.json": "./package.json",
};

/**
 * The package.json to publish.
 * @throws {Error} where the workspace's offers JSON that the published one does not.
 */
export function toDataManifest(source: SourceManifest, { engines }: Release): object {
  const { private: _, scripts: __, devDependencies: ___, exports: offered, ...kept } = source;
  const missing = Object.keys(offered).filter((entry) => entry.endsWith(".json") && !(entry in EXPORTS));
  if (missing.length > 0)
    throw new Error(
      `${source.name}: ${missing.join(", ")} would not be published: see packages/release/src/data/data-manifest.ts`,
    );
  return {
    ...kept,
    // Each file's kind is in its ending; the types of JSON files are right for both kinds of module as CommonJS.
    type: "commonjs",
    main: "./index.cjs",
    types: "./index.d.cts",
    exports: EXPORTS,
    bin: { "wasclean-data": "cli.mjs" },
    files: [
      "*.cjs",
      "*.cts",
      "*.json",
      "*.mjs",
      "*.mts",
      "compat",
      "derived",
      "observations",
      "pages",
      "schema",
      "types",
    ],
    engines,
    publishConfig: { access: "public" },
  };
}
