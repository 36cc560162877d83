import type { Finding, Path, Rule } from "./rule.ts";

/** Every date exists in the calendar and is not in the future. */
export const datesPast: Rule = {
  name: "dates-past",
  check: ({ files, today }) =>
    [...files]
      .filter(([file]) => !file.startsWith("pages/")) // the wiki's own words
      .flatMap(([file, content]) => datesIn(content).flatMap((found) => checkDate(file, found, today))),
};

interface FoundDate {
  date: string;
  path: Path;
}

/** Every text that is just a day or a month, with or without `≤`. Release dates of browsers are left out: they are planned ahead. */
function datesIn(value: unknown, path: Path = []): FoundDate[] {
  if (path.at(-1) === "release_date") return [];
  if (typeof value === "string") {
    const date = /^≤?(\d{4}-\d{2}(?:-\d{2})?)$/.exec(value)?.[1];
    return date === undefined ? [] : [{ date, path }];
  }
  if (value === null || typeof value !== "object") return [];
  return Object.entries(value).flatMap(([key, child]) => datesIn(child, [...path, key]));
}

function checkDate(file: string, { date, path }: FoundDate, today: string): Finding[] {
  const time = new Date(`${date.padEnd(10, "-01")}T00:00:00Z`);
  // Date turns a day that the month does not have into one of the next month.
  const isReal = !Number.isNaN(time.valueOf()) && time.toISOString().startsWith(date);
  if (!isReal) return [{ file, path, message: `${date} is not a date.`, remedy: "Write YYYY-MM-DD or YYYY-MM." }];
  if (date <= today) return [];
  return [{ file, path, message: `${date} is in the future: today is ${today}.`, remedy: "Write the actual date." }];
}
