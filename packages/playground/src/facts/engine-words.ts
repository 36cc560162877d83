import type { Engine } from "./ending-details.ts";

/** An ISO day in words: `22 November 2026`. */
export function dayWords(day: string): string {
  return new Date(day).toLocaleDateString("en-GB", { dateStyle: "long", timeZone: "UTC" });
}

/** An engine's name with its version. */
export function engineName({ name, version }: Engine): string {
  return `${name} ${version}`;
}
