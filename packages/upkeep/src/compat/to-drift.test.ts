import type { SupportBlock } from "@mdn/browser-compat-data/types";
import type { Drift } from "@wasclean/schema";
import { expect, test } from "vitest";
import { readBrowserCompatData, readWikiPage } from "./read-inputs.ts";
import { judge, toDrift } from "./to-drift.ts";
import { toWikiClaims } from "./wiki-claims.ts";

type Recorded = "yes" | "no" | "unknown" | null;
type Row = [supported: Recorded, version: string | null, added: string | false | null | "untracked", verdict: string];

test.each<Row>([
  ["yes", "6.0", "6", "same"],
  ["no", null, false, "same"],
  ["yes", "23.0", "15", "earlier"],
  ["yes", "9", "10", "later"],
  ["yes", "9", "preview", "later"],
  ["yes", "40", "≤37", "earlier"],
  ["yes", "37", "≤37", "uncertain"],
  ["yes", "30", "≤37", "uncertain"],
  ["no", null, "15", "unsupported-then-supported"],
  ["no", null, "≤37", "unsupported-then-supported"],
  ["yes", "9", false, "supported-then-unsupported"],
  ["yes", null, false, "supported-then-unsupported"],
  ["unknown", null, "18", "unknown-then-known"],
  ["unknown", null, false, "unknown-then-known"],
  [null, null, "18", "unknown-then-known"],
  ["yes", null, "18", "unknown-then-known"],
  ["yes", "9", null, "known-then-unknown"],
  ["no", null, null, "known-then-unknown"],
  ["unknown", null, null, "uncertain"],
  ["yes", "9 - 12", "9", "uncertain"],
  ["yes", "9", "untracked", "no-longer-tracked"],
  ["unknown", null, "untracked", "no-longer-tracked"],
])("recorded %s %s, today %s: %s", (supported, version, added, verdict) => {
  const number = version?.includes("-") ? null : version;
  const today = { browser: "chrome" as const, version_added: added as string, source: "bcd" as const };
  const judgement = judge({ supported, version, number, offsets: [0, 0] }, added === "untracked" ? null : today, false);
  expect(judgement.verdict).toBe(verdict);
  if (verdict === "uncertain" || verdict === "no-longer-tracked") expect(judgement.reason).toMatch(/^.+\.$/);
});

const claims = toWikiClaims(readWikiPage("apis/websocket/CloseEvent"));
const { browsers } = readBrowserCompatData().data;
const driftOf = (support: SupportBlock) => toDrift(claims, support, browsers);

test.each<[string, SupportBlock["chrome"], string | null, Drift["verdict"]]>([
  ["nothing said", undefined, null, "known-then-unknown"],
  ["with a prefix first", [{ version_added: "4", prefix: "Moz" }, { version_added: "23" }], "23", "same"],
  ["only in part", { version_added: "23", partial_implementation: true }, "23", "uncertain"],
  ["behind a flag", { version_added: "23", flags: [{ type: "preference", name: "x" }] }, "23", "uncertain"],
  ["removed again", { version_added: "23", version_removed: "30" }, "23", "uncertain"],
  ["under another name", { version_added: "23", alternative_name: "x" }, "23", "uncertain"],
])("%s", (_, chrome, version_added, verdict) => {
  const { today, ...drift } = driftOf(chrome === undefined ? {} : { chrome }).chrome;
  expect(today).toEqual({ browser: "chrome", version_added, source: "bcd" });
  expect(drift.verdict).toBe(verdict);
});

test("records that are late alike, and were the newest versions together, get that as the reason", () => {
  const { chrome, firefox, safari } = driftOf({
    chrome: { version_added: "15" },
    firefox: { version_added: "8" },
    safari: { version_added: "6" },
  });
  expect(chrome.reason).toMatch(/^It seems to name the newest .* from 2012-11-06 to 2012-11-20\.$/);
  expect(firefox.reason).toBe(chrome.reason);
  expect(safari.reason).toBeUndefined();
});

test("one late record alone gets no reason, nor do those of different times", () => {
  expect(driftOf({ chrome: { version_added: "15" } }).chrome.reason).toBeUndefined();
  const other = { ...claims, firefox: { ...claims.firefox, version: "30", number: "30" } };
  const drift = toDrift(other, { chrome: { version_added: "15" }, firefox: { version_added: "8" } }, browsers);
  expect([drift.chrome, drift.firefox]).toMatchObject([{ verdict: "earlier" }, { verdict: "earlier" }]);
  expect([drift.chrome.reason, drift.firefox.reason]).toEqual([undefined, undefined]);
});
