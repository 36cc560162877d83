import type { SimpleSupportStatement, SupportBlock } from "@mdn/browser-compat-data/types";
import { compareVersions } from "@wasclean/data/compare-versions";
import type { BrowserName, Drift, DriftVerdict, WikiBrowser } from "@wasclean/schema";
import type { BrowserCompatData } from "./inputs.ts";
import { describeNewest } from "./newest-releases.ts";
import type { WikiClaim } from "./wiki-claims.ts";

/** browser-compat-data's name for each of the wiki's browsers; `null` if it has none. */
const TRACKED_AS = {
  chrome: "chrome",
  firefox: "firefox",
  internet_explorer: "ie",
  opera: "opera",
  safari: "safari",
  android: null, // the browser that came with Android, which is not the WebView of today
  blackberry: null,
  chrome_mobile: "chrome_android",
  firefox_mobile: "firefox_android",
  ie_mobile: null,
  opera_mobile: "opera_android",
  opera_mini: null,
  safari_mobile: "safari_ios",
} satisfies Record<WikiBrowser, BrowserName | null>;

type Judgement = { verdict: DriftVerdict; reason?: string };

/** A feature's support as the wiki recorded it, compared with browser-compat-data, by the wiki's browsers. */
export function toDrift(
  claims: Record<WikiBrowser, WikiClaim>,
  support: SupportBlock,
  browsers: BrowserCompatData["data"]["browsers"],
): Record<WikiBrowser, Drift> {
  const drift = mapEntries(claims, (wikiBrowser, claim): Drift => {
    const { supported, version, offsets } = claim;
    const browser = TRACKED_AS[wikiBrowser];
    const statements = browser === null ? [] : [support[browser] ?? []].flat();
    const plain = statements.find(isPlain);
    const today = browser && {
      browser,
      version_added: (plain ?? statements[0])?.version_added ?? null,
      source: "bcd" as const,
    };
    const recorded = { supported, version, source: "wiki" as const, offsets };
    return { recorded, today, ...judge(claim, today, statements.length > 0 && plain === undefined) };
  });
  for (const [browser, reason] of describeNewest(drift, browsers)) drift[browser].reason ??= reason;
  return drift;
}

/** Whether a statement says either lasting and unconditional support, or no support at all. */
function isPlain({ version_removed, prefix, alternative_name, flags, partial_implementation }: SimpleSupportStatement) {
  return [version_removed, prefix, alternative_name, flags, partial_implementation].every(
    (value) => value === undefined,
  );
}

/** The verdict on a claim. `isConditional`: browser-compat-data has no plain support to compare with. */
export function judge(claim: WikiClaim, today: Drift["today"], isConditional: boolean): Judgement {
  const { supported, version, number } = claim;
  if (today === null) return { verdict: "no-longer-tracked", reason: "browser-compat-data has no such browser." };
  const added = today.version_added;
  const isKnown = supported === "yes" || supported === "no";
  if (isConditional) return uncertain("Supported in part, behind a prefix or flag, or no longer.");
  if (added === null) return isKnown ? { verdict: "known-then-unknown" } : uncertain("Neither says anything.");
  if (!isKnown) return { verdict: "unknown-then-known" };
  if (supported === "no") return { verdict: added === false ? "same" : "unsupported-then-supported" };
  if (added === false) return { verdict: "supported-then-unsupported" };
  if (version === null) return { verdict: "unknown-then-known", reason: "The wiki gave no version." };
  if (number === null) return uncertain("The wiki's version is not a single number.");
  return judgeVersions(number, added);
}

function judgeVersions(recorded: string, added: string): Judgement {
  if (added === "preview") return { verdict: "later", reason: "Not released yet." };
  const difference = compareVersions(added, recorded);
  // `≤37` says nothing about versions below 37.
  if (added.startsWith("≤") && difference >= 0) return uncertain(`Supported since ${added.slice(1)} at the latest.`);
  if (difference === 0) return { verdict: "same" };
  return { verdict: difference < 0 ? "earlier" : "later" };
}

function uncertain(reason: string): Judgement {
  return { verdict: "uncertain", reason };
}

function mapEntries<K extends string, V, W>(record: Record<K, V>, map: (key: K, value: V) => W): Record<K, W> {
  const entries = Object.entries(record) as [K, V][];
  return Object.fromEntries(entries.map(([key, value]) => [key, map(key, value)])) as Record<K, W>;
}
