import { execFile } from "node:child_process";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterEach, beforeEach, describe, expect, test } from "vitest";

describe("the command", () => {
  const run = promisify(execFile);
  let folder = "";
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "fidelity-"));
    await mkdir(join(folder, "in"));
  });
  afterEach(() => rm(folder, { recursive: true }));

  const write = async (path: string, text: string) => {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  };
  const fidelity = (...args: string[]) =>
    run(process.execPath, [fileURLToPath(new URL("cli.ts", import.meta.url)), ...args], { cwd: folder }).then(
      ({ stdout, stderr }) => ({ code: 0, stdout, stderr }),
      ({ code, stdout, stderr }) => ({ code, stdout, stderr }),
    );

  test("exits 0 when all is there", async () => {
    await write("in/a/b.wiki", "a");
    await write("out/a/b.json", '{"body":{"html":"<p>a</p>"}}');
    expect(await fidelity("in", "out")).toMatchObject({ code: 0, stderr: "" });
  });

  test("exits 1 and says where when something is lost", async () => {
    await write("in/a/b.wiki", "{{API_Name}}\n{{Notes_Section\n|Notes=a b}}");
    await write("out/a/b.json", '{"notes":{"html":"a"}}');
    const { code, stdout } = await fidelity("in", "out", "--details");
    expect(code).toBe(1);
    expect(stdout).toContain("in/a/b.wiki:3 Notes Section | Notes: 1 of 2 words, “b”");
    const json = JSON.parse((await fidelity("in", "out", "--json")).stdout);
    expect(json).toMatchObject({ pages: 1, metrics: { words: { met: false, good: 1, total: 2 } } });
  });

  test("exits 1 for a missing record", async () => {
    await write("in/a.wiki", "a");
    const { code, stderr } = await fidelity("in", "out");
    expect([code, stderr]).toEqual([1, expect.stringMatching(/a\.json: missing\..*\n1 of 1 records cannot be read\./)]);
  });

  test.each([
    ["no folders", [], "Two folders are needed"],
    ["an empty corpus", ["in", "out"], "in: no *.wiki files here"],
    ["no corpus", ["nowhere", "out"], "nowhere: cannot read this folder"],
    ["an unknown option", ["in", "out", "--x"], "--x"],
    ["no number", ["in", "out", "--worst", "x"], "--worst takes a number, not “x”."],
  ])("exits 2 for %s", async (_, args, message) => {
    const { code, stderr } = await fidelity(...args);
    expect([code, stderr]).toEqual([2, expect.stringContaining(message)]);
  });
});
