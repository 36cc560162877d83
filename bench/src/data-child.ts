import { answer } from "./child.ts";

/** The package that a process loads. */
export type DataName = "ours" | "bcd" | "webFeatures";

/** The specifiers that programs import, by package. */
export const MODULES: Record<DataName, string> = {
  ours: "@wasclean/data/compat/CloseEvent.json",
  bcd: "@mdn/browser-compat-data",
  webFeatures: "web-features",
};

/** A request for a load, answered with its cost. One per process, because a module is loaded only once. */
export interface LoadRequest {
  name: DataName;
}

/** The cost of loading, in milliseconds within the process, without the start of Node.js. */
export interface Load {
  /** Finding the file by the name of its package. */
  finding: number;
  /** import() of the file: reading it, parsing it, and making a module of it. */
  loading: number;
  /** The first version of Chrome with `CloseEvent.wasClean`, as proof that the data is usable. */
  chrome: string;
}

// biome-ignore lint/suspicious/noExplicitAny: data of three shapes, each read in its own way
type Loaded = any;

const READ_CHROME: Record<DataName, (loaded: Loaded) => string> = {
  ours: ({ default: data }) => data.features["api.CloseEvent.wasClean"].support.chrome.version_added,
  bcd: ({ default: data }) => data.api.CloseEvent.wasClean.__compat.support.chrome.version_added,
  webFeatures: ({ features }) => features.websockets.status.by_compat_key["api.CloseEvent.wasClean"].support.chrome,
};

if (process.send) answer(load);

async function load({ name }: LoadRequest): Promise<Load> {
  const attributes = name === "webFeatures" ? {} : { with: { type: "json" } };
  const start = performance.now();
  const url = import.meta.resolve(MODULES[name]);
  const found = performance.now();
  const loaded: Loaded = await import(url, attributes);
  const end = performance.now();
  return { finding: found - start, loading: end - found, chrome: READ_CHROME[name](loaded) };
}
