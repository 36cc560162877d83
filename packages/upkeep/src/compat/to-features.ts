import type { CompatStatement, Identifier } from "@mdn/browser-compat-data/types";
import type { Baseline } from "@wasclean/schema";
import type { BrowserCompatData, WebFeatures } from "./inputs.ts";

/** Every key at and below a key of browser-compat-data, with its statement, parents first. @throws {Error} if the key does not exist. */
export function listKeys({ data }: BrowserCompatData, key: string): [key: string, statement: CompatStatement][] {
  let node: Identifier | undefined = data as unknown as Identifier;
  for (const name of key.split(".")) node = node?.[name];
  const keys = node === undefined ? [] : [...walk(key, node)];
  if (keys.length === 0) throw new Error(`browser-compat-data ${data.__meta.version} has no ${key}: was it renamed?`);
  return keys;
}

function* walk(key: string, node: Identifier): Generator<[string, CompatStatement]> {
  if (node.__compat) yield [key, node.__compat];
  for (const [name, child] of Object.entries(node)) {
    if (name !== "__compat") yield* walk(`${key}.${name}`, child as Identifier);
  }
}

/** A key's values, not yet checked against the schema, without its file in browser-compat-data's repository. */
export function toFeature(key: string, statement: CompatStatement, webFeatures: WebFeatures): unknown {
  const { description, mdn_url, spec_url, status, support, tags } = statement;
  return {
    description,
    mdn_url,
    spec_url,
    status,
    support,
    tags,
    source: "bcd",
    baseline: toBaseline(key, webFeatures),
  };
}

/** The Baseline status of a key: its own if web-features has one, otherwise its feature's. */
function toBaseline(key: string, { features }: WebFeatures): Baseline | null {
  for (const [feature, value] of Object.entries(features)) {
    if (value.kind !== "feature" || !value.compat_features?.includes(key)) continue;
    const { baseline, baseline_low_date, baseline_high_date } = value.status.by_compat_key?.[key] ?? value.status;
    return {
      feature,
      baseline: baseline as Baseline["baseline"],
      ...(baseline_low_date && { baseline_low_date }),
      ...(baseline_high_date && { baseline_high_date }),
      source: "web-features",
    };
  }
  return null;
}
