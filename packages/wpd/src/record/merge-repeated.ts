import { isDeepStrictEqual } from "node:util";
import type { PageFields } from "./page-draft.ts";

/** Restores the fields `before` a repeated template and fills their gaps from it; `true` if it filled gaps and contradicts nothing. */
export function fillGaps(before: PageFields, fields: PageFields): boolean {
  let isComplete = true;
  let hasFilled = false;
  for (const key of Object.keys(before) as (keyof PageFields)[]) {
    if (before[key] === fields[key]) continue;
    const merged = merge(before[key], fields[key]);
    isComplete &&= !merged.isConflict;
    hasFilled ||= merged.hasFilled;
    Object.assign(fields, { [key]: merged.value });
  }
  return isComplete && hasFilled;
}

type Value = PageFields[keyof PageFields];

/** The first value, its gaps filled from the second; a conflict if both have text and differ. */
function merge(first: Value, second: Value): { value: Value; isConflict: boolean; hasFilled: boolean } {
  if (isEmpty(second)) return { value: first, isConflict: false, hasFilled: false };
  if (isEmpty(first)) return { value: second, isConflict: false, hasFilled: true };
  const isSection = (value: Value): value is Value & object =>
    typeof value === "object" && value !== null && !Array.isArray(value) && !("wikitext" in value);
  if (!isSection(first) || !isSection(second)) return { value: first, isConflict: true, hasFilled: false };
  let isConflict = false;
  let hasFilled = false;
  const value = new Map<string, unknown>(Object.entries(first));
  for (const [key, now] of Object.entries(second)) {
    if (key === "start" || key === "end") continue;
    const then = value.get(key) as Value;
    if (isEmpty(then)) {
      hasFilled ||= !isEmpty(now as Value);
      value.set(key, now);
    } else isConflict ||= !isEmpty(now as Value) && !isDeepStrictEqual(then, now);
  }
  return { value: Object.fromEntries(value) as unknown as Value, isConflict, hasFilled };
}

const isEmpty = (value: Value) => value === null || (Array.isArray(value) && value.length === 0);
