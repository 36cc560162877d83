// Checks this project's data, or the named folder: `npm run test:data`. Exit status 1 on errors.
import { join, relative, resolve } from "node:path";
import { DATA, ROOT } from "../generate/read-json.ts";
import { lineOf } from "./line-of.ts";
import { lint } from "./lint.ts";
import { groupsIn, loadData } from "./load-data.ts";
import { toPointer } from "./rule.ts";

const folder = resolve(process.argv[2] ?? DATA);
const groups = groupsIn(join(ROOT, "packages/lab/src/endings/groups"));
const { texts, files, broken, wiki } = loadData(folder);
const place = (file: string) => relative(process.cwd(), `${folder}/${file}`);
for (const { file, message } of broken) {
  process.stderr.write(`${place(file)}: not JSON: ${message}. Fix it, or generate it again.\n`);
}
// A file that cannot be read would be reported again as missing.
const findings = broken.length > 0 ? [] : lint({ files, wiki, implementationGroups: groups, today: today() });
for (const { file, path, message, remedy, rule } of findings) {
  const line = lineOf(texts.get(file) ?? "", path);
  process.stderr.write(`${place(file)}:${line} ${toPointer(path) || "/"} [${rule}] ${message} ${remedy}\n`);
}
const count = broken.length + findings.length;
if (count === 0) process.stdout.write(`${files.size} data files: no errors.\n`);
else process.stderr.write(`${count} ${count === 1 ? "error" : "errors"}.\n`);
process.exitCode = count === 0 ? 0 : 1;

function today(): string {
  return new Date().toISOString().slice(0, 10);
}
