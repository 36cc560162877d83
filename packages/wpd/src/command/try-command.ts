import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { PassThrough, Readable } from "node:stream";
import { text } from "node:stream/consumers";
import { runCommand } from "./command.ts";
import type { Core } from "./performer.ts";

/** What the command did, for tests. */
export interface Tried {
  status: number;
  stdout: string;
  stderr: string;
}

/** Runs the command in this process, for tests. */
export async function tryCommand(
  args: string[],
  { stdin = "", ...more }: { stdin?: string | Buffer; signal?: AbortSignal; core?: Core } = {},
): Promise<Tried> {
  const stdout = new PassThrough();
  const stderr = new PassThrough();
  const signal = new AbortController().signal;
  const status = await runCommand(args, {
    stdin: Readable.from([Buffer.from(stdin)]),
    stdout,
    stderr,
    signal,
    ...more,
  });
  stdout.end();
  stderr.end();
  return { status, stdout: await text(stdout), stderr: await text(stderr) };
}

/** A folder for a test's files. */
export class TestFolder {
  readonly root: string;

  private constructor(root: string) {
    this.root = root;
  }

  static async create(): Promise<TestFolder> {
    return new TestFolder(await mkdtemp(join(tmpdir(), "wasclean-test-")));
  }

  path = (name: string): string => join(this.root, name);

  /** Writes files, by path. */
  async write(files: Record<string, string | Buffer>): Promise<void> {
    for (const [name, content] of Object.entries(files)) {
      await mkdir(dirname(this.path(name)), { recursive: true });
      await writeFile(this.path(name), content);
    }
  }

  /** All files in a folder and what they hold, in order; a report without its time. */
  async read(name: string): Promise<Record<string, string>> {
    const entries = await readdir(this.path(name), { recursive: true, withFileTypes: true }).catch(() => []);
    const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
    const read = files.sort().map(async (file) => {
      const content = (await readFile(file, "utf8")).replace(/"seconds": [\d.]+/, '"seconds": 0');
      return [file.slice(this.path(name).length + 1), content] as const;
    });
    return Object.fromEntries(await Promise.all(read));
  }

  remove = (): Promise<void> => rm(this.root, { recursive: true });
}

/** One page of an export made for a test. */
export interface TestPage {
  title: string;
  text?: string;
  ns?: number;
  /** More elements in the page. */
  extra?: string;
}

/** A MediaWiki export with these pages. */
export const toExport = (pages: readonly TestPage[]): string => `<mediawiki version="0.10" xml:lang="en">
<siteinfo><namespaces><namespace key="0" /><namespace key="1">Talk</namespace></namespaces></siteinfo>
${pages.map(toPage).join("\n")}
</mediawiki>
`;

const toPage = ({ title, text: wikitext = "x", ns = 0, extra = "" }: TestPage): string =>
  `<page><title>${toEntities(title)}</title><ns>${ns}</ns>${extra}
<revision><timestamp>2015-08-01T00:00:00Z</timestamp><model>wikitext</model><text xml:space="preserve">${toEntities(wikitext)}</text></revision></page>`;

const toEntities = (value: string): string => value.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
