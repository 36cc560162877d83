import { readFileSync } from "node:fs";
import { BrowsersSchema, CompatSchema, DriftFileSchema } from "@wasclean/schema";
import { describe, expect, test } from "vitest";
import { INTERFACES } from "./generate-files.ts";
import { readBrowserCompatData, readWebFeatures } from "./read-inputs.ts";

const DATA = new URL("../../../../data/", import.meta.url);
const text = (path: string) => readFileSync(new URL(path, DATA), "utf8");
const json = (path: string) => JSON.parse(text(path));
const bcd = readBrowserCompatData();
const webFeatures = readWebFeatures();
const compats = INTERFACES.map((name) => CompatSchema.parse(json(`compat/${name}.json`)));
const drift = DriftFileSchema.parse(json("computed/drift.json"));
const { browsers, sources } = BrowsersSchema.parse(json("browsers.json"));

/** The values in a value, each with the way to it. */
function* walk(value: unknown, path: string[] = []): Generator<[path: string[], value: unknown]> {
  if (typeof value !== "object" || value === null) return yield [path, value];
  for (const [key, item] of Object.entries(value)) yield* walk(item, [...path, key]);
}

/** What a path leads to. */
function follow(value: unknown, path: string[]): unknown {
  return path.reduce((node, key) => (node as Record<string, unknown> | undefined)?.[key], value);
}

/** Holds every value to the one that the same path leads to in a package. @returns how many there are. */
function expectSame(ours: object, theirs: unknown, name: string): number {
  const values = [...walk(ours)];
  for (const [path, value] of values) expect(follow(theirs, path), `${name} ${path.join(" ")}`).toBe(value);
  return values.length;
}

describe.each(compats)("$name", ({ name, features }) => {
  test("every value is browser-compat-data's, and none of its is missing", () => {
    let count = 0;
    for (const [key, { source, baseline, ...ours }] of Object.entries(features)) {
      const node = follow(bcd.data, key.split(".")) as { __compat: Record<string, unknown> };
      count += expectSame(ours, node.__compat, key);
      const { source_file, ...theirs } = node.__compat;
      expect(ours).toEqual(theirs);
    }
    expect(count).toBeGreaterThan(20 * Object.keys(features).length);
  });

  test("every key of browser-compat-data is there", () => {
    const statements = [...walk(follow(bcd.data, ["api", name]))].map(([path]) =>
      path.slice(0, path.indexOf("__compat")),
    );
    const keys = new Set(statements.map((path) => ["api", name, ...path].join(".")));
    expect(new Set(Object.keys(features))).toEqual(keys);
    expect(Object.keys(features)[0]).toBe(`api.${name}`);
  });

  test("every Baseline status is web-features'", () => {
    for (const [key, { baseline }] of Object.entries(features)) {
      const entry = Object.entries(webFeatures.features).find(
        ([, feature]) => feature.kind === "feature" && feature.compat_features?.includes(key),
      );
      expect(baseline?.feature, key).toBe(entry?.[0]);
      if (baseline === null) continue;
      const { feature, source, ...ours } = baseline;
      const { support, ...theirs } = follow(entry?.[1], ["status", "by_compat_key", key]) as { support: object };
      expect(ours, key).toEqual(theirs);
    }
  });
});

test("every browser and release is browser-compat-data's", () => {
  for (const [browser, { source, ...ours }] of Object.entries(browsers)) {
    expect(expectSame(ours, follow(bcd.data.browsers, [browser]), browser)).toBeGreaterThan(2);
  }
});

test("every browser that is named, and every version, is in browsers.json, and no other", () => {
  const named = new Set<string>();
  const add = (browser: string, version: unknown) => {
    if (typeof version === "string" && version !== "preview") named.add(`${browser} ${version.replace("≤", "")}`);
  };
  for (const [path, value] of compats.flatMap(({ features }) => [...walk(features)])) {
    if (path[1] === "support" && path.at(-1)?.startsWith("version_")) add(path[2] ?? "", value);
  }
  for (const { recorded, today } of Object.values(drift.drift["api.CloseEvent"] ?? {})) {
    if (today) add(today.browser, recorded.version?.replace(/\.0$/, ""));
  }
  const releases = Object.entries(browsers).flatMap(([browser, { releases }]) =>
    Object.keys(releases).map((version) => `${browser} ${version}`),
  );
  expect(new Set(releases)).toEqual(named);
});

test("drift's values of today are those of compat", () => {
  const support = compats[0]?.features["api.CloseEvent"]?.support ?? {};
  for (const { today } of Object.values(drift.drift["api.CloseEvent"] ?? {})) {
    if (today) expect(follow(support, [today.browser, "version_added"])).toBe(today.version_added);
  }
});

test("drift's verdicts", () => {
  const verdicts = Object.entries(drift.drift["api.CloseEvent"] ?? {}).map(([browser, { verdict }]) => [
    browser,
    verdict,
  ]);
  expect(Object.fromEntries(verdicts)).toEqual({
    chrome: "earlier",
    firefox: "earlier",
    internet_explorer: "same",
    opera: "same",
    safari: "same",
    android: "no-longer-tracked",
    blackberry: "no-longer-tracked",
    chrome_mobile: "unknown-then-known",
    firefox_mobile: "unknown-then-known",
    ie_mobile: "no-longer-tracked",
    opera_mobile: "unknown-then-known",
    opera_mini: "no-longer-tracked",
    safari_mobile: "same",
  });
});

test("the sources are the installed packages and the archive", () => {
  const { version, timestamp } = bcd.data.__meta;
  const bcdSource = { package: "@mdn/browser-compat-data", version, date: timestamp.slice(0, 10), license: "CC0-1.0" };
  for (const source of [sources.bcd, drift.sources.bcd, ...compats.map((compat) => compat.sources.bcd)]) {
    expect(source).toEqual(bcdSource);
  }
  expect(drift.sources.wiki).toMatchObject({ date: "2015-08", license: "CC-BY-3.0" });
  for (const compat of compats) expect(compat.sources["web-features"].license).toBe("Apache-2.0");
});

test("CloseEvent is under 8 kB, and so is each feature of WebSocket", () => {
  expect(Buffer.byteLength(text("compat/CloseEvent.json"))).toBeLessThan(8000);
  for (const [key, feature] of Object.entries(json("compat/WebSocket.json").features)) {
    expect(Buffer.byteLength(JSON.stringify(feature)), key).toBeLessThan(8000);
  }
});
