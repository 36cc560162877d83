import { expect, it } from "vitest";
import { engineOf, engines, observationsOf } from "./engines.ts";

const webkit = "AppleWebKit/605.1.15 (KHTML, like Gecko)";
const chrome = "AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Safari/537.36";

it.each([
  ["chromium", "156", `Mozilla/5.0 (X11; Linux x86_64) ${chrome}`],
  ["chromium", "156", `Mozilla/5.0 (X11; Linux x86_64) ${chrome.replace("Chrome", "HeadlessChrome")}`],
  ["chromium", "156", `Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${chrome} Edg/156.0.0.0`],
  ["chromium", "156", `Mozilla/5.0 (Linux; Android 10; K) ${chrome.replace(" Safari", " Mobile Safari")}`],
  ["firefox", "153", "Mozilla/5.0 (X11; Linux x86_64; rv:153.0) Gecko/20100101 Firefox/153.0"],
  ["webkitgtk", "", `Mozilla/5.0 (X11; Linux x86_64) ${webkit} Version/26.0 Safari/605.1.15`],
  ["webkitgtk", "", `Mozilla/5.0 (X11; Ubuntu; Linux x86_64) ${webkit} Version/18.0 Safari/605.1.15`],
])("%s %s runs %s", (id, major, userAgent) => {
  expect(engineOf(userAgent)).toMatchObject({ engine: { id }, major });
});

it.each([
  ["Safari on macOS", `Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) ${webkit} Version/26.0 Safari/605.1.15`],
  [
    "Safari on iOS",
    `Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) ${webkit} Version/26.0 Mobile/15E148 Safari/604.1`,
  ],
  ["Chrome on iOS", `Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) ${webkit} CriOS/156.0 Safari/604.1`],
  ["Firefox on iOS", `Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) ${webkit} FxiOS/153.0 Safari/605.1.15`],
  ["the old Edge", `Mozilla/5.0 (Windows NT 10.0) ${chrome} Edge/18.17763`],
  ["SeaMonkey", "Mozilla/5.0 (X11; Linux x86_64; rv:91.0) Gecko/20100101 Firefox/91.0 SeaMonkey/2.53.19"],
  ["Android's old browser", `Mozilla/5.0 (Linux; U; Android 4.4; en-us) ${webkit} Version/4.0 Mobile Safari/534.30`],
  ["nothing", ""],
])("knows of no record of %s", (_name, userAgent) => {
  expect(engineOf(userAgent)).toBeNull();
});

it("gives an observation or a reason for each engine, by a preset's id or its code", () => {
  expect(observationsOf("server-close-1000").map(({ engine }) => engine)).toEqual(engines);
  expect(observationsOf("server-close", 1000)).toEqual(observationsOf("server-close-1000"));
  expect(observationsOf("server-close", 1001)).not.toEqual(observationsOf("server-close-1000"));
  expect(observationsOf("page-leaves").find(({ engine }) => engine.id === "node")).toMatchObject({
    observation: null,
    reason: "It has no pages.",
  });
  expect(observationsOf("no-such-ending")).toEqual([]);
  expect(observationsOf(null)).toEqual([]);
});
