import { ENDING_GROUPS, ENDINGS } from "@wasclean/data/load";
import type { Ending } from "@wasclean/schema";
import { expect, it } from "vitest";
import { endingRows, findEndingRow } from "../../../playground/src/facts/ending-rows.ts";
import { toEndingsFile } from "./to-endings-file.ts";

const titles = Object.fromEntries(ENDING_GROUPS.map(({ group, title }) => [group, title]));
const own = ENDINGS.filter(({ presetOf }) => !presetOf);
const presets = ENDINGS.filter(({ presetOf }) => presetOf);
const [first] = ENDINGS as [Ending];

it("holds every ending that is not a preset, in the order of the data", () => {
  expect(endingRows.map(({ id }) => id)).toEqual(own.map(({ id }) => id));
});

it.each(own.map((ending) => [ending.id, ending] as const))(
  "%s is read back as it stands in the data",
  (id, { title, group, connectsTo, parameters, client, subprotocols, slow }) => {
    const wanted = { id, title, group: titles[group], connectsTo, parameters, client, subprotocols, slow };
    expect(findEndingRow(id)).toEqual({ row: JSON.parse(JSON.stringify(wanted)) });
  },
);

it("a preset's id finds the ending it presets, with its code", () => {
  expect(presets.length).toBeGreaterThan(10);
  for (const { id, presetOf } of presets) {
    const found = findEndingRow(id);
    expect([found?.row.id, found?.code]).toEqual([presetOf?.ending, presetOf?.code]);
  }
});

it.each([null, "", "nothing", "server-close-", "server-close-123456", "close-empty-1000", "toString"])(
  "finds no ending %j",
  (id) => {
    expect(findEndingRow(id)).toBeUndefined();
  },
);

it("refuses a preset that is not named after its code", () => {
  const odd = { ...first, id: "odd", presetOf: { ending: first.id, code: 1000 } };
  expect(() => toEndingsFile([first, odd], ENDING_GROUPS)).toThrow(`The preset odd must be called ${first.id}-1000`);
});
