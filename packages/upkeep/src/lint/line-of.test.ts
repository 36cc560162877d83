import { expect, test } from "vitest";
import { lineOf } from "./line-of.ts";
import { type Path, toPointer } from "./rule.ts";

const TEXT = '{\n  "a": [\n    1,\n    { "b/c": 2,\n      "~": 3 }\n  ]\n}\n';

test.each<[pointer: string, path: Path, line: number]>([
  ["", [], 1],
  ["/a", ["a"], 2],
  ["/a/0", ["a", 0], 3],
  ["/a/1/b~1c", ["a", 1, "b/c"], 4],
  ["/a/1/~0", ["a", "1", "~"], 5],
  ["/a/1/gone", ["a", 1, "gone"], 4],
  ["/a/0/0", ["a", 0, 0], 3],
  ["/gone", ["gone"], 1],
])("%s", (pointer, path, line) => {
  expect(toPointer(path)).toBe(pointer);
  expect(lineOf(TEXT, path)).toBe(line);
});

test("a text that is empty has its first line", () => {
  expect(lineOf("", ["a"])).toBe(1);
});
