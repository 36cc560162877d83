import { closed, handshakeOfClose, hex, type Row } from "./row.ts";

const inHex = (code: number) => code.toString(16).padStart(4, "0");

/** What a client makes of such a code does not matter here: it answers with 1002. */
const withReason = (code: number, query: string): Row => ({
  ...handshakeOfClose(`8804${inHex(code)}6e6f`, [closed("server", code, "no")], "03ea"),
  query,
});

const ofCode = (code: number): Row[] => [
  handshakeOfClose(`8802${inHex(code)}`, [closed("server", code)], "03e8"),
  withReason(code, "reason=no"),
];

const LONG = "é".repeat(200);

/** See `implementations.test.ts`. */
export const closeCodeRows = {
  "server-close": [
    handshakeOfClose("880203e8", [closed("server", 1000)], "03e8"),
    { ...handshakeOfClose("88050fa1627965", [closed("server", 4001, "bye")]), query: "code=4001&reason=bye" },
    ...[0, 999, 1004, 1005, 1006, 1015, 1016, 2999, 5000, 65535].map((code) =>
      withReason(code, `code=${code}&reason=no`),
    ),
    {
      ...handshakeOfClose(`887e019203e8${hex(LONG)}`, [closed("server", 1000, LONG)], "03ea"),
      query: `code=1000&reason=${encodeURIComponent(LONG)}`,
    },
  ],
  "server-close-1000": ofCode(1000),
  "server-close-1001": ofCode(1001),
  "server-close-1002": ofCode(1002),
  "server-close-1003": ofCode(1003),
  "server-close-1007": ofCode(1007),
  "server-close-1008": ofCode(1008),
  "server-close-1009": ofCode(1009),
  "server-close-1010": ofCode(1010),
  "server-close-1011": ofCode(1011),
  "server-close-1012": ofCode(1012),
  "server-close-1013": ofCode(1013),
  "server-close-1014": ofCode(1014),
  "server-close-3000": ofCode(3000),
  "server-close-3003": ofCode(3003),
  "server-close-3008": ofCode(3008),
  "server-close-3999": ofCode(3999),
  "server-close-4000": ofCode(4000),
  "server-close-4999": ofCode(4999),
  "server-close-0": ofCode(0),
  "server-close-999": ofCode(999),
  "server-close-1004": ofCode(1004),
  "server-close-1005": ofCode(1005),
  "server-close-1006": ofCode(1006),
  "server-close-1015": ofCode(1015),
  "server-close-1016": ofCode(1016),
  "server-close-1100": ofCode(1100),
  "server-close-2000": ofCode(2000),
  "server-close-2999": ofCode(2999),
  "server-close-5000": ofCode(5000),
  "server-close-65535": ofCode(65535),
} satisfies Record<string, Row[]>;
