import type { BrowserName, CompatFeature, SimpleSupportStatement } from "@wasclean/schema";
import { describe, expect, test } from "vitest";
import { type Column, columnsOf, featuresOf, PLATFORMS, releaseDate, supportOf } from "./compat.ts";

const COLUMNS: Column[] = (["chrome", "firefox", "safari"] as const).map((id) => ({ id, name: id, engine: "" }));
type Support = Partial<Record<BrowserName, SimpleSupportStatement | SimpleSupportStatement[]>>;
const toCells = (support: Support) =>
  supportOf({ key: "api.CloseEvent.code", title: "code", data: { support } as unknown as CompatFeature }, COLUMNS);
const added = (version_added: string | false, more: object = {}) => ({ version_added, ...more }) as never;

describe("the state of a cell", () => {
  test.each([
    ["yes", added("43")],
    ["no", added(false)],
    ["removed", added("43", { version_removed: "50" })],
    ["removed", added("43", { version_removed: "50", flags: [{ type: "preference", name: "x" }] })],
    ["behind-flag", added("43", { flags: [{ type: "preference", name: "x" }] })],
    ["behind-flag", added("43", { flags: [{ type: "preference", name: "x" }], partial_implementation: true })],
    ["other-name", added("43", { prefix: "webkit" })],
    ["other-name", added("43", { alternative_name: "MozCloseEvent" })],
    ["partial", added("43", { partial_implementation: true, notes: "x" })],
    ["yes", [added("43"), added("30", { version_removed: "40" })]],
  ])("%s", (state, statement) => {
    expect(toCells({ chrome: statement })[0]?.state).toBe(state);
  });

  test("is unknown where the data say nothing", () => {
    expect(toCells({})[0]).toMatchObject({ state: "unknown", version: null, since: null, statements: [] });
  });
});

describe("a cell", () => {
  test("has the first version and its day, and an id without dots", () => {
    const [cell] = toCells({ chrome: added("≤15") });
    expect(cell).toMatchObject({
      version: "≤15",
      id: "api-CloseEvent-code-chrome",
      since: releaseDate("chrome", "15"),
    });
    expect(cell?.since).toMatch(/^\d{4}-\d\d-\d\d$/);
  });

  test("is the newest if no browser of the row got support later", () => {
    const cells = toCells({ chrome: added("15"), firefox: added("8"), safari: added(false) });
    expect(cells.map(({ isNewest }) => isNewest)).toEqual([false, true, false]);
  });

  test("is not the newest if no other browser shares the support", () => {
    expect(toCells({ chrome: added("15"), firefox: added(false) }).some(({ isNewest }) => isNewest)).toBe(false);
  });
});

describe("columns", () => {
  test.each(PLATFORMS)("of $id have the browsers of an engine side by side", (platform) => {
    const engines = columnsOf(platform).map(({ engine }) => engine);
    const runs = engines.filter((engine, index) => engine !== engines[index - 1]);
    expect(runs).toEqual([...new Set(engines)]);
  });

  test("of the desktop start with Blink", () => {
    const engines = new Set(columnsOf(PLATFORMS[0]).map(({ engine }) => engine));
    expect([...engines]).toEqual(["Blink", "Gecko", "WebKit", "Trident"]);
  });
});

describe("features", () => {
  test("of an interface are it and its members; of a member, that one", () => {
    const keys = featuresOf("api.CloseEvent").map(({ key }) => key);
    expect(keys[0]).toBe("api.CloseEvent");
    expect(keys).toContain("api.CloseEvent.code");
    expect(featuresOf("api.CloseEvent.code").map(({ key }) => key)).toEqual(["api.CloseEvent.code"]);
  });

  test("that the data do not have are an error", () => {
    expect(() => featuresOf("api.CloseEvent.nothing")).toThrow("api.CloseEvent.nothing");
  });
});
