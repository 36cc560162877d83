import { join } from "node:path";
import { buildCode } from "../data/build-code.ts";
import { toDataManifest } from "../data/data-manifest.ts";
import { writeJson } from "../data/write-json.ts";
import { writeTypes } from "../data/write-types.ts";
import type { Release } from "../release.ts";

/** The data as JSON, the functions that ask it, and a command. */
export const data: Release = {
  folder: "packages/data",
  platform: "node",
  target: ["node18"],
  sharesFiles: false,
  modules: "esm and cjs",
  checkedEntries: ["compat/CloseEvent", "computed/differences", "observations/chromium", "schema/compat"].map(
    (name) => `./${name}.json`,
  ),
  engines: { node: ">=18" },
  async build(root, source, out) {
    const folder = join(root, this.folder);
    const facts = join(root, "data");
    await buildCode(folder, facts, this.target, out);
    writeJson(facts, out);
    await writeTypes(root, folder, facts, out);
    return toDataManifest(source, this);
  },
};
