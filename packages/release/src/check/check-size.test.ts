import { expect, test } from "vitest";
import { RELEASES } from "../packages/index.ts";
import budgets from "./budgets.json" with { type: "json" };
import { checkSize } from "./check-size.ts";

const TARBALL = { name: "x", version: "1.0.0", path: "x.tgz", size: 100, unpackedSize: 300 };
const FILES = [
  { path: "a.js", size: 200 },
  { path: "b/c.json", size: 100 },
];

test.each([
  [{ packed: 100, unpacked: 300, files: { "a.js": 200 } }, []],
  [{ packed: 99, unpacked: 300 }, ["packed: 100 bytes, over its budget of 99"]],
  [{ packed: 100, unpacked: 299 }, ["unpacked: 300 bytes, over its budget of 299"]],
  [
    { packed: 100, unpacked: 300, files: { "b/c.json": 99, "d.js": 1 } },
    ["b/c.json: 100 bytes, over its budget of 99", "d.js has a budget and is not in the package"],
  ],
  [undefined, ["x has no budget in packages/release/src/check/budgets.json"]],
])("of a budget of %j it says %j", (budget, messages) => {
  expect(checkSize({ ...TARBALL, files: FILES }, budget)).toEqual(messages);
});

test("each published package has a budget, and no other", () => {
  expect(Object.keys(budgets)).toEqual([...RELEASES.keys()].map((name) => `@wasclean/${name}`));
});
