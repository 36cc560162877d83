import { expect, test } from "vitest";
import { socialPictureOf } from "./social-picture.ts";

test.each([
  ["", "og/home.png"],
  ["close-codes/1006/", "og/close-codes-1006.png"],
  ["endings/fin-no-close/", "og/endings.png"],
  ["css/properties/color/", "og/home.png"],
  ["404.html", "og/home.png"],
])("the preview of %j is %s", (path, file) => {
  expect(socialPictureOf(path).path).toBe(file);
});
