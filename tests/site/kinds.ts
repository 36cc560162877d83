import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** Every kind of page of the site: one page as its sample, and the addresses of all of its pages. */
export const KINDS = {
  home: { sample: "/", pages: /^\/$/ },
  reference: { sample: "/apis/websocket/CloseEvent/", pages: /^\/apis\/websocket\/\w+\/$/ },
  member: { sample: "/apis/websocket/CloseEvent/code/", pages: /^\/apis\/websocket\/\w+\/(?!archive\/)\w+\/$/ },
  archive: { sample: "/apis/websocket/CloseEvent/archive/", pages: /^\/apis\/websocket\/\w+\/archive\/$/ },
  "wiki folder": { sample: "/apis/websocket/", pages: /^\/apis\/(?:websocket\/)?$/ },
  wiki: { sample: "/wiki/", pages: /^\/wiki\/(?!apis\/)/ },
  "close codes": { sample: "/close-codes/", pages: /^\/close-codes\/$/ },
  "close code": { sample: "/close-codes/1006/", pages: /^\/close-codes\/\d+\/$/ },
  "range of close codes": { sample: "/close-codes/4000-4999/", pages: /^\/close-codes\/\d+-\d+\/$/ },
  endings: { sample: "/endings/", pages: /^\/endings\/$/ },
  ending: { sample: "/endings/close-then-fin/", pages: /^\/endings\/[\w-]+\/$/ },
  "why 1006": { sample: "/why-1006/", pages: /^\/why-1006\/$/ },
  guides: { sample: "/guides/", pages: /^\/guides\/$/ },
  guide: { sample: "/guides/closing-from-a-server/", pages: /^\/guides\/[\w-]+\/$/ },
  playground: { sample: "/playground/", pages: /^\/playground\/$/ },
  embed: { sample: "/embed/", pages: /^\/embed\/$/ },
  "embed frame": { sample: "/embed/frame/", pages: /^\/embed\/frame\/$/ },
  search: { sample: "/search/", pages: /^\/search\/$/ },
  data: { sample: "/data/", pages: /^\/data\/$/ },
  about: { sample: "/about/", pages: /^\/about\/$/ },
  "not found": { sample: "/404.html", pages: /^\/404\.html$/ },
} as const satisfies Record<string, { sample: string; pages: RegExp }>;

export type Kind = keyof typeof KINDS;

/** The kinds with their samples, as `describe.each` takes them. */
export const SAMPLES = Object.entries(KINDS).map(([kind, { sample }]) => [kind as Kind, sample] as const);

/** The folder of the built site, absolute. */
export const DIST = fileURLToPath(new URL("../../dist/", import.meta.url));

/** Parts of pages, which scripts fetch; no pages of their own. */
const FRAGMENT = /^\/endings\/[\w-]+\/evidence\/$/;

/** Pages for old addresses, which lead on at once. */
export const REDIRECT = /^\/wiki\/apis\//;

/** The HTML of every built page, by its address below the site's root. */
export function readPages(folder = DIST): Map<string, string> {
  const files = globSync("**/*.html", { cwd: folder });
  const pages = files.map((file) => [`/${file}`.replace(/index\.html$/, ""), file] as const);
  return new Map(
    pages
      .filter(([address]) => !FRAGMENT.test(address))
      .map(([address, file]) => [address, readFileSync(join(folder, file), "utf8")]),
  );
}
