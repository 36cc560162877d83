import { spawn } from "node:child_process";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, expect, test } from "vitest";
import { TestFolder } from "../testing/test-folder.ts";
import type { Tried } from "../testing/try-command.ts";

const CLI = fileURLToPath(new URL("./cli.ts", import.meta.url));
const FORTY = Object.fromEntries(
  Array.from({ length: 40 }, (_, number) => [`in/${number % 3}/${number}.wiki`, `{{X|${number}}}`]),
);
let folder: TestFolder;
beforeEach(async () => {
  folder = await TestFolder.create();
});
afterEach(() => folder.remove());

/** Runs the command as a process of its own; `stopAt` is what it says before it is interrupted. */
async function run(args: string[], { stdin = "", stopAt = null as string | null } = {}): Promise<Tried> {
  const child = spawn(process.execPath, [CLI, ...args], { cwd: folder.root });
  let stderr = "";
  child.stderr.setEncoding("utf8").on("data", (chunk: string) => {
    stderr += chunk;
    // Once only: a signal that comes while the process ends would end it in another way.
    if (stopAt !== null && !child.killed && stderr.includes(stopAt)) child.kill("SIGINT");
  });
  child.stdin.end(stdin);
  const status = new Promise<number>((resolve) => child.on("close", (code) => resolve(code ?? -1)));
  return { stdout: await text(child.stdout), status: await status, stderr };
}

test("writes a record a page, and names file, line and column of what it noticed", async () => {
  await folder.write({ "in/a/B.wiki": "{{Page_Title|B}}\n{{Nonsense}}\n" });
  const result = await run(["in", "--out", "out"]);
  expect(result).toMatchObject({ status: 0, stdout: "1 page, 1 diagnostic; 1 written to out.\n" });
  expect(result.stderr).toMatch(/^in\/a\/B\.wiki:2:1 TEMPLATE_UNKNOWN /);
  const { "a/B.json": page = "", "report.json": report = "" } = await folder.read("out");
  expect(JSON.parse(page)).toMatchObject({ slug: "a/B", source: { path: "a/B.wiki" } });
  expect(JSON.parse(report)).toMatchObject({ pages: 1, shard: null });
});

test("workers do what one thread does, and say it in the same order", async () => {
  await folder.write({ ...FORTY, "in/bad.wiki": Buffer.from([0xe9]) });
  const [one, two] = await Promise.all([
    run(["in", "--out", "one", "--jobs", "1"]),
    run(["in", "--out", "two", "--jobs", "2"]),
  ]);
  expect(one).toMatchObject({ status: 1, stdout: expect.stringMatching(/^40 pages.*40 written to one, 1 failed/) });
  expect(two.stderr).toBe(one.stderr);
  expect(await folder.read("two")).toEqual(await folder.read("one"));
});

test("an interrupt leaves whole files, and the next run the rest", async () => {
  const long = "{{Page_Title|A}}\n".concat("[[a]] '''b'''\n".repeat(100));
  const pages = Array.from({ length: 400 }, (_, number) => [`in/${number}.wiki`, long]);
  await folder.write(Object.fromEntries(pages));
  const result = await run(["in", "--out", "out", "--jobs", "2"], { stopAt: "Importing: " });
  expect(result).toMatchObject({ status: 130, stdout: "" });
  const [, read = "", written = ""] = /Interrupted: (\d+) of 400 pages read, (\d+) written\./.exec(result.stderr) ?? [];
  expect(written).toBe(read);
  const files = await folder.read("out");
  expect(Object.keys(files)).toHaveLength(Number(written));
  for (const [name, content] of Object.entries(files)) {
    expect(name).toMatch(/^\d+\.json$/);
    expect(() => JSON.parse(content)).not.toThrow();
  }
});

test("reads standard input, and ends", async () => {
  const result = await run(["-", "--out", "out", "--title", "a/b"], { stdin: "x" });
  expect(result).toMatchObject({ status: 0, stdout: expect.stringMatching(/^1 page, /) });
});

test("--help says how", async () => {
  expect(await run(["--help"])).toMatchObject({ status: 0, stdout: expect.stringContaining("--shard I/N") });
});
