import type { SimpleSupportStatement } from "@wasclean/schema";
import { expect, test } from "vitest";
import { bestStatement, type SupportState } from "./best-statement.ts";

const RANGE: SimpleSupportStatement = { version_added: "10", version_removed: "20" };

test.each<[name: string, statements: SimpleSupportStatement[], version: string, state: SupportState]>([
  ["no statement", [], "1", "unknown"],
  ["no support", [{ version_added: false }], "1", "no"],
  ["the first version", [{ version_added: "10" }], "10", "yes"],
  ["a version at the upper bound of the first", [{ version_added: "≤37" }], "37", "yes"],
  ["a version below the upper bound of the first", [{ version_added: "≤37" }], "36", "unknown"],
  ["the last version before removal", [RANGE], "19", "yes"],
  ["the version of removal", [RANGE], "20", "no"],
  ["a version below the upper bound of removal", [{ ...RANGE, version_removed: "≤20" }], "15", "unknown"],
  ["a preview", [{ version_added: "10" }], "preview", "yes"],
  ["a version before a preview", [{ version_added: "preview" }], "99", "no"],
  ["a preview after removal", [RANGE], "preview", "no"],
  ["a prefix", [{ version_added: "10", prefix: "Moz" }], "10", "other-name"],
  ["another name", [{ version_added: "10", alternative_name: "X" }], "10", "other-name"],
  ["partial support", [{ version_added: "10", partial_implementation: true, notes: "x" }], "10", "partial"],
  ["a flag", [{ version_added: "10", flags: [{ type: "preference", name: "x" }] }], "10", "behind-flag"],
  ["full before partial", [{ version_added: "1", partial_implementation: true }, { version_added: "1" }], "1", "yes"],
  ["unknown before none", [RANGE, { version_added: "≤37" }], "30", "unknown"],
  [
    "partial before another name",
    [
      { version_added: "1", prefix: "x" },
      { version_added: "1", partial_implementation: true },
    ],
    "1",
    "partial",
  ],
])("%s", (_, statements, version, state) => {
  const best = bestStatement(statements, version);
  expect(best.state).toBe(state);
  expect(statements.length === 0 ? [null] : statements).toContain(best.statement);
});
