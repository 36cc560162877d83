import { readdirSync } from "node:fs";
import browserslist from "browserslist";
import { describe, expect, test } from "vitest";
import {
  differences,
  endingOf,
  endings,
  explain,
  type FeatureKey,
  isSupported,
  isSupportedByQuery,
  observationsOf,
  type SupportState,
  supportOf,
} from "../index.ts";
import { BROWSERS, CLOSE_EVENT, ENDING_GROUPS, ENDINGS, OBSERVATIONS, WEB_SOCKET } from "../load/index.ts";

const CLOSE_EVENT_KEY = "api.CloseEvent";
const key = (text: string) => text as FeatureKey;

test("every file is among those that the functions read", () => {
  const folder = new URL("../../../../data/", import.meta.url);
  const names = (name: string) => readdirSync(new URL(name, folder)).map((file) => file.replace(/\.json$/, ""));
  expect([CLOSE_EVENT.name, WEB_SOCKET.name]).toEqual(names("compat").toSorted());
  expect(OBSERVATIONS.map(({ engine }) => engine.id).toSorted()).toEqual(names("observations").toSorted());
  expect(ENDING_GROUPS.map(({ group }) => group).toSorted()).toEqual(names("endings").toSorted());
});

describe("supportOf", () => {
  test.each<[FeatureKey, Parameters<typeof supportOf>[1], string | number, SupportState]>([
    ["api.CloseEvent", "chrome", 15, "yes"],
    ["api.CloseEvent", "chrome", "14", "no"],
    ["api.CloseEvent", "chrome", "15.0.874", "yes"],
    ["api.CloseEvent", "chrome", "preview", "yes"],
    ["api.CloseEvent", "opera", "12.1", "yes"],
    ["api.CloseEvent", "opera", 12, "no"],
    ["api.CloseEvent", "opera", "12.10", "yes"],
    ["api.CloseEvent.CloseEvent", "ie", 11, "no"],
    ["api.CloseEvent.CloseEvent", "ie", "preview", "no"],
    ["api.WebSocket", "firefox", 6, "no"],
    ["api.WebSocket", "firefox", 7, "other-name"],
    ["api.WebSocket", "firefox", 10, "other-name"],
    ["api.WebSocket", "firefox", 11, "yes"],
  ])("%s in %s %s: %s", (feature, browser, version, state) => {
    expect(supportOf(feature, browser, version).state).toBe(state);
  });

  test("names the statement that says so, and its source", () => {
    const { statement, source } = supportOf("api.WebSocket", "firefox", 8);
    expect(statement).toMatchObject({ version_added: "7", prefix: "Moz", version_removed: "11" });
    expect(source).toEqual(CLOSE_EVENT.sources.bcd);
  });

  test.each([
    [
      () => supportOf(key("api.CloseEvents"), "chrome", 60),
      '@wasclean/data has no feature "api.CloseEvents". Did you mean api.CloseEvent',
    ],
    [() => supportOf(key("wasclean"), "chrome", 60), "Did you mean api.CloseEvent.wasClean?"],
    [() => supportOf(key("constructor"), "chrome", 60), "@wasclean/data has no feature"],
    [() => supportOf(CLOSE_EVENT_KEY, "safari_tv" as "safari", 60), '@wasclean/data has no browser "safari_tv"'],
    [() => supportOf(CLOSE_EVENT_KEY, "chrome", "latest"), '"latest" is not a version: use one such as 60'],
    [() => supportOf(CLOSE_EVENT_KEY, "chrome", Number.NaN), "is not a version"],
  ])("%s throws", (call, message) => expect(call).toThrow(message));
});

