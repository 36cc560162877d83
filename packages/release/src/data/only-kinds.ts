/** A JSON Schema of pages of several kinds, and what its parts refer to. */
interface PageJsonSchema {
  oneOf: { properties: { kind: { const: string } } }[];
  $defs: Record<string, object>;
}

/** The JSON Schema of pages of these kinds only, without the definitions that then are not needed. */
export function onlyKinds(schema: PageJsonSchema, kinds: ReadonlySet<string>): PageJsonSchema {
  const { $defs, ...rest } = schema;
  const kept = { ...rest, oneOf: schema.oneOf.filter(({ properties }) => kinds.has(properties.kind.const)) };
  const queue = referencesIn(kept);
  // What a definition refers to is appended, and visited in turn.
  for (const name of queue) queue.push(...referencesIn($defs[name]).filter((other) => !queue.includes(other)));
  const needed = Object.entries($defs).filter(([name]) => queue.includes(name));
  return { ...kept, $defs: Object.fromEntries(needed) };
}

function referencesIn(schema: unknown): string[] {
  const found = JSON.stringify(schema ?? null).matchAll(/"#\/\$defs\/([^"]+)"/g);
  return [...new Set([...found].map(([, name = ""]) => name))];
}
