import { FIRST, type Row } from "./row.ts";

/** See `implementations.test.ts`. */
export const noCloseFrameRows = {
  "fin-no-close": [{ ends: "first", log: FIRST }],
  "rst-no-close": [{ ends: "rst", log: ["server rst"] }],
  "fin-in-frame": [{ sends: "810a666f7572", ends: "first", log: ["server bytes 6", ...FIRST] }],
} satisfies Record<string, Row[]>;
