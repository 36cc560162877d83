import { globSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { stop } from "./options.ts";
import { type ProcessRun, runProcess } from "./run-process.ts";

export type GeneratorName = "ours" | "starlight" | "eleventy";

/** A generator and how to run it. */
export interface Generator {
  name: GeneratorName;
  /** The folder of the project. */
  cwd: string;
  /** The program and arguments for Node. */
  args: string[];
  /** The folder of the built site. */
  out: string;
  /** Other folders that the next build would reuse. */
  caches: string[];
}

const program = (name: string) => fileURLToPath(new URL(`../node_modules/${name}`, import.meta.url));

/** The three generators: ours with the records of an import, the others with the projects in a folder. */
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

/** Removes everything that the next build would reuse. */
export function clear({ out, caches }: Generator): void {
  for (const path of [out, ...caches]) rmSync(path, { recursive: true, force: true });
}

/** Builds a site. Ends the process unless each page has an HTML file. */
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

/** Changes the summary of one page, in its record and in both peers' Markdown. */
export function changePage(folder: string, records: string, words: string): void {
  const [file] = globSync("**/*.json", { cwd: records })
    .sort()
    .filter((name) => name !== "report.json" && readFileSync(join(records, name), "utf8").includes('"summary": {'));
  if (!file) stop("No page has a summary to change.");
  const record = JSON.parse(readFileSync(join(records, file), "utf8"));
  record.summary.html = `<p>${words}</p>`;
  writeFileSync(join(records, file), JSON.stringify(record));
  for (const content of ["eleventy/content", "starlight/src/content/docs"]) {
    const markdown = join(folder, content, file.slice(0, -".json".length), "index.md");
    writeFileSync(markdown, `${readFileSync(markdown, "utf8")}\n${words}\n`);
  }
}
