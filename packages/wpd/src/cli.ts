#!/usr/bin/env node
import { readdir } from "node:fs/promises";
import { join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { type ImportedPage, importPages } from "./import-pages.ts";
import { InputError } from "./read-input.ts";
import { readIfThere, writeWhole } from "./write-file.ts";

const HELP = `Reads WebPlatform Docs wikitext and writes one JSON file a page.

Usage: npm run import -- [file or folder] [--out folder] [--check] [--quiet]

  file or folder  A page (*.wiki, *.mediawiki) or a folder of them. Default: data/wiki.
  --out FOLDER    Where to write <slug>.json. Default, for data/wiki: data/pages.
  --check         Writes nothing; fails when a file in the folder is not what would be written.
  --quiet         Prints errors and the last line only.
  --help          Prints this.

Exit status: 0 done, 1 something could not be read, written, or is not current, 2 unusable arguments.`;

const DATA = fileURLToPath(new URL("../../../data/", import.meta.url));

interface Options {
  input: string;
  out: string;
  check: boolean;
  quiet: boolean;
}

/** What happened, counted. */
interface Tally {
  pages: number;
  written: number;
  diagnostics: number;
  failures: string[];
}

/** Reads the arguments; a string is what is wrong with them. */
function readOptions(args: string[]): Options | "help" | { problem: string } {
  const options = {
    out: { type: "string" },
    check: { type: "boolean", default: false },
    quiet: { type: "boolean", default: false },
    help: { type: "boolean", short: "h", default: false },
  } as const;
  try {
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true });
    if (values.help) return "help";
    const [input, ...more] = positionals;
    if (more.length > 0) return { problem: `One file or folder at a time, not also ${more.join(" ")}.` };
    if (input !== undefined && values.out === undefined) {
      return { problem: "Say where to write: --out <folder>." };
    }
    const { check, quiet } = values;
    return { input: input ?? join(DATA, "wiki"), out: values.out ?? join(DATA, "pages"), check, quiet };
  } catch (error) {
    return { problem: (error as Error).message };
  }
}

async function run({ input, out, check, quiet }: Options): Promise<Tally> {
  const tally: Tally = { pages: 0, written: 0, diagnostics: 0, failures: [] };
  const targets = new Set<string>();
  for await (const page of importPages(input)) {
    tally.pages++;
    tally.diagnostics += page.diagnostics.length;
    targets.add(page.target);
    if (!quiet) report(page, input);
    if (page.json === null) tally.failures.push(page.error ?? page.path);
    else if (check) await checkFile(join(out, page.target), page.json, tally);
    else if (await writeWhole(join(out, page.target), page.json)) tally.written++;
    progress(tally.pages, page.total);
  }
  if (check) await checkSurplus(out, targets, tally);
  progress(0, 0);
  return tally;
}

async function checkFile(file: string, json: string, tally: Tally): Promise<void> {
  const current = await readIfThere(file);
  if (current === null) tally.failures.push(`${file}: missing; run npm run import`);
  else if (current !== json) tally.failures.push(`${file}: not what the import writes; run npm run import`);
}

/** A record whose page is gone is stale too. */
async function checkSurplus(out: string, targets: ReadonlySet<string>, tally: Tally): Promise<void> {
  const entries = await readdir(out, { recursive: true, withFileTypes: true }).catch(() => []);
  for (const entry of entries) {
    const path = relative(out, join(entry.parentPath, entry.name)).split(sep).join("/");
    if (entry.isFile() && path.endsWith(".json") && !targets.has(path)) {
      tally.failures.push(`${join(out, path)}: no page is the source of this file; remove it`);
    }
  }
}

function report({ path, diagnostics }: ImportedPage, input: string): void {
  const file = input.endsWith(path) ? input : join(input, path);
  for (const { line, column, code, message } of diagnostics) {
    clearProgress();
    console.error(`${relative("", file)}:${line}:${column} ${code} ${message}`);
  }
}

/** One line that is written over, on a terminal only. */
function progress(done: number, total: number): void {
  if (!process.stderr.isTTY) return;
  clearProgress();
  if (total > 1) process.stderr.write(`${done} of ${total} pages`);
}

function clearProgress(): void {
  if (process.stderr.isTTY) process.stderr.write("\r\u001b[K");
}

function summarize({ pages, written, diagnostics, failures }: Tally, { check, out }: Options): string {
  const noticed = diagnostics === 0 ? "nothing to report" : `${diagnostics} diagnostic${diagnostics === 1 ? "" : "s"}`;
  const counted = `${pages} page${pages === 1 ? "" : "s"}, ${noticed}`;
  if (failures.length > 0) return `${counted}; ${failures.length} failed.`;
  return check
    ? `${counted}; ${relative("", out)} is current.`
    : `${counted}; ${written} written to ${relative("", out) || "."}.`;
}

const options = readOptions(process.argv.slice(2));
if (options === "help") console.log(HELP);
else if ("problem" in options) {
  console.error(`${options.problem}\nnpm run import -- --help says more.`);
  process.exitCode = 2;
} else {
  try {
    const tally = await run(options);
    for (const failure of tally.failures) console.error(failure);
    console.log(summarize(tally, options));
    if (tally.failures.length > 0) process.exitCode = 1;
  } catch (error) {
    const { code, path, message } = error as NodeJS.ErrnoException;
    if (!(error instanceof InputError) && code === undefined) throw error;
    console.error(error instanceof InputError ? message : `${path ?? options.out}: ${message}`);
    process.exitCode = 1;
  }
}
