import { clientClose } from "../raw-client.ts";
import { closed, FIRST, handshakeOfClose, type Row, SECOND } from "./row.ts";

const BYE = "88050fa1627965";
const SENT = closed("server", 4001, "bye");
const ECHO = closed("client", 4001);

/** See `implementations.test.ts`. */
export const aroundCloseRows = {
  "close-twice": [
    handshakeOfClose("88070fa16669727374" + "88080fa27365636f6e64", [
      closed("server", 4001, "first"),
      closed("server", 4002, "second"),
    ]),
  ],
  "close-then-text": [handshakeOfClose(`${BYE}81046c617465`, [SENT, "server frame 1 4"])],
  "close-then-ping": [handshakeOfClose(`${BYE}8900`, [SENT, "server frame 9 0"])],
  "text-then-close": [handshakeOfClose(`810568656c6c6f${BYE}`, ["server frame 1 5", SENT])],
  "close-between-fragments": [
    handshakeOfClose(`010766697273742c20${BYE}80046c617374`, ["server frame 1 more 7", SENT, "server frame 0 4"]),
  ],
  "close-with-handshake": [handshakeOfClose(BYE, [SENT])],
  "close-then-fin": [
    { sends: BYE, client: clientClose("0fa1"), ends: "first", log: [SENT, "server fin", ECHO, "client fin"] },
    { sends: BYE, ends: "first", log: [SENT, ...FIRST] },
  ],
  "close-then-rst": [{ sends: BYE, ends: "rst", log: [SENT, "server rst"] }],
  "close-echo-rst": [{ sends: BYE, client: clientClose("0fa1"), ends: "rst", log: [SENT, ECHO, "server rst"] }],
  "close-tcp-open": [
    { sends: BYE, client: clientClose("0fa1"), ends: "after the client", log: [SENT, ECHO, ...SECOND] },
    { sends: BYE, ends: "after the client", log: [SENT, ...SECOND] },
  ],
} satisfies Record<string, Row[]>;
