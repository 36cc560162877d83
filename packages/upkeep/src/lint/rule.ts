import type { DataSet } from "./data-set.ts";

/** A place in a JSON file, as a list of keys and indices. */
export type Path = readonly (string | number)[];

/** An error in the data. */
export interface Finding {
  /** The path from the data folder, with forward slashes. */
  file: string;
  path: Path;
  /** One sentence that names the wrong value. */
  message: string;
  /** One sentence on how to fix it. */
  remedy: string;
}

/** A rule that the data must keep. */
export interface Rule {
  /** The name of the rule's file, in kebab-case. */
  name: string;
  /** The errors found; empty if there are none. */
  check(data: DataSet): Finding[];
}

/** A path as a {@link https://www.rfc-editor.org/rfc/rfc6901 JSON Pointer}. */
export const toPointer = (path: Path) =>
  path.map((key) => `/${String(key).replaceAll("~", "~0").replaceAll("/", "~1")}`).join("");
