import { expect, test } from "vitest";
import { readLanguage } from "./read-language.ts";

test.each([
  ["Beginners/pt-br", "pt-BR"],
  ["concepts/x/pt_BR", "pt-BR"],
  ["concepts/x/ja", "ja"],
  ["concepts/x/zh-hant", "zh-Hant"],
  ["concepts/x/cht", "zh-Hant"],
  ["concepts/x/chs", "zh-Hans"],
  ["tutorials/x/tr", "tr"],
  ["html/elements/tr", "en"],
  ["svg/properties/id", "en"],
  ["html/elements/a/ja", "ja"],
  ["ja", "en"],
  ["cht", "en"],
  ["css/properties/color", "en"],
])("%s is in %s", (slug, lang) => {
  expect(readLanguage(slug)).toBe(lang);
});
