import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

/** A temporary folder for a test's files. */
export class TestFolder {
  readonly root: string;

  private constructor(root: string) {
    this.root = root;
  }

  static async create(): Promise<TestFolder> {
    return new TestFolder(await mkdtemp(join(tmpdir(), "wasclean-test-")));
  }

  path = (name: string): string => join(this.root, name);

  /** Writes files, by path in the folder. */
  async write(files: Record<string, string | Buffer>): Promise<void> {
    for (const [name, content] of Object.entries(files)) {
      await mkdir(dirname(this.path(name)), { recursive: true });
      await writeFile(this.path(name), content);
    }
  }

  /** The contents of all files in a folder, by path in order; the time in a report is 0. */
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
