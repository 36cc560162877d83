import { createHash } from "node:crypto";
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** The sources of the site, except for imported records. */
const SOURCES = [
  "astro.config.mjs",
  "package-lock.json",
  "{src,public,data,packages/{data,schema,playground,lab}}/**/*",
];
/** The environment variables that affect pages, except for the records' folder. */
const VARIABLES = ["BASE", "SITE", "SEARCH", "NODE_ENV"];

/** A digest of every file and variable that a page may depend on, in hexadecimal. */
export function digestSite(root: string, environment: NodeJS.ProcessEnv = process.env): string {
  const digest = createHash("sha256").update(process.version);
  for (const name of VARIABLES) digest.update(`${name}=${environment[name] ?? ""}\n`);
  const isSkipped = (name: string) => /^(node_modules|dist)$|\.test\.ts$/.test(name);
  const entries = SOURCES.flatMap((cwd) =>
    globSync(cwd, { cwd: root, withFileTypes: true, exclude: ({ name }) => isSkipped(name) }),
  );
  const files = entries.filter((entry) => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name));
  for (const file of [...new Set(files)].sort()) digest.update(file).update("\0").update(readFileSync(file));
  return digest.digest("hex");
}
