import { execFile } from "node:child_process";
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, test } from "vitest";

const CLI = fileURLToPath(new URL("./cli.ts", import.meta.url));
let folder: string;
const path = (name: string) => join(folder, name);

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "wasclean-"));
  await mkdir(path("in/a"), { recursive: true });
  await writeFile(path("in/a/B.wiki"), "{{Page_Title|B}}\n{{Nonsense}}\n");
});
afterEach(() => rm(folder, { recursive: true }));

function run(...args: string[]): Promise<{ status: number; stdout: string; stderr: string }> {
  return new Promise((resolve) => {
    execFile(process.execPath, [CLI, ...args], { cwd: folder }, (error, stdout, stderr) => {
      resolve({ status: typeof error?.code === "number" ? error.code : 0, stdout, stderr });
    });
  });
}

describe("the import", () => {
  test("writes a record a page, and names file, line and column of what it noticed", async () => {
    const result = await run("in", "--out", "out");
    expect(result).toMatchObject({ status: 0, stdout: "1 page, 1 diagnostic; 1 written to out.\n" });
    expect(result.stderr).toMatch(/^in\/a\/B\.wiki:2:1 TEMPLATE_UNKNOWN /);
    expect(JSON.parse(await readFile(path("out/a/B.json"), "utf8"))).toMatchObject({
      slug: "a/B",
      source: { path: "a/B.wiki" },
    });
  });

  test("takes one file", async () => {
    expect(await run("in/a/B.wiki", "--out", "out")).toMatchObject({ status: 0 });
    expect(await readdir(path("out"))).toEqual(["B.json"]);
  });

  test("writes nothing that is written already", async () => {
    await run("in", "--out", "out");
    expect((await run("in", "--out", "out")).stdout).toContain("0 written");
  });

  test("reads the other pages where one is not UTF-8, and fails", async () => {
    await writeFile(path("in/bad.wiki"), Buffer.from([0x61, 0x0a, 0xe9, 0x0a]));
    const result = await run("in", "--out", "out");
    expect(result.status).toBe(1);
    expect(result.stderr).toContain("in/bad.wiki:2: not UTF-8");
    expect(await readdir(path("out"))).toEqual(["a"]);
  });

  test("leaves no half-written file where it cannot write", async () => {
    await mkdir(path("out"));
    await writeFile(path("out/a"), "a file where a folder must be");
    const result = await run("in", "--out", "out");
    expect(result).toMatchObject({ status: 1, stderr: expect.stringContaining("out/a") });
    expect(await readdir(path("out"))).toEqual(["a"]);
  });
});

describe("the check", () => {
  beforeEach(() => run("in", "--out", "out"));

  test("passes what the import wrote", async () => {
    expect(await run("in", "--out", "out", "--check", "--quiet")).toMatchObject({ status: 0, stderr: "" });
  });

  test.each([
    [
      "a changed page",
      () => writeFile(path("in/a/B.wiki"), "{{Page_Title|C}}"),
      "a/B.json: not what the import writes",
    ],
    ["a new page", () => writeFile(path("in/C.wiki"), "x"), "C.json: missing"],
    ["a page that is gone", () => writeFile(path("out/D.json"), "{}"), "D.json: no page is the source"],
  ])("fails for %s, and writes nothing", async (_, change, message) => {
    await change();
    const before = await readdir(path("out"), { recursive: true });
    const result = await run("in", "--out", "out", "--check");
    expect(result).toMatchObject({ status: 1, stderr: expect.stringContaining(message) });
    expect(await readdir(path("out"), { recursive: true })).toEqual(before);
  });
});

test.each([
  ["a missing path", ["nowhere", "--out", "out"], 1, "nowhere: no such file or folder"],
  ["an empty folder", ["empty", "--out", "out"], 1, "no *.wiki or *.mediawiki file"],
  ["no place to write", ["in"], 2, "--out <folder>"],
  ["an unknown option", ["--nonsense"], 2, "--nonsense"],
  ["two inputs", ["in", "in", "--out", "out"], 2, "One file or folder at a time"],
])("%s is one clear error", async (_, args, status, message) => {
  await mkdir(path("empty"));
  const result = await run(...args);
  expect(result).toMatchObject({ status, stdout: "", stderr: expect.stringContaining(message) });
  expect(result.stderr).not.toContain("    at ");
});

test("--help says how", async () => {
  expect(await run("--help")).toMatchObject({ status: 0, stdout: expect.stringContaining("--check") });
});
