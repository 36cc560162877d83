import { readdirSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import type { CloseCodes, DerivedCloseCodes, Ending, Observations } from "@wasclean/schema";

/** The files of `data/` that the API is made of, parsed. */
export interface DataFiles {
  /** Of the package. */
  manifest: { version: string; license: string };
  endings: Ending[];
  closeCodes: CloseCodes;
  derivedCloseCodes: DerivedCloseCodes;
  /** Of each engine, browsers first. */
  observations: Observations[];
  /** The names of the files in a folder, without `.json`, in order; none where there is no such folder. */
  list(folder: "compat" | "json-schema"): string[];
  /** A file by its path in the package. Throws where there is none. */
  read(path: string): object;
}

/** Reads the data. Throws where a file is missing: the site is built from the project's folder. */
export function readDataFiles(folder = resolve("data")): DataFiles {
  const read = <T extends object>(path: string) => JSON.parse(readFileSync(resolve(folder, path), "utf8")) as T;
  const names = readdirSync(folder, { recursive: true }).map((path) => String(path).replaceAll("\\", "/"));
  const derivedCloseCodes = read<DerivedCloseCodes>("derived/close-codes.json");
  return {
    manifest: read("package.json"),
    endings: read("endings.json"),
    closeCodes: read("close-codes.json"),
    derivedCloseCodes,
    observations: Object.values(derivedCloseCodes.engines).map(({ source }) => read<Observations>(source)),
    list: (below) =>
      names
        .filter((path) => path.startsWith(`${below}/`) && path.endsWith(".json"))
        .map((path) => path.slice(below.length + 1, -".json".length))
        .sort(),
    read,
  };
}
