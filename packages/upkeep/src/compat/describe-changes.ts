type Json = unknown;

/** Keys that only group others; paths leave them out. */
const GROUPS = new Set(["features", "support", "browsers", "releases"]);

/** The differences between two values, a line each: `api.CloseEvent.wasClean, safari: version_added 3.1 → 3`. */
export function describeChanges(before: Json, after: Json): string[] {
  return [...compare(before, after, [])];
}

function* compare(before: Json, after: Json, path: string[]): Generator<string> {
  if (JSON.stringify(before) === JSON.stringify(after)) return;
  if (!isObject(before) || !isObject(after) || Array.isArray(before) !== Array.isArray(after)) {
    yield describe(before, after, path);
    return;
  }
  for (const key of new Set([...Object.keys(before), ...Object.keys(after)])) {
    yield* compare(before[key], after[key], [...path, Array.isArray(after) ? `statement ${Number(key) + 1}` : key]);
  }
}

function describe(before: Json, after: Json, path: string[]): string {
  const words = path.filter((key) => !GROUPS.has(key));
  const last = words.pop() ?? "everything";
  const place = words.length > 0 ? `${words.join(", ")}: ` : "";
  if (before === undefined) return `${place}${last} is new: ${toWords(after)}`;
  if (after === undefined) return `${place}${last} is gone (was ${toWords(before)})`;
  return `${place}${last} ${toWords(before)} → ${toWords(after)}`;
}

function toWords(value: Json): string {
  return typeof value === "string" ? value : JSON.stringify(value);
}

function isObject(value: Json): value is Record<string, Json> {
  return typeof value === "object" && value !== null;
}

/** The differences between two texts of a JSON file, a line each. */
export function describeTexts(before: string, after: string): string[] {
  try {
    const changes = describeChanges(JSON.parse(before), JSON.parse(after));
    return changes.length > 0 ? changes : ["the same values, written differently"];
  } catch (error) {
    if (error instanceof SyntaxError) return [`was not JSON: ${error.message}`];
    throw error;
  }
}
