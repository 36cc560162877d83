import ts from "typescript";
import type { Path } from "./rule.ts";

/** The line of a place in a JSON text, from 1; a path that does not exist counts as far as it does. */
export function lineOf(text: string, path: Path): number {
  const source = ts.parseJsonText("x.json", text);
  let node: ts.Node | undefined = source.statements[0]?.expression;
  let start = node?.getStart(source) ?? 0;
  for (const key of path) {
    const next = node === undefined ? undefined : childOf(node, String(key));
    if (next === undefined) break;
    start = next.getStart(source);
    node = ts.isPropertyAssignment(next) ? next.initializer : next;
  }
  return source.getLineAndCharacterOfPosition(start).line + 1;
}

function childOf(node: ts.Node, key: string): ts.Node | undefined {
  if (ts.isArrayLiteralExpression(node)) return node.elements[Number(key)];
  if (!ts.isObjectLiteralExpression(node)) return undefined;
  return node.properties.find(({ name }) => name !== undefined && ts.isStringLiteral(name) && name.text === key);
}
