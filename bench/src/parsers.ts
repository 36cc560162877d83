import { createRequire } from "node:module";

/** Reads one page. The result is used only so that the engine cannot skip the work. */
export type Parse = (wikitext: string) => unknown;

/** A parser: how to load it, and its name in the tables. */
export interface Parser {
  label: string;
  load(pages: readonly string[]): Promise<{ parse: Parse } | { parseAll: () => unknown }>;
}

/** The stage in which wikiparser-node reads templates, numbered as in its table `stages`. */
const TEMPLATES_STAGE = 2;

/** All parsers of the benchmark, each loaded only in the process that measures it. */
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
 * wikiparser-node at its fastest: read-only trees, one configuration for all pages, no stage after templates. Its own
 * types need those of its optional companions, so only the members used here are declared.
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
