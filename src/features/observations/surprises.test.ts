import { SURPRISES } from "@wasclean/data/load";
import { expect, test } from "vitest";
import { surprises } from "./surprises.ts";

test("the home page tells the surprises of the data, in its order", () => {
  expect(surprises.map(({ ending }) => ending.id)).toEqual(SURPRISES.map(({ ending }) => ending));
});
