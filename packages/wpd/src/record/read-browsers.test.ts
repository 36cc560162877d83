import { expect, test } from "vitest";
import { readBrowsers } from "./read-browsers.ts";

test.each([
  ["Internet Explorer", "internet_explorer"],
  ["IE", "internet_explorer"],
  ["Internet Explorer (Windows)", "internet_explorer"],
  ["Chrome", "chrome"],
  ["Mozilla Firefox", "firefox"],
  ["Mozilla", "firefox"],
  ["Opera Mini", "opera_mini"],
  ["Safari / Google Chrome", "chrome safari"],
  ["Mobile Safari (and WebKit wrappers)", "safari_mobile"],
  ["iOS Safari", "safari_mobile"],
  ["Safari Mobile", "safari_mobile"],
  ["Chrome for Android", "chrome_mobile"],
  ["Android Browser", "android"],
  ["Mobile (Android, IE, Safari)", "android ie_mobile safari_mobile"],
  ["WebKit, Blink (Chrome, Safari and more)", "chrome safari"],
  ["WebKit-based browsers", "chrome safari"],
  ["Any", ""],
  ["Various", ""],
  ["n/a", ""],
  ["", ""],
])("%j means %j", (text, expected) => {
  expect(readBrowsers(text)).toEqual({ browsers: expected.split(" ").filter(Boolean), isReadable: true });
});

test.each(["Lynx", "Konqueror", "Internet"])("%j is none of the tables' browsers", (text) => {
  expect(readBrowsers(text)).toEqual({ browsers: [], isReadable: false });
});
