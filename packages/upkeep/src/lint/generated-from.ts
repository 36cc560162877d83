import type { Page } from "@wasclean/schema";
import { type DataSet, ENDINGS_FILE } from "./data-set.ts";
import type { Finding, Rule } from "./rule.ts";

/** A generated file names its sources, which exist and are unchanged. */
export const generatedFrom: Rule = {
  name: "generated-from",
  check: (data) => [...checkDerived(data), ...checkPages(data), ...checkSources(data)],
};

function checkDerived({ derivedCloseCodes, differences, observations, files }: DataSet): Finding[] {
  const remedy = "Run npm run generate computed.";
  const wanted = [ENDINGS_FILE, ...observations.map(([file]) => file)];
  const derived = { "computed/close-codes.json": derivedCloseCodes, "computed/differences.json": differences };
  return Object.entries(derived).flatMap(([file, { generatedFrom, engines }]) => {
    const gone = generatedFrom.filter((name) => name !== ENDINGS_FILE && !files.has(name));
    const missing = wanted.filter((name) => !generatedFrom.includes(name));
    const stale = observations.filter(([name, { engine, observedOn }]) => {
      const known = engines[engine.id];
      return !missing.includes(name) && (known?.version !== engine.version || known.observedOn !== observedOn);
    });
    return [
      ...gone.map((name) => `The file was generated from ${name}, which does not exist.`),
      ...missing.map((name) => `The file was not generated from ${name}.`),
      ...stale.map(([name]) => `The file was generated from another ${name}: its version or day differs.`),
    ].map((message) => ({ file, path: ["generatedFrom"], message, remedy }));
  });
}

function checkPages({ files, wiki }: DataSet): Finding[] {
  const pages = [...files].filter(([file]) => file.startsWith("pages/")) as [string, Page][];
  return pages.flatMap(([file, { source }]) => checkWikiSource(file, source, wiki, ["source"], "Run npm run import."));
}

/** A file that was compared with a page's record names the page. */
function checkSources({ files, wiki }: DataSet): Finding[] {
  return [...files].flatMap(([file, content]) => {
    const source = (content as { sources?: { wiki?: WikiFile } }).sources?.wiki;
    if (source === undefined) return [];
    return checkWikiSource(file, source, wiki, ["sources", "wiki"], "Run npm run generate compat.");
  });
}

interface WikiFile {
  path: string;
  sha256: string;
}

function checkWikiSource(
  file: string,
  { path: name, sha256 }: WikiFile,
  wiki: DataSet["wiki"],
  path: string[],
  remedy: string,
) {
  const actual = wiki.get(name);
  if (actual === sha256) return [];
  const what = actual === undefined ? "which does not exist" : "whose text has changed";
  return [{ file, path, message: `The file was generated from wiki/${name}, ${what}.`, remedy }];
}
