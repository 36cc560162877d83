import { PassThrough } from "node:stream";
import { expect, test } from "vitest";
import { Progress } from "./progress.ts";

function show(terminal: { isTTY: boolean; columns?: number }, isWanted: boolean, total: number): string {
  const stream = Object.assign(new PassThrough(), terminal);
  const progress = new Progress(stream, { unit: "pages", few: 100, isWanted });
  for (let done = 1; done <= total; done++) progress.show("Importing", done, total, `p${done}`);
  progress.clear();
  return String(stream.read() ?? "");
}

test("is a line for every tenth where there is no terminal", () => {
  const lines = show({ isTTY: false }, true, 2000).trimEnd().split("\n");
  expect(lines).toHaveLength(10);
  expect(lines[0]).toBe("Importing: 200 of 2000 pages, 10 %");
  expect(lines.at(-1)).toBe("Importing: 2000 of 2000 pages, 100 %");
});

test("is one bar on a terminal, no wider than that, and gone in the end", () => {
  const drawn = show({ isTTY: true, columns: 40 }, true, 2000).split("\r\u001b[K");
  expect(drawn).toContain("Importing [###############               ] 50 % of 2000 pages".slice(0, 39));
  expect(Math.max(...drawn.map(({ length }) => length))).toBe(39);
  expect(drawn.at(-1)).toBe("");
});

test("names the step after the bar", () => {
  const drawn = show({ isTTY: true, columns: 200 }, true, 200).split("\r\u001b[K");
  expect(drawn).toContain(`Importing [${"#".repeat(15)}${" ".repeat(15)}] 50 % of 200 pages p100`);
});

test.each([
  ["for few pages", true, 99],
  ["where it is not wanted", false, 2000],
])("is nothing %s", (_, isWanted, total) => {
  expect(show({ isTTY: false }, isWanted, total)).toBe("");
});

test("prints a line in the place of the bar", () => {
  const stream = Object.assign(new PassThrough(), { isTTY: true });
  const progress = new Progress(stream, { unit: "pages" });
  progress.show("Importing", 1, 2);
  progress.print("done");
  expect(String(stream.read())).toContain("50 % of 2 pages\r\u001b[Kdone\n");
});
