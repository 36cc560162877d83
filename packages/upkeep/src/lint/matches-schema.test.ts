import { resolve } from "node:path";
import { expect, test } from "vitest";
import { loadData } from "./load-data.ts";
import { matchesSchema } from "./matches-schema.ts";
import { toPointer } from "./rule.ts";

const { files } = loadData(resolve(import.meta.dirname, "../../../../data"));

test("the project's own files match", () => {
  expect(matchesSchema.check({ files })).toEqual([]);
});

test.each([
  "archive.json",
  "endings/close-code.json",
  "engines.json",
  "close-codes.json",
  "observations/ws.json",
  "computed/close-codes.json",
  "computed/differences.json",
  "computed/drift.json",
  "compat/CloseEvent.json",
  "browsers.json",
])("%s may not be an empty object", (file) => {
  const findings = matchesSchema.check({ files: new Map([...files, [file, {}]]) });
  expect(findings.length).toBeGreaterThan(0);
  expect(findings.every((finding) => finding.file === file)).toBe(true);
});

test.each(["engines.json", "computed/differences.json"])("%s has to be there", (file) => {
  const without = new Map([...files].filter(([name]) => name !== file));
  expect(matchesSchema.check({ files: without })).toMatchObject([{ file, message: "The file is missing." }]);
});

test("a file that no schema is known for is refused", () => {
  const findings = matchesSchema.check({ files: new Map([...files, ["compat/x/y.json", {}]]) });
  expect(findings).toMatchObject([{ file: "compat/x/y.json", message: "No schema is known for this file." }]);
});

test("the place is that of the value", () => {
  const content = structuredClone(files.get("observations/ws.json")) as { results: Record<string, { code: unknown }> };
  Object.assign(content.results["server-close-1000"] ?? {}, { code: "1000" });
  const [finding] = matchesSchema.check({ files: new Map([...files, ["observations/ws.json", content]]) });
  expect(toPointer(finding?.path ?? [])).toBe("/results/server-close-1000/code");
});
