import type { DesktopRow, MobileRow, WikiBrowser } from "@wasclean/schema";
import type { WikiPage } from "./inputs.ts";

/** What the wiki recorded of its page's subject in one browser, and where. */
export type WikiClaim = {
  supported: "yes" | "no" | "unknown" | null;
  /** As written. */
  version: string | null;
  /** The version where it is a single one. */
  number: string | null;
  /** From the first parameter's name to the end of the second one's value, in UTF-16 code units. */
  offsets: [number, number];
};

/** What the page's tables say of its subject, by browser. @throws {Error} where there is anything that this has no place for. */
export function toWikiClaims({ page, wikitext }: WikiPage): Record<WikiBrowser, WikiClaim> {
  const { compatibility } = page;
  if (compatibility === null) throw new Error(`${page.slug} has no compatibility section: leave its page out`);
  const rows = { ...onlyRow(page.slug, compatibility.desktop), ...onlyRow(page.slug, compatibility.mobile) };
  const section = wikitext.slice(compatibility.start, compatibility.end);
  const claims = Object.entries(rows).map(([browser, { supported, version, prefixed }]) => {
    if (prefixed.supported === "yes")
      throw new Error(`${page.slug}, ${browser}: support with a prefix has no place yet`);
    const [start, end] = findOffsets(section, browser, supported, version?.raw ?? null);
    const offsets = [compatibility.start + start, compatibility.start + end];
    return [browser, { supported, version: version?.raw ?? null, number: version?.number ?? null, offsets }];
  });
  return Object.fromEntries(claims);
}

function onlyRow<R extends DesktopRow | MobileRow>(slug: string, rows: R[]): R["support"] {
  const [row] = rows;
  if (row === undefined || rows.length > 1 || row.feature !== null) {
    throw new Error(`${slug}: its tables have rows on more than its subject, and only that one is compared`);
  }
  return row.support;
}

/** @throws {Error} where the parameters are not in the text once, or their values are not the record's. */
function findOffsets(section: string, browser: string, supported: string | null, version: string | null) {
  const parameters = new RegExp(
    `${browser}_supported=([^|]*)\\|${browser}_version=([^|]*?)(?=\\s*(?:\\||\\}\\}))`,
    "gi",
  );
  const [match, other] = [...section.matchAll(parameters)];
  const found = match?.slice(1).map((value) => value.trim() || null);
  if (
    match === undefined ||
    other ||
    found?.[0]?.toLowerCase() !== supported?.toLowerCase() ||
    found?.[1] !== version
  ) {
    throw new Error(`${browser}: the record is not what the page says; run npm run import`);
  }
  return [match.index, match.index + match[0].length] as const;
}
