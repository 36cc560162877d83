import { DESKTOP_BROWSERS, MOBILE_BROWSERS } from "@wasclean/schema";

const BROWSERS = [...DESKTOP_BROWSERS, ...MOBILE_BROWSERS];
type Browser = (typeof BROWSERS)[number];

/** The names that the wiki's editors gave the browsers of its tables; a name comes before shorter ones that it contains. */
const NAMES: readonly [RegExp, readonly Browser[]][] = [
  [/ios safari|mobile safari|safari (?:mobile|ios|for ios)|safari on ios|\bios\b|iphone|ipad/g, ["safari_mobile"]],
  [/chrome (?:for|on) android|chrome mobile|mobile chrome/g, ["chrome_mobile"]],
  [/firefox (?:mobile|for android|os)|mobile firefox|fennec/g, ["firefox_mobile"]],
  [/(?:ie|internet explorer) mobile|mobile ie|windows phone/g, ["ie_mobile"]],
  [/opera mini/g, ["opera_mini"]],
  [/opera mobile/g, ["opera_mobile"]],
  [/android(?: browser| webview)?/g, ["android"]],
  [/blackberry|playbook/g, ["blackberry"]],
  [/internet explorer|\bmsie\b|\bie\d*\b/g, ["internet_explorer"]],
  [/(?:google )?chrome|chromium/g, ["chrome"]],
  [/(?:mozilla )?firefox|mozilla|gecko/g, ["firefox"]],
  [/opera|presto/g, ["opera"]],
  [/safari/g, ["safari"]],
];
/** Engines and families, used only if no browser is named. */
const FAMILIES: readonly [RegExp, readonly Browser[]][] = [
  [/blink/, ["chrome", "opera"]],
  [/webkit/, ["chrome", "safari"]],
];
const MOBILE: Partial<Record<Browser, Browser>> = {
  chrome: "chrome_mobile",
  firefox: "firefox_mobile",
  internet_explorer: "ie_mobile",
  opera: "opera_mobile",
  safari: "safari_mobile",
};
/** Words that mean no browser in particular. */
const UNSPECIFIC = /^(?:all|any|various|most|other|n\/a|-)?(?: browsers?)?$/i;

/** The browsers that a notes row means, in the order of the tables; `isReadable` is false if the text names none of them. */
export function readBrowsers(text: string): { browsers: Browser[]; isReadable: boolean } {
  let rest = text.toLowerCase();
  if (UNSPECIFIC.test(rest.trim())) return { browsers: [], isReadable: true };
  const isMobile = /^mobile\s*\(/.test(rest);
  const found = new Set<Browser>();
  for (const [pattern, browsers] of NAMES) {
    rest = rest.replace(pattern, () => {
      for (const browser of browsers) found.add((isMobile && MOBILE[browser]) || browser);
      return " ";
    });
  }
  if (found.size === 0) {
    for (const [pattern, browsers] of FAMILIES)
      if (pattern.test(rest)) for (const browser of browsers) found.add(browser);
  }
  return { browsers: BROWSERS.filter((browser) => found.has(browser)), isReadable: found.size > 0 };
}
