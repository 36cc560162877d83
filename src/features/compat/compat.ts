import { BROWSERS, CLOSE_EVENT, WEB_SOCKET } from "@wasclean/data/load";
import type { BrowserName, CompatFeature, SimpleSupportStatement } from "@wasclean/schema";

/** The compatibility data by interface. */
const files = {
  CloseEvent: CLOSE_EVENT,
  WebSocket: WEB_SOCKET,
};
const browsers = BROWSERS.browsers;

/** The sources of today's values. */
export const sources = files.CloseEvent.sources;

/** A key of browser-compat-data and its data. */
export interface Feature {
  key: string;
  /** The description, or the last part of the key; HTML. */
  title: string;
  data: CompatFeature;
}

/** The keys of an interface, itself first; for a member, only the member's. Throws for an unknown key. */
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

/** A browser as the header of a column. */
export interface Column {
  id: BrowserName;
  name: string;
  /** The engine of its newest release in the data. */
  engine: string;
}

/** The kinds of tables. Browsers of headsets are listed with mobile ones. */
export const PLATFORMS = [
  { id: "desktop", title: "Desktop", types: ["desktop"] },
  { id: "mobile", title: "Mobile and headset", types: ["mobile", "xr"] },
  { id: "server", title: "Server runtimes", types: ["server"] },
] as const;
export type Platform = (typeof PLATFORMS)[number];

const ENGINES = ["Blink", "Gecko", "WebKit", "Trident", "V8"];

/** The browsers of a platform, grouped by engine. */
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

/** The support for one key in one browser. */
export interface SupportCell {
  column: Column;
  /** The id of the element that the cell opens. */
  id: string;
  state: keyof typeof STATES;
  /** The first version with support, with `≤` if there is one; `null` if there is no such version. */
  version: string | null;
  statements: readonly SimpleSupportStatement[];
  /** The first day of support, ISO 8601; `null` if there is none. */
  since: string | null;
  /** Whether no browser in the row got support later, while others have it too. */
  isNewest: boolean;
}

/** A mark and words for each state of support, so that neither colour nor shape carries the meaning alone. */
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

/** A key as a part of an id, without dots. */
export const toKeyId = (key: string): string => key.replaceAll(".", "-");

/** The fragment that opens a cell. */
const toCellId = (key: string, browser: string): string => `${toKeyId(key)}-${browser}`;

function stateOf([first]: readonly SimpleSupportStatement[]): SupportCell["state"] {
  if (!first) return "unknown";
  if (first.version_added === false) return "no";
  if (first.version_removed) return "removed";
  if (first.flags) return "behind-flag";
  if (first.prefix || first.alternative_name) return "other-name";
  return first.partial_implementation ? "partial" : "yes";
}

/** The day of a release, ISO 8601; `≤37` has that of 37. `null` for an unknown release. */
export function releaseDate(browser: BrowserName, version: string): string | null {
  return browsers[browser]?.releases[version.replace("≤", "")]?.release_date ?? null;
}
