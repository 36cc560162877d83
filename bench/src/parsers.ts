import { createRequire } from "node:module";

/** Reads one page. What it returns is only looked at so that no engine may leave the work out. */
export type Parse = (wikitext: string) => unknown;

/** One parser: how to load it and what it is called in the tables. */
export interface Parser {
  label: string;
  load(pages: readonly string[]): Promise<{ parse: Parse } | { parseAll: () => unknown }>;
}

/** The stage of wikiparser-node in which templates are read, as its own table `stages` numbers them. */
const TEMPLATES_STAGE = 2;

/** Every parser of the benchmark, each loaded only in the process that measures it. */
export const PARSERS = {
  tree: {
    label: "wasClean: tree (`parseWikitext`)",
    async load() {
      const { parseWikitext } = await import("../../packages/wpd/src/index.ts");
      return { parse: parseWikitext };
    },
  },
  wikiparser: {
    label: "wikiparser-node: up to templates",
    load: async () => ({ parse: loadWikiparser() }),
  },
  wtf: {
    label: "wtf_wikipedia",
    async load() {
      const { default: wtf } = await import("wtf_wikipedia");
      return { parse: (wikitext) => wtf(wikitext) };
    },
  },
  json: {
    label: "`JSON.parse` of the same pages",
    async load(pages) {
      const json = JSON.stringify(pages);
      return { parseAll: () => JSON.parse(json) };
    },
  },
  record: {
    label: "wasClean: record with HTML (`readPage`)",
    async load() {
      const { readRecord } = await import("./read-record.ts");
      return { parse: readRecord };
    },
  },
} as const satisfies Record<string, Parser>;
export type ParserName = keyof typeof PARSERS;

/**
 * wikiparser-node as fast as it goes: trees that are only read, one configuration for all pages, no stage after
 * templates. Its own types pull in types of its optional companions, so that only what is used here is declared.
 */
export function loadWikiparser(): Parse {
  interface Wikiparser {
    viewOnly: boolean;
    getConfig(): object;
    parse(wikitext: string, include: boolean, maxStage: number, config: object): unknown;
  }
  const wikiparser: Wikiparser = createRequire(import.meta.url)("wikiparser-node");
  wikiparser.viewOnly = true;
  const config = wikiparser.getConfig();
  return (wikitext) => wikiparser.parse(wikitext, false, TEMPLATES_STAGE, config);
}
