import { ENDING_GROUPS, ENDINGS as endings } from "@wasclean/data/load";
import type { Ending } from "@wasclean/schema";
import { expect, it } from "vitest";
import { endingRows, findEndingRow } from "../../../playground/src/facts/ending-rows.ts";
import { endingsTable } from "./endings-table.ts";

const groupNames = Object.fromEntries(ENDING_GROUPS.map(({ group, title }) => [group, title]));
const [first] = endings as [Ending];

it.each(endings.filter(({ presetOf }) => !presetOf).map((ending) => [ending.id, ending] as const))(
  "%s is read back as it was",
  (id, { title, group, connectsTo, parameters, client, subprotocols, slow }) => {
    const wanted = { id, title, group: groupNames[group], connectsTo, parameters, client, subprotocols, slow };
    expect(endingRows.find((row) => row.id === id)).toEqual(JSON.parse(JSON.stringify(wanted)));
  },
);

it("a preset is found as the ending that it is of, with its code", () => {
  const presets = endings.filter(({ presetOf }) => presetOf);
  expect(presets.length).toBeGreaterThan(10);
  for (const { id, presetOf } of presets) {
    const found = findEndingRow(id);
    expect([found?.row.id, found?.code]).toEqual([presetOf?.ending, presetOf?.code]);
  }
});

it.each([null, "", "nothing", "server-close-", "server-close-123456", "close-empty-1000", "toString"])(
  "there is no ending %j",
  (id) => {
    expect(findEndingRow(id)).toBeUndefined();
  },
);

it.each(["a|b", "a`b", "a\\b", `a$${"{b}"}`, "a\nb"])("refuses %j, which would not be read back", (title) => {
  expect(() => endingsTable([{ ...first, title }], ENDING_GROUPS)).toThrow("cannot stand in the table");
});

it("refuses a preset that is not called after its code", () => {
  expect(() =>
    endingsTable([first, { ...first, id: "odd", presetOf: { ending: first.id, code: 1000 } }], ENDING_GROUPS),
  ).toThrow("The preset odd");
});
