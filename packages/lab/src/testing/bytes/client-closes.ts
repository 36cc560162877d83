import { clientClose } from "../raw-client.ts";
import { clientCloses, closed, FIRST, hex, type Row, SECOND } from "./row.ts";

const ECHO = "880503e8627965";
const ECHOED = closed("server", 1000, "bye");
const OWN = "the server's own";

const answered = (replies: string, log: string[]) =>
  clientCloses(1000, "bye", { replies, ends: "first", log: [...log, ...FIRST] });

/** The client closes with a body, and without one; the server echoes. */
export const ECHO_ROWS: Row[] = [
  answered(ECHO, [ECHOED]),
  {
    client: clientClose(""),
    replies: "8800",
    ends: "first",
    log: ['client frame 8 masked 0 null ""', 'server frame 8 0 null ""', ...FIRST],
  },
];

/** See `implementations.test.ts`. */
export const clientClosesRows = {
  "client-close-echo": ECHO_ROWS,
  "client-close-tcp-open": [
    clientCloses(1000, "bye", { replies: ECHO, ends: "after the client", log: [ECHOED, ...SECOND] }),
  ],
  "client-close-other-code": [
    answered(`88120fa0${hex(OWN)}`, [closed("server", 4000, OWN)]),
    { ...answered("880203f7", [closed("server", 1015)]), query: "code=1015&reason=" },
  ],
  "client-close-empty": [answered("8800", ['server frame 8 0 null ""'])],
  "client-close-1015": [answered("880203f7", [closed("server", 1015)])],
  "client-close-text": [answered(`81046c617465${ECHO}`, ["server frame 1 4", ECHOED])],
  "client-close-fin": [answered("", [])],
  "client-close-rst": [clientCloses(1000, "bye", { ends: "rst", log: ["server rst"] })],
  "client-close-never": [clientCloses(1000, "bye", { ends: "after the client", log: SECOND })],
  "client-close-late": [answered(ECHO, [ECHOED])],
} satisfies Record<string, Row[]>;
