import { readFileSync } from "node:fs";
import endingsJson from "@wasclean/data/endings.json" with { type: "json" };
import type { Ending } from "@wasclean/schema";
import { expect, it } from "vitest";
import { presetCodes } from "../../../playground/src/facts/preset-codes.ts";
import { endingRows, findEndingRow } from "../../../playground/src/facts/ending-rows.ts";
import { endingsTable, presetCodesOf } from "./endings-table.ts";
import { groupNames } from "./group-names.ts";

const endings = endingsJson as unknown as readonly Ending[];
const [first] = endings as [Ending];

const REMEDY = "the data has changed: run npm run generate -w packages/playground";

it("src/endings-table.ts is what the data gives", () => {
  const written = readFileSync(new URL("../../../playground/src/facts/endings-table.ts", import.meta.url), "utf8");
  expect(written === endingsTable(endings), REMEDY).toBe(true);
});

it("src/details/preset-codes.ts is what the data gives", () => {
  expect(presetCodes, REMEDY).toEqual(presetCodesOf(endings));
});

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
  expect(() => endingsTable([{ ...first, title }])).toThrow("cannot stand in the table");
});

it("refuses a preset that is not called after its code", () => {
  expect(() => endingsTable([first, { ...first, id: "odd", presetOf: { ending: first.id, code: 1000 } }])).toThrow(
    "The preset odd",
  );
});
