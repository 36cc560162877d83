import type { BrowserStatement } from "@mdn/browser-compat-data/types";
import { compareVersions } from "@wasclean/data/compare-versions";
import type { Drift, WikiBrowser } from "@wasclean/schema";
import type { BrowserCompatData } from "./inputs.ts";

type Span = { from: string; to: string };

/**
 * Reasons by browser why versions were recorded too late: all were the newest of their browsers at the same time. Empty
 * unless that holds for at least two.
 */
export function describeNewest(
  drift: Record<WikiBrowser, Drift>,
  browsers: BrowserCompatData["data"]["browsers"],
): Map<WikiBrowser, string> {
  const spans = new Map<WikiBrowser, Span>();
  for (const [wikiBrowser, { verdict, recorded, today }] of Object.entries(drift) as [WikiBrowser, Drift][]) {
    if (verdict !== "earlier" || recorded.version === null || today === null) continue;
    const span = newestSpan(browsers[today.browser], recorded.version);
    if (span) spans.set(wikiBrowser, span);
  }
  // ISO dates sort as text.
  const from = [...spans.values()]
    .map((span) => span.from)
    .toSorted()
    .at(-1);
  const [to] = [...spans.values()].map((span) => span.to).toSorted();
  if (spans.size < 2 || from === undefined || to === undefined || from >= to) return new Map();
  const reason = `It seems to name the newest version of its day, not the first with support: all later records of this page were the newest from ${from} to ${to}.`;
  return new Map([...spans.keys()].map((browser) => [browser, reason]));
}

/** The period in which a version was a browser's newest release, as ISO dates; `null` if unknown. */
function newestSpan({ releases }: BrowserStatement, version: string): Span | null {
  const ordered = Object.entries(releases).toSorted(([, a], [, b]) => a.index - b.index);
  const index = ordered.findIndex(([name]) => compareVersions(name, version) === 0);
  const [from, to] = [ordered[index]?.[1].release_date, ordered[index + 1]?.[1].release_date];
  return index === -1 || from === undefined || to === undefined ? null : { from, to };
}
