import { clientClose } from "../raw-client.ts";
import { closed, FIRST, failure, handshakeOfClose, type Row } from "./row.ts";

const x = (count: number) => "x".repeat(count);

/** See `implementations.test.ts`. */
export const closeBodyRows = {
  "close-empty": [
    {
      sends: "8800",
      client: clientClose(""),
      ends: "first",
      log: ['server frame 8 0 null ""', 'client frame 8 masked 0 null ""', ...FIRST],
    },
  ],
  "close-one-byte": [handshakeOfClose("880103", ['server frame 8 1 null ""'], "03ea")],
  "close-reason-123": [handshakeOfClose(`887d03e8${"78".repeat(123)}`, [closed("server", 1000, x(123))], "03e8")],
  "close-reason-124": [failure(`887e007e03e8${"78".repeat(124)}`, [closed("server", 1000, x(124))])],
  "close-reason-not-utf8": [handshakeOfClose("880403e8c328", ['server frame 8 4 1000 "\u{fffd}("'], "03ef")],
  "close-reason-bom": [handshakeOfClose("880803e8efbbbf627965", [closed("server", 1000, "\u{feff}bye")], "03e8")],
  "close-reason-nul": [handshakeOfClose("880503e8610062", ['server frame 8 5 1000 "a\\u0000b"'], "03e8")],
  "close-reason-emoji": [
    handshakeOfClose("881103e8f09f91a9f09f8fbde2808df09f9a80", ['server frame 8 17 1000 "👩🏽‍🚀"'], "03e8"),
  ],
} satisfies Record<string, Row[]>;
