import type { Release } from "../release.ts";
import { lab } from "./lab.ts";

/** All packages that are published. */
export const RELEASES: ReadonlyMap<string, Release> = new Map([["lab", lab]]);
