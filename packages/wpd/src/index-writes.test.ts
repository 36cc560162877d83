import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import { expect, test } from "vitest";

/** Writes whose key is a number, or one of a set that this code defines; by the text of what is written to. */
const ALLOWED: ReadonlySet<string> = new Set([
  // check-names.ts: a place in a list.
  "problems[place]",
  // page-draft.ts: one of the outcomes of a link.
  "draft.links[outcome]",
  // render-inline.ts: `b` or `i`.
  "isOn[tag]",
  // merge-repeated.ts: a field of a record.
  "{ [key]: merged.value }",
  // site-index.ts: one of three kinds of members.
]);

const FOLDER = import.meta.dirname;
const FILES = readdirSync(FOLDER, { recursive: true, encoding: "utf8" }).filter((name) =>
  /(?<!\.test)\.ts$/.test(name),
);

/** The writes to an object or array by a key that is computed, as source text. */
function findWrites(text: string): string[] {
  const found: string[] = [];
  const isComputed = (node: ts.Node): node is ts.ElementAccessExpression =>
    ts.isElementAccessExpression(node) &&
    !ts.isStringLiteralLike(node.argumentExpression) &&
    !ts.isNumericLiteral(node.argumentExpression);
  const addTargets = (node: ts.Node): void => {
    if (isComputed(node)) found.push(node.getText());
    else if (ts.isArrayLiteralExpression(node) || ts.isObjectLiteralExpression(node)) ts.forEachChild(node, addTargets);
  };
  const walk = (node: ts.Node): void => {
    if (
      ts.isBinaryExpression(node) &&
      node.operatorToken.kind >= ts.SyntaxKind.FirstAssignment &&
      node.operatorToken.kind <= ts.SyntaxKind.LastAssignment
    )
      addTargets(node.left);
    if (
      (ts.isPrefixUnaryExpression(node) || ts.isPostfixUnaryExpression(node)) &&
      [ts.SyntaxKind.PlusPlusToken, ts.SyntaxKind.MinusMinusToken].includes(node.operator)
    )
      addTargets(node.operand);
    if (ts.isDeleteExpression(node)) addTargets(node.expression);
    // `{ [key]: value }` keeps `__proto__` on its own; with Object.assign() it is lost.
    if (ts.isCallExpression(node) && node.expression.getText() === "Object.assign") {
      for (const argument of node.arguments) {
        if (
          ts.isObjectLiteralExpression(argument) &&
          argument.properties.some(({ name }) => name && ts.isComputedPropertyName(name))
        )
          found.push(argument.getText());
      }
    }
    if (ts.isCallExpression(node) && node.expression.getText() === "Reflect.set") found.push(node.getText());
    ts.forEachChild(node, walk);
  };
  walk(ts.createSourceFile("a.ts", text, ts.ScriptTarget.Latest, true));
  return found;
}

test("no key from outside is written to an object", () => {
  expect(FILES.length).toBeGreaterThan(60);
  const writes = FILES.flatMap((name) =>
    findWrites(readFileSync(join(FOLDER, name), "utf8")).map((write) => ({ name, write })),
  );
  expect(writes.filter(({ write }) => !ALLOWED.has(write))).toEqual([]);
  const seen = new Set(writes.map(({ write }) => write));
  expect(
    [...ALLOWED].filter((write) => !seen.has(write)),
    "allowed, but no longer there",
  ).toEqual([]);
});

test("the search finds writes of any form", () => {
  const text =
    "a[b] = 1; a[b] ??= 1; a[b] += 1; a[b]++; --a[b]; delete a[b]; [a[b], c] = d; ({ x: a[b] } = d); Object.assign(a, { [b]: 1 }); Reflect.set(a, b, 1); a.c[b.d] = 1; a['x'] = 1; a[0] = 1;";
  expect(findWrites(text)).toHaveLength(10);
});
