import type { BrowserName } from "@wasclean/schema";
import { BROWSERS } from "../load/index.ts";
import { noSuch } from "./no-such.ts";

/** A version of a browser, by browser-compat-data's name; `browser` is `null` where it does not have the browser. */
export interface Target {
  browser: BrowserName | null;
  version: string;
}

/** The names of browserslist that browser-compat-data spells otherwise; `null`: not among its browsers. */
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

/** The first version of Android's WebView that is Chromium under Chromium's number. Before it, browserslist means the Android Browser. */
const FIRST_CHROMIUM_WEBVIEW = 37;

/**
 * Reads `chrome 60`, with a name of browser-compat-data or of browserslist.
 * @throws {SyntaxError} for anything else, such as a query; {RangeError} for a browser that neither has.
 */
export function toTarget(text: string): Target {
  const [, name = "", version = ""] = /^(\S+) +(\d[\d.]*(?:-[\d.]+)?|preview|TP|all)$/i.exec(text.trim()) ?? [];
  if (name === "") {
    const remedy = `For a browserslist query use isSupportedByQuery(), or pass what browserslist(query) gives.`;
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

/** Of several versions, such as `15.2-15.3`, the first: what it supports the others do too. */
function toVersion(text: string): string {
  return /^(tp|preview)$/i.test(text) ? "preview" : text.replace(/-.*/, "");
}
