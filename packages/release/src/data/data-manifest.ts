import type { Release } from "../release.ts";
import type { SourceManifest } from "../source-manifest.ts";

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
  "./computed/*.json": typed("computed/*.json"),
  // The former name of the folder.
  "./derived/*.json": typed("computed/*.json"),
  "./endings.json": typed("endings.json"),
  "./engines.json": typed("engines.json"),
  "./observations/*.json": typed("observations/*.json"),
  "./pages/*": "./pages/*",
  "./schema/*.json": "./schema/*.json",
  "./package.json": "./package.json",
};

/** The package.json to publish. */
export function toDataManifest(source: SourceManifest, { engines }: Release): object {
  const { private: _, scripts: __, dependencies: ___, devDependencies: ____, exports: _____, ...kept } = source;
  return {
    ...kept,
    // Each file's kind is in its ending; the types of JSON files are right for both kinds of module as CommonJS.
    type: "commonjs",
    main: "./index.cjs",
    types: "./index.d.cts",
    exports: EXPORTS,
    bin: { "wasclean-data": "cli.cjs" },
    files: [
      "*.cjs",
      "*.cts",
      "*.json",
      "*.mjs",
      "*.mts",
      "compat",
      "computed",
      "observations",
      "pages",
      "schema",
      "types",
    ],
    engines,
    publishConfig: { access: "public" },
  };
}
