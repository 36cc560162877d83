import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Browsers, CloseCodes, Compat, DerivedCloseCodes, Ending, Observations } from "@wasclean/schema";

/** The package's files, each read when it is asked for. */
export interface PackageData {
  version: string;
  /** The names of the files in `compat/`. */
  compatNames: string[];
  /** @throws {Error} where there is no such file. */
  compat(name: string): Compat;
  browsers(): Browsers;
  closeCodes(): CloseCodes;
  derivedCloseCodes(): DerivedCloseCodes;
  endings(): Ending[];
  /** Browsers first. */
  observations(): Observations[];
}

/** The package that a module belongs to. Only files are read, so that one feature costs one file. */
export function readPackage(moduleUrl: string): PackageData {
  const folder = folderOf(dirname(fileURLToPath(moduleUrl)));
  const read = <T>(path: string) => JSON.parse(readFileSync(join(folder, path), "utf8")) as T;
  const derivedCloseCodes = () => read<DerivedCloseCodes>("derived/close-codes.json");
  return {
    version: read<{ version: string }>("package.json").version,
    compatNames: readdirSync(join(folder, "compat")).map((file) => file.replace(/\.json$/, "")),
    compat: (name) => read(`compat/${name}.json`),
    browsers: () => read("browsers.json"),
    closeCodes: () => read("close-codes.json"),
    derivedCloseCodes,
    endings: () => read("endings.json"),
    observations: () => Object.values(derivedCloseCodes().engines).map(({ source }) => read<Observations>(source)),
  };
}

/** The nearest folder above that has the data: built files may lie deeper or less deep than sources. */
function folderOf(folder: string): string {
  if (existsSync(join(folder, "endings.json"))) return folder;
  const parent = dirname(folder);
  if (parent === folder)
    throw new Error("the package's files are not beside the command; install @wasclean/data again");
  return folderOf(parent);
}
