import type { DataSet } from "./data-set.ts";
import { engineReferences } from "./engine-references.ts";
import type { Finding, Path, Rule } from "./rule.ts";

/** Every source named by a key is in the same file, and every source is used. */
export const valuesSourced: Rule = {
  name: "values-sourced",
  check: (data) => [...checkTables(data), ...checkEngines(data), ...checkCloseCodes(data)],
};

/** Files that have a table `sources`: a `source` is a key of it. */
function checkTables({ files }: DataSet): Finding[] {
  return [...files].flatMap(([file, content]) => {
    const sources = (content as { sources?: unknown }).sources;
    if (sources === null || typeof sources !== "object") return [];
    const used = sourcesIn(content);
    const remedy = "Name a key of the file's sources, or add it there.";
    const unknown = used
      .filter(({ source }) => !Object.hasOwn(sources, source))
      .map(({ source, path }) => ({ file, path, message: `"${source}" is not a source of this file.`, remedy }));
    const unused = Object.keys(sources)
      .filter((key) => !used.some(({ source }) => source === key))
      .map((key) => ({ file, path: ["sources", key], message: `No value is from "${key}".`, remedy: "Remove it." }));
    return [...unknown, ...unused];
  });
}

function sourcesIn(value: unknown, path: Path = []): { source: string; path: Path }[] {
  if (typeof value === "string") return path.at(-1) === "source" ? [{ source: value, path }] : [];
  if (value === null || typeof value !== "object") return [];
  return Object.entries(value).flatMap(([key, child]) => sourcesIn(child, [...path, key]));
}

/** Computed files: every engine has its version and file in the table `engines`. */
function checkEngines(data: DataSet): Finding[] {
  const tables: Record<string, object> = {
    "computed/close-codes.json": data.derivedCloseCodes.engines,
    "computed/differences.json": data.differences.engines,
  };
  return engineReferences(data)
    .filter(({ file, engine }) => !Object.hasOwn(tables[file] ?? {}, engine))
    .map(({ file, path, engine }) => {
      return {
        file,
        path,
        message: `"${engine}" is not among the file's engines.`,
        remedy: "Run npm run generate computed.",
      };
    });
}

/** Only codes that the registry does not list may come from elsewhere. */
function checkCloseCodes({ closeCodes }: DataSet): Finding[] {
  return closeCodes.flatMap(({ source, status }, index) => {
    if ((source.registry === "RFC 6455") === (status === "not-used")) return [];
    const path = ["closeCodes", index, "source", "registry"];
    const message = `Codes that are ${status} are not taken from ${source.registry}.`;
    const remedy = "Take listed codes from the registry, codes out of use from RFC 6455.";
    return [{ file: "close-codes.json", path, message, remedy }];
  });
}