describe("isSupported", () => {
  test.each<[FeatureKey, string | string[], boolean]>([
    ["api.CloseEvent.wasClean", "chrome 60", true],
    ["api.CloseEvent", "Chrome 14", false],
    ["api.WebSocket", "firefox 7", false],
    ["api.WebSocket", ["firefox 11", "ie 10"], true],
    ["api.WebSocket", ["firefox 11", "ie 9"], false],
    ["api.WebSocket", [], true],
    ["api.CloseEvent", "ios_saf 15.2-15.3", true],
    ["api.CloseEvent", "ios_saf 5.1-6", false],
    ["api.CloseEvent", "and_chr 140", true],
    ["api.CloseEvent", "nodejs 22.0.0", false],
    ["api.CloseEvent", "node 24.0.0", true],
    ["api.CloseEvent", "safari TP", true],
    ["api.CloseEvent", "op_mini all", false],
    ["api.CloseEvent", "android 4.4", false],
    ["api.CloseEvent", "android 140", true],
  ])("%s in %j: %s", (feature, targets, supported) => expect(isSupported(feature, targets)).toBe(supported));

  test("takes what browserslist gives, every browser of it", () => {
    const all = browserslist("cover 100%, dead, node > 4");
    expect(all.length).toBeGreaterThan(200);
    for (const target of all) expect(isSupported("api.WebSocket", target), target).toBeTypeOf("boolean");
    const newest = browserslist("last 1 version").filter((target) => BROWSERS.browsers[target.split(" ")[0] as "ie"]);
    expect(isSupported("api.CloseEvent", newest)).toBe(true);
  });

  test.each(["defaults", "chrome", "chrome >= 60", "> 1%", "last 2 versions", ""])("%j is a query", (text) => {
    expect(() => isSupported(CLOSE_EVENT_KEY, text)).toThrow(
      /is not a browser and a version such as "chrome 60".*isSupportedByQuery/,
    );
  });
  test("a browser that there is not", () => {
    expect(() => isSupported(CLOSE_EVENT_KEY, "netscape 4")).toThrow('@wasclean/data has no browser "netscape"');
  });
});

test.each([
  ["chrome >= 60", { supported: true, without: [], unknown: [] }],
  ["ie 9-11", { supported: false, without: ["ie 9"], unknown: [] }],
  ["op_mini all, ie 11", { supported: false, without: [], unknown: ["op_mini all"] }],
])("isSupportedByQuery: %s", async (query, support) => {
  expect(await isSupportedByQuery(CLOSE_EVENT_KEY, query)).toEqual(support);
});

test("a query that is none is browserslist's error", async () => {
  await expect(isSupportedByQuery(CLOSE_EVENT_KEY, "netscape 4")).rejects.toThrow("Unknown browser netscape");
});

describe("endings and observations", () => {
  test("every ending is found by its id", () => {
    expect(endings()).toEqual(ENDINGS);
    for (const ending of endings()) expect(endingOf(ending.id)).toBe(ending);
  });

  test("every engine is in the observations of every ending, with what was seen or why not", () => {
    for (const { id } of endings()) {
      const seen = observationsOf(id);
      expect(seen.map(({ engine }) => engine)).toEqual(OBSERVATIONS.map(({ engine }) => engine));
      for (const { result, notMeasured } of seen) expect(result !== null && notMeasured !== null).toBe(false);
    }
    const [chromium] = observationsOf("fin-no-close");
    expect(chromium).toMatchObject({ source: "observations/chromium.json", result: { code: 1006, wasClean: false } });
  });

  test.each([endingOf, observationsOf])("%o throws for an id that there is not", (ask) => {
    expect(() => ask("fin" as "fin-no-close")).toThrow(
      /^@wasclean\/data has no ending "fin".*Did you mean .*fin-no-close.*endings\(\)/,
    );
  });

  test("every difference is about an ending, and has engines that are not alike or not as specified", () => {
    expect(differences().length).toBeGreaterThan(10);
    for (const { ending, groups } of differences()) {
      expect(endingOf(ending).id).toBe(ending);
      expect(groups.length > 1 || groups[0]?.agrees === false, ending).toBe(true);
    }
  });
});

describe("explain", () => {
  test.each([
    [
      1000,
      /^1000 \(Normal Closure\): .* Either side may send it, a Close frame may carry it, and script may pass it to close\(\)\. When a Close frame has it, script sees: open → close, 1000, clean in Chromium [\d.]+, /,
    ],
    [
      1006,
      /^1006 \(Abnormal Closure\): .* Nobody may send it, a Close frame must not carry it, and script may not pass it to close\(\)\. When a Close frame has it all the same/,
    ],
    [1016, /^1016 \(1016–2999, unassigned\): /],
    [4001, /^4001 \(4000–4999, private-use\): /],
    [65535, /^65535 \(5000–65535, not-used\): .*nothing says what it means in a Close frame/],
  ])("%i", (code, text) => expect(explain(code).text).toMatch(text));

  test("every code has an entry of the registry and one line of text", () => {
    for (let code = 0; code <= 65535; code += code < 5001 ? 1 : 97) {
      const { entry, text } = explain(code);
      const [first, last] = [entry.code, entry.code].flat(2) as [number, number];
      expect(first <= code && code <= (Array.isArray(entry.code) ? last : first), `${code}`).toBe(true);
      expect(text).not.toMatch(/undefined|null|\n|\.\.$/);
    }
  });

  test.each([-1, 65536, 1000.5, Number.NaN, "1006"])("%s is not a close code", (code) => {
    expect(() => explain(code as number)).toThrow("is not a close code: use a whole number from 0 to 65535.");
  });
});
