import { globSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { stop } from "./options.ts";
import { type ProcessRun, runProcess } from "./run-process.ts";

export type GeneratorName = "ours" | "starlight" | "eleventy";

/** How a generator is run. */
export interface Generator {
  name: GeneratorName;
  /** The folder of its project. */
  cwd: string;
  /** What Node runs. */
  args: string[];
  /** The folder of the built site. */
  out: string;
  /** What else it keeps for the next build. */
  caches: string[];
}

const program = (name: string) => fileURLToPath(new URL(`../node_modules/${name}`, import.meta.url));

/** The three of them, ours with the records of an import, the others with the projects in a folder. */
export function toGenerators(root: string, folder: string, records: string): Record<GeneratorName, Generator> {
  const site = join(folder, "ours");
  const eleventy = join(folder, "eleventy");
  const starlight = join(folder, "starlight");
  return {
    ours: {
      name: "ours",
      cwd: root,
      args: [join(root, "src/build/cli.ts"), "--pages", records, "--outDir", site],
      out: site,
      caches: [join(root, "node_modules/.astro/kept-build")],
    },
    starlight: {
      name: "starlight",
      cwd: starlight,
      args: [program("astro/bin/astro.mjs"), "build"],
      out: join(starlight, "dist"),
      caches: [join(starlight, "cache"), join(starlight, ".astro")],
    },
    eleventy: {
      name: "eleventy",
      cwd: eleventy,
      args: [program("@11ty/eleventy/cmd.cjs")],
      out: join(eleventy, "dist"),
      caches: [],
    },
  };
}

/** Makes the next build one that knows of none before it. */
export function clear({ out, caches }: Generator): void {
  for (const path of [out, ...caches]) rmSync(path, { recursive: true, force: true });
}

/** Builds a site. Ends the process where it has not got an HTML file for each page. */
export async function build(
  { name, cwd, args, out }: Generator,
  temporary: string,
  pages: number,
): Promise<ProcessRun> {
  const run = await runProcess(args, temporary, [0], cwd);
  const built = globSync("**/*.html", { cwd: out }).length;
  if (built < pages) stop(`${name} made ${built} files of HTML from ${pages} pages.`);
  return run;
}

/** Changes the summary of one page: in its record, and in the Markdown of both peers. */
export function changePage(folder: string, records: string, words: string): void {
  const [file] = globSync("**/*.json", { cwd: records })
    .sort()
    .filter((name) => name !== "report.json" && readFileSync(join(records, name), "utf8").includes('"summary": {'));
  if (!file) stop("No page has a summary that could be changed.");
  const record = JSON.parse(readFileSync(join(records, file), "utf8"));
  record.summary.html = `<p>${words}</p>`;
  writeFileSync(join(records, file), JSON.stringify(record));
  for (const content of ["eleventy/content", "starlight/src/content/docs"]) {
    const markdown = join(folder, content, file.slice(0, -".json".length), "index.md");
    writeFileSync(markdown, `${readFileSync(markdown, "utf8")}\n${words}\n`);
  }
}
