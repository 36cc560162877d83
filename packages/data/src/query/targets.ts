import type { BrowserName } from "@wasclean/schema";
import { BROWSERS } from "../load/index.ts";
import { noSuch } from "./no-such.ts";

/** A version of a browser, by browser-compat-data's name; `browser` is `null` if it lacks the browser. */
export interface Target {
  browser: BrowserName | null;
  version: string;
}

/** Browser names of browserslist that browser-compat-data spells differently; `null` if it lacks the browser. */
const BROWSERSLIST_NAMES: Record<string, BrowserName | null> = {
  and_chr: "chrome_android",
  and_ff: "firefox_android",
  and_qq: null,
  and_uc: null,
  baidu: null,
  bb: null,
  ie_mob: null,
  ios_saf: "safari_ios",
  kaios: null,
  node: "nodejs",
  op_mini: null,
  op_mob: "opera_android",
  samsung: "samsunginternet_android",
};

/** The first version of Android's WebView with Chromium's numbers. For earlier ones, browserslist means the Android Browser. */
const FIRST_CHROMIUM_WEBVIEW = 37;

/**
 * Reads a target such as `chrome 60`, named as in browser-compat-data or browserslist.
 * @throws {SyntaxError} for anything else, such as a query; {RangeError} for an unknown browser.
 */
export function toTarget(text: string): Target {
  const [, name = "", version = ""] = /^(\S+) +(\d[\d.]*(?:-[\d.]+)?|preview|TP|all)$/i.exec(text.trim()) ?? [];
  if (name === "") {
    const remedy = `For a browserslist query use isSupportedByQuery(), or pass the result of browserslist(query).`;
    throw new SyntaxError(`${JSON.stringify(text)} is not a browser and a version such as "chrome 60". ${remedy}`);
  }
  return { browser: toBrowserName(name.toLowerCase(), version), version: toVersion(version) };
}

function toBrowserName(name: string, version: string): BrowserName | null {
  if (Object.hasOwn(BROWSERS.browsers, name)) return name as BrowserName;
  if (name === "android") return Number.parseFloat(version) >= FIRST_CHROMIUM_WEBVIEW ? "webview_android" : null;
  if (Object.hasOwn(BROWSERSLIST_NAMES, name)) return BROWSERSLIST_NAMES[name] ?? null;
  const names = [...Object.keys(BROWSERS.browsers), ...Object.keys(BROWSERSLIST_NAMES)];
  throw noSuch("browser", name, names, `Browsers are ${names.join(", ")}.`);
}

/** The first of several versions, such as `15.2-15.3`: the others support whatever it supports. */
function toVersion(text: string): string {
  return /^(tp|preview)$/i.test(text) ? "preview" : text.replace(/-.*/, "");
}
