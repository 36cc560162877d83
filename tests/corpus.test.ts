import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { PageSchema, ReportSchema } from "@wasclean/schema";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

/** A folder of real pages, which are not part of the project: from the environment, e.g. in CI. */
const corpus = process.env.WASCLEAN_CORPUS ?? "";
const isPresent = corpus !== "" && existsSync(corpus);
if (!isPresent)
  console.warn("Skipped: the import of a whole wiki. Set WASCLEAN_CORPUS to a folder of its pages to run it.");

const wpd = (path: string) => fileURLToPath(new URL(`../packages/wpd/${path}`, import.meta.url));

describe.skipIf(!isPresent)("a whole wiki", () => {
  let out: string;
  beforeAll(() => {
    out = mkdtempSync(join(tmpdir(), "wasclean-"));
    execFileSync(process.execPath, [wpd("src/command/cli.ts"), corpus, "--out", out, "--quiet"], { stdio: "inherit" });
  }, 300_000);
  afterAll(() => rmSync(out, { recursive: true }));

  test("is imported without a failure, and every record is what the schema says", () => {
    const report = ReportSchema.parse(JSON.parse(readFileSync(join(out, "report.json"), "utf8")));
    const files = readdirSync(out, { recursive: true }).map(String);
    const records = files.filter((file) => file.endsWith(".json") && file !== "report.json");
    expect(report.failures).toEqual([]);
    expect(records.length).toBe(report.pages);
    expect(report.pages).toBeGreaterThan(0);
    for (const record of records) PageSchema.parse(JSON.parse(readFileSync(join(out, record), "utf8")));
  }, 120_000);

  test("loses nothing", () => {
    // Ends with an error, and prints the table, where a target is missed.
    const table = execFileSync(process.execPath, [wpd("fidelity/cli.ts"), corpus, out], { encoding: "utf8" });
    console.log(table);
    expect(table).not.toContain("MISSED");
  }, 120_000);
});
