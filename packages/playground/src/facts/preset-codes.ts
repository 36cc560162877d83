// Written by packages/upkeep/src/playground/generate-endings-table.ts out of data/endings.json.

/** The codes that have an ending of their own, `<id>-<code>`, by the ending that it is a preset of. */
export const presetCodes: Readonly<Record<string, readonly number[]>> = {
  "server-close": [
    1000, 1001, 1002, 1003, 1007, 1008, 1009, 1010, 1011, 1012, 1013, 1014, 3000, 3003, 3008, 3999, 4000, 4999, 0, 999,
    1004, 1005, 1006, 1015, 1016, 1100, 2000, 2999, 5000, 65535,
  ],
};
