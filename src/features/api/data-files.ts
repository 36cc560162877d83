import { readdirSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { CLOSE_CODES, DERIVED_CLOSE_CODES, ENDINGS, OBSERVATIONS } from "@wasclean/data/load";
import type { CloseCodes, DerivedCloseCodes, Ending, Observations } from "@wasclean/schema";

/** The data behind the API. */
export interface DataFiles {
  /** The manifest of the package `@wasclean/data`. */
  manifest: { version: string; license: string };
  endings: readonly Ending[];
  closeCodes: CloseCodes;
  derivedCloseCodes: DerivedCloseCodes;
  /** One file per engine, in the order of `engines.json`. */
  observations: readonly Observations[];
  /** The names of the files in a folder, without `.json`, in order. */
  list(folder: "compat" | "json-schema"): string[];
  /** A file by its path from the data folder. Throws if it does not exist. */
  read(path: string): object;
}

/** Reads the data. Throws if a file is missing; the working directory must be the project's folder. */
export function readDataFiles(): DataFiles {
  const parse = (path: string) => JSON.parse(readFileSync(resolve(path), "utf8"));
  return {
    manifest: parse("packages/data/package.json"),
    endings: ENDINGS,
    closeCodes: CLOSE_CODES,
    derivedCloseCodes: DERIVED_CLOSE_CODES,
    observations: OBSERVATIONS,
    list: (folder) =>
      readdirSync(resolve("data", folder))
        .filter((file) => file.endsWith(".json"))
        .map((file) => file.slice(0, -".json".length))
        .sort(),
    read: (path) => parse(`data/${path}`),
  };
}
