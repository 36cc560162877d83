import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, sep } from "node:path";

/** A file that is not JSON, with the parser's message. */
export interface BrokenFile {
  file: string;
  message: string;
}

/** Reads a data folder: the text and content of every JSON file, and broken files; paths with forward slashes. */
export function loadData(folder: string) {
  const names = list(folder).filter((name) => name.endsWith(".json") && !name.startsWith("json-schema/"));
  const texts = new Map(names.map((name) => [name, readFileSync(join(folder, name), "utf8")]));
  const files = new Map<string, unknown>();
  const broken: BrokenFile[] = [];
  for (const [file, text] of texts) {
    try {
      files.set(file, JSON.parse(text));
    } catch (error) {
      broken.push({ file, message: (error as Error).message });
    }
  }
  return { texts, files, broken, wiki: hashesIn(join(folder, "wiki")) };
}

/** The groups of endings that have a module: the names of the files in a folder of the lab. */
export const groupsIn = (folder: string) =>
  list(folder).flatMap((name) => (name.endsWith(".ts") ? [name.slice(0, -".ts".length)] : []));

function hashesIn(folder: string): Map<string, string> {
  const hash = (name: string) =>
    createHash("sha256")
      .update(readFileSync(join(folder, name)))
      .digest("hex");
  return new Map(list(folder).map((name) => [name, hash(name)]));
}

/** The files of a folder and of all folders in it, sorted; empty if the folder does not exist. */
function list(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .replaceAll(sep, "/"),
    )
    .toSorted();
}
