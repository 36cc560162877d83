import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readPages } from "./kinds.ts";
import { FOLDER, LIST, type SocialPictures, toSocialPictures } from "./social-pictures.ts";

const listed = JSON.parse(readFileSync(LIST, "utf8")) as SocialPictures;

test("previews say what the pages say", () => {
  expect(listed, "run npm run build, then npm run social-pictures").toEqual(toSocialPictures(readPages()));
});

test("every picture is there", () => {
  expect(Object.keys(listed).length).toBeGreaterThan(40);
  expect(Object.values(listed).filter(({ file }) => !existsSync(join(FOLDER, file)))).toEqual([]);
});
