import { expect, test } from "vitest";
import { toTarget } from "./targets.ts";

test.each([
  ["chrome 60", "chrome", "60"],
  [" Chrome  60 ", "chrome", "60"],
  ["android 36", null, "36"],
  ["android 37", "webview_android", "37"],
  ["android 4.4.3-4.4.4", null, "4.4.3"],
  ["ios_saf 15.2-15.3", "safari_ios", "15.2"],
  ["safari TP", "safari", "preview"],
  ["op_mini all", null, "all"],
])("%j", (text, browser, version) => expect(toTarget(text)).toEqual({ browser, version }));
