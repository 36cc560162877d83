import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { createDiagnostic, DIAGNOSTIC_CODES } from "./describe-diagnostic.ts";

test("the README's table has every code, in order", () => {
  const readme = readFileSync(new URL("../../README.md", import.meta.url), "utf8");
  const rows = [...readme.matchAll(/^\| `([A-Z_]+)`/gm)].map(([, code]) => code);
  expect(rows).toEqual([...DIAGNOSTIC_CODES].sort());
});

test("a long value makes no long message, and no broken line", () => {
  const { message } = createDiagnostic("TEMPLATE_UNKNOWN", { start: 0, end: 1 }, `a\nb${"c".repeat(100)}`);
  expect(message).toMatch(/^No rule for the template “a bc+…”;/);
  expect(message.length).toBeLessThan(130);
});
