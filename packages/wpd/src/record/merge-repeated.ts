import type { PageFields } from "./page-draft.ts";

/** Puts back what was said `before` into the fields that a repeated template wrote once more; whether it filled gaps and nothing more. */
export function fillGaps(before: PageFields, fields: PageFields): boolean {
  let isComplete = true;
  let hasFilled = false;
  for (const key of Object.keys(before) as (keyof PageFields)[]) {
    if (before[key] === fields[key]) continue;
    const merged = merge(before[key], fields[key]);
    isComplete &&= !merged.isConflict;
    hasFilled ||= JSON.stringify(merged.value) !== JSON.stringify(before[key]);
    Object.assign(fields, { [key]: merged.value });
  }
  return isComplete && hasFilled;
}

type Value = PageFields[keyof PageFields];

/** The first value, with what it leaves open taken from the second; a conflict where both say something, and not the same. */
function merge(first: Value, second: Value): { value: Value; isConflict: boolean } {
  if (isNothing(second)) return { value: first, isConflict: false };
  if (isNothing(first)) return { value: second, isConflict: false };
  const isSection = (value: Value): value is Value & object =>
    typeof value === "object" && value !== null && !Array.isArray(value) && !("wikitext" in value);
  if (!isSection(first) || !isSection(second)) return { value: first, isConflict: true };
  let isConflict = false;
  const value: Record<string, unknown> = { ...first };
  for (const [key, now] of Object.entries(second)) {
    if (key === "start" || key === "end") continue;
    const then = value[key] as Value;
    if (isNothing(then)) value[key] = now;
    else isConflict ||= !isNothing(now as Value) && JSON.stringify(then) !== JSON.stringify(now);
  }
  return { value: value as unknown as Value, isConflict };
}

const isNothing = (value: Value) => value === null || (Array.isArray(value) && value.length === 0);
