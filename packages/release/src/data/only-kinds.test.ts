import { expect, test } from "vitest";
import { onlyKinds } from "./only-kinds.ts";

const ofKind = (kind: string, name: string) => ({
  properties: { kind: { const: kind }, field: { $ref: `#/$defs/${name}` } },
});
const SCHEMA = {
  properties: { title: { $ref: "#/$defs/text" } },
  oneOf: [ofKind("a", "list"), ofKind("b", "table"), ofKind("c", "list")],
  $defs: {
    text: { type: "string" },
    list: { items: { $ref: "#/$defs/row" } },
    row: { items: { $ref: "#/$defs/list" } },
    table: { type: "array" },
  },
};

test.each<[string[], string[]]>([
  [["a"], ["text", "list", "row"]],
  [["b"], ["text", "table"]],
  [
    ["b", "c"],
    ["text", "list", "row", "table"],
  ],
  [[], ["text"]],
])("of kinds %j the definitions %j are needed", (kinds, names) => {
  const { oneOf, $defs, ...rest } = onlyKinds(SCHEMA, new Set(kinds));
  expect(oneOf.map(({ properties }) => properties.kind.const)).toEqual(kinds);
  expect(Object.keys($defs)).toEqual(names);
  expect(rest).toEqual({ properties: SCHEMA.properties });
});
