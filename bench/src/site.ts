import { execFileSync } from "node:child_process";
import { cpSync, globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { countBytes, findCorpus, readPages } from "./corpus.ts";
import { readOptions, stop } from "./options.ts";
import { type Row, reportResults } from "./results.ts";
import { type ProcessRun, runProcess } from "./run-process.ts";
import { writeProjects } from "./site-projects.ts";
import { median, toDigits } from "./statistics.ts";

const USAGE = `Builds a wiki as a site, and the same pages as Markdown with Starlight and with Eleventy.

Usage: npm run site -- [folder of pages] [--json FILE] [--assert]`;
const ROUNDS = 3;
const PEERS = ["@astrojs/starlight", "astro", "@11ty/eleventy"];
const root = fileURLToPath(new URL("../../", import.meta.url));
const binary = (name: string) => fileURLToPath(new URL(`../node_modules/${name}`, import.meta.url));

const options = readOptions(USAGE);
const folder = findCorpus(options.positionals);
// Inside of the bench, so that the peers find their packages; named so that git leaves it alone.
const temporary = mkdtempSync(fileURLToPath(new URL("../site-", import.meta.url)));
process.on("exit", () => rmSync(temporary, { recursive: true, force: true }));
const records = join(temporary, "records");
const [command = process.execPath, ...args] = [process.execPath, join(root, "packages/wpd/src/cli.ts")];
execFileSync(command, [...args, folder, "--out", records, "--quiet"], { stdio: "inherit" });
const pages = writeProjects(records, temporary);

interface Generator {
  /** The folder of its project. */
  cwd: string;
  args: string[];
  /** The folder of the built site. */
  out: string;
  /** What is to be removed, relative to `cwd`, before a build that knows of none before it. */
  caches: string[];
}
const ourSite = join(temporary, "ours");
const GENERATORS = {
  ours: { cwd: root, args: ["src/build/cli.ts", "--pages", records, "--outDir", ourSite], out: ourSite, caches: [] },
  starlight: {
    cwd: join(temporary, "starlight"),
    args: [binary("astro/bin/astro.mjs"), "build"],
    out: join(temporary, "starlight/dist"),
    caches: ["cache", ".astro"],
  },
  eleventy: {
    cwd: join(temporary, "eleventy"),
    args: [binary("@11ty/eleventy/cmd.cjs")],
    out: join(temporary, "eleventy/dist"),
    caches: [],
  },
} satisfies Record<string, Generator>;
type Name = keyof typeof GENERATORS;
const NAMES = Object.keys(GENERATORS) as Name[];

/** A build; ends the process where the site has not got a page for each page. */
async function build(name: Name): Promise<ProcessRun> {
  const { cwd, args, out } = GENERATORS[name];
  const run = await runProcess(args, temporary, [0], cwd);
  const built = globSync("**/index.html", { cwd: out }).length;
  if (built < pages) stop(`${name} built ${built} pages of ${pages}.`);
  return run;
}

function clear(name: Name): void {
  const { cwd, out, caches } = GENERATORS[name];
  for (const path of [out, ...caches.map((cache) => join(cwd, cache))]) rmSync(path, { recursive: true, force: true });
}

/** Changes one word of a page's summary in the record, and in the Markdown of both peers. */
function changePage(round: number): void {
  const word = `changed ${round}`;
  const record = join(records, "css/properties/padding.json");
  const page = JSON.parse(readFileSync(record, "utf8"));
  page.summary.html = `<p>${word}</p>`;
  writeFileSync(record, JSON.stringify(page));
  for (const content of ["eleventy/content", "starlight/src/content/docs"]) {
    const file = join(temporary, content, "css/properties/padding/index.md");
    writeFileSync(file, `${readFileSync(file, "utf8")}\n${word}\n`);
  }
}
