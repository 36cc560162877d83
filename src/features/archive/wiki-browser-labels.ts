import type { DESKTOP_BROWSERS, MOBILE_BROWSERS } from "@wasclean/schema";

/** The names of the browsers in WebPlatform Docs' tables. */
export const WIKI_BROWSER_LABELS = {
  chrome: "Chrome",
  firefox: "Firefox",
  internet_explorer: "Internet Explorer",
  opera: "Opera",
  safari: "Safari",
  android: "Android Browser",
  blackberry: "BlackBerry",
  chrome_mobile: "Chrome Mobile",
  firefox_mobile: "Firefox Mobile",
  ie_mobile: "IE Mobile",
  opera_mobile: "Opera Mobile",
  opera_mini: "Opera Mini",
  safari_mobile: "Safari Mobile",
} as const satisfies Record<(typeof DESKTOP_BROWSERS)[number] | (typeof MOBILE_BROWSERS)[number], string>;
