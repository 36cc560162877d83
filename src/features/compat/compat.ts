import { BROWSERS, CLOSE_EVENT, WEB_SOCKET } from "@wasclean/data/load";
import type { BrowserName, CompatFeature, SimpleSupportStatement } from "@wasclean/schema";

/** The compatibility data by interface. */
const files = {
  CloseEvent: CLOSE_EVENT,
  WebSocket: WEB_SOCKET,
};
const browsers = BROWSERS.browsers;

/** Where the values of today are from. */
export const sources = files.CloseEvent.sources;

/** A key of browser-compat-data with what is said of it. */
export interface Feature {
  key: string;
  /** In HTML: the description, or the key's last part. */
  title: string;
  data: CompatFeature;
}

/** The keys of an interface, the interface itself first; or, of a member, that one alone. */
export function featuresOf(key: string): Feature[] {
  const [, name = "", member] = key.split(".");
  const all = Object.entries(files[name as keyof typeof files]?.features ?? {});
  const chosen = all.filter(([other]) => member === undefined || other === key || other.startsWith(`${key}.`));
  if (chosen.length === 0) throw new Error(`data/compat has no ${key}.`);
  return chosen.map(([id, data]) => ({
    key: id,
    data,
    title: data.description ?? `<code>${id.split(".").at(-1)}</code>`,
  }));
}

/** A browser, as the head of a column. */
export interface Column {
  id: BrowserName;
  name: string;
  /** The engine of its newest release in the data. */
  engine: string;
}

/** The kinds of tables; a headset's browser stands with the mobile ones. */
export const PLATFORMS = [
  { id: "desktop", title: "Desktop", types: ["desktop"] },
  { id: "mobile", title: "Mobile and headset", types: ["mobile", "xr"] },
  { id: "server", title: "Server runtimes", types: ["server"] },
] as const;
export type Platform = (typeof PLATFORMS)[number];

const ENGINES = ["Blink", "Gecko", "WebKit", "Trident", "V8"];

/** The browsers of a platform, those with the same engine side by side. */
export function columnsOf({ types }: Platform): Column[] {
  const columns = Object.entries(browsers).flatMap(([id, browser]) =>
    browser && (types as readonly string[]).includes(browser.type)
      ? [{ id: id as BrowserName, name: browser.name, engine: engineOf(id as BrowserName) }]
      : [],
  );
  const rank = ({ engine }: Column) => (ENGINES.indexOf(engine) + ENGINES.length + 1) % (ENGINES.length + 1);
  return columns.toSorted((a, b) => rank(a) - rank(b));
}

function engineOf(browser: BrowserName): string {
  const releases = Object.values(browsers[browser]?.releases ?? {});
  const newest = releases.toSorted((a, b) => (a.release_date ?? "").localeCompare(b.release_date ?? "")).at(-1);
  return newest?.engine ?? "Engine not recorded";
}

/** What a table says of one key in one browser. */
export interface SupportCell {
  column: Column;
  /** The id of what the cell opens. */
  id: string;
  state: keyof typeof STATES;
  /** The first version, `≤` kept; `null` where there is none. */
  version: string | null;
  statements: readonly SimpleSupportStatement[];
  /** The first day of support, ISO 8601; `null` where there is none. */
  since: string | null;
  /** Whether no browser of the row got it later: since then all that have it share it. */
  isNewest: boolean;
}

/** The marks and the words of support: neither colour nor shape alone says it. */
export const STATES = {
  yes: { mark: "✓", words: "Yes" },
  partial: { mark: "◐", words: "Partial" },
  "other-name": { mark: "◐", words: "Under another name" },
  "behind-flag": { mark: "⚑", words: "Behind a flag" },
  no: { mark: "✗", words: "No" },
  removed: { mark: "✗", words: "Removed" },
  unknown: { mark: "?", words: "Not recorded" },
} as const;

/** The cells of a row. */
export function supportOf({ key, data }: Feature, columns: readonly Column[]): SupportCell[] {
  const cells = columns.map((column) => {
    const statements = [data.support[column.id] ?? []].flat();
    const added = statements[0]?.version_added;
    const version = typeof added === "string" ? added : null;
    const since = version === null ? null : releaseDate(column.id, version);
    return { column, id: toCellId(key, column.id), state: stateOf(statements), version, statements, since };
  });
  const newest = cells
    .flatMap(({ since }) => since ?? [])
    .toSorted()
    .at(-1);
  const isShared = cells.filter(({ since }) => since !== null).length > 1;
  return cells.map((cell) => ({ ...cell, isNewest: isShared && cell.since === newest }));
}

/** A key as a part of an id, which has no dots. */
export const toKeyId = (key: string): string => key.replaceAll(".", "-");

/** The fragment at which a cell is opened. */
const toCellId = (key: string, browser: string): string => `${toKeyId(key)}-${browser}`;

function stateOf([first]: readonly SimpleSupportStatement[]): SupportCell["state"] {
  if (!first) return "unknown";
  if (first.version_added === false) return "no";
  if (first.version_removed) return "removed";
  if (first.flags) return "behind-flag";
  if (first.prefix || first.alternative_name) return "other-name";
  return first.partial_implementation ? "partial" : "yes";
}

/** The day of a release, ISO 8601; of `≤37` that of 37. */
export function releaseDate(browser: BrowserName, version: string): string | null {
  return browsers[browser]?.releases[version.replace("≤", "")]?.release_date ?? null;
}
