import type { Release } from "../release.ts";
import { data } from "./data.ts";
import { lab } from "./lab.ts";
import { playground } from "./playground.ts";

/** All packages that are published. */
export const RELEASES: ReadonlyMap<string, Release> = new Map([
  ["data", data],
  ["lab", lab],
  ["playground", playground],
]);
