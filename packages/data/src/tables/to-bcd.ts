import type { Compat, CompatFeature } from "@wasclean/schema";

/** The `__compat` of a key of browser-compat-data. */
export type BcdStatement = Omit<CompatFeature, "source" | "baseline"> & {
  /** The file that has the key in browser-compat-data's repository. */
  source_file: string;
};

/** A key of browser-compat-data and those below it. */
export interface BcdIdentifier {
  __compat?: BcdStatement;
  [name: string]: BcdIdentifier | BcdStatement | undefined;
}

/** The part of browser-compat-data's `data.json` that a feature's record was taken from, in its own schema. */
export function toBcd({ name, features }: Compat): { api: BcdIdentifier } {
  const api: BcdIdentifier = {};
  for (const [key, { source: _, baseline: __, ...statement }] of Object.entries(features)) {
    const identifier = key
      .split(".")
      .slice(1)
      .reduce((parent, part) => childOf(parent, part), api);
    // browser-compat-data names a file after its interface.
    identifier.__compat = { ...statement, source_file: `api/${name}.json` };
  }
  return { api };
}

function childOf(parent: BcdIdentifier, name: string): BcdIdentifier {
  const child = (parent[name] as BcdIdentifier | undefined) ?? {};
  parent[name] = child;
  return child;
}
