import { join } from "node:path";
import { parseArgs } from "node:util";
import { generateFiles, RECORDED } from "./generate-files.ts";
import { readBrowserCompatData, readWebFeatures, readWikiPage } from "./read-inputs.ts";
import { updateFiles } from "./update-files.ts";

const USAGE = `Usage: npm run update-compat -- [--check] [--out <folder>]

Makes data/compat, data/computed/drift.json and data/browsers.json of the installed @mdn/browser-compat-data
and web-features and of the wiki's page, and prints what changed.

  --check         change nothing; fail where something would change
  --out <folder>  instead of data
  --help          show this
`;

function main(): number {
  const options = { check: { type: "boolean" }, out: { type: "string" }, help: { type: "boolean" } } as const;
  const { values } = parseArgs({ options });
  if (values.help) {
    process.stdout.write(USAGE);
    return 0;
  }
  const files = generateFiles(readBrowserCompatData(), readWebFeatures(), readWikiPage(RECORDED.slug));
  // All files name the packages that they are made of; a new version of one is one change.
  const changes = [...new Set(updateFiles(values.out ?? join(import.meta.dirname, "../../../../data"), files, !values.check))];
  process.stdout.write(changes.length === 0 ? "Nothing changed.\n" : `${changes.join("\n")}\n`);
  if (!values.check || changes.length === 0) return 0;
  process.stderr.write("The files are not up to date: run npm run update-compat.\n");
  return 1;
}

try {
  process.exitCode = main();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
  process.exitCode = 2;
}
