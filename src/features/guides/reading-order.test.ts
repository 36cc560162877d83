import { expect, test } from "vitest";
import { inReadingOrder } from "./reading-order.ts";

test("guides come by their order, as numbers", () => {
  const guides = [10, 2, 1].map((order) => ({ id: `guide-${order}`, data: { order } }));
  expect(inReadingOrder(guides).map(({ id }) => id)).toEqual(["guide-1", "guide-2", "guide-10"]);
});
