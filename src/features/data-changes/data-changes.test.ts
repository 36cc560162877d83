import { expect, test } from "vitest";
import { engines } from "../observations/engines.ts";
import { listDataChanges } from "./data-changes.ts";

test("every engine and the compatibility data have a change, the newest first", () => {
  const changes = listDataChanges("/sub/");
  expect(changes).toHaveLength(engines.length + 1);
  expect(changes.map(({ date }) => date)).toEqual(
    changes
      .map(({ date }) => date)
      .toSorted()
      .toReversed(),
  );
  expect(changes.every(({ href, date }) => href.startsWith("/sub/api/") && /^\d{4}-\d\d-\d\d$/.test(date))).toBe(true);
});
