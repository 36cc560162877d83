import { expect, test } from "vitest";
import type { EndingId } from "./ending-ids.ts";
import { endedRecord, inWords, startLab } from "./testing/lab-server.ts";
import { clientClose, RawClient, request } from "./testing/raw-client.ts";

const ID = "connection-1";

const ANSWER = [
  "HTTP/1.1 101 Switching Protocols",
  "Upgrade: websocket",
  "Connection: Upgrade",
  "Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=",
  `X-WasClean-Connection: ${ID}`,
  "\r\n",
].join("\r\n");

interface Row {
  /** Parameters besides `connection`. */
  query?: string;
  /** The answer to the handshake, where it is not the usual one. */
  answer?: string;
  /** What the server sends after it, in hexadecimal. */
  sends?: string;
  /** What the client then sends. */
  client?: Buffer;
  /** What the server sends to that. */
  replies?: string;
  /** Whether the server waits for the client's FIN before it ends; `rst`: it resets. */
  ends: "first" | "after the client" | "rst";
  /** What the record says between the two handshakes and the end. */
  log: string[];
}

const first = ["server fin", "client fin"];
const second = ["client fin", "server fin"];
const close = (server: string, client: string) => [
  `server frame 8 ${server}`,
  `client frame 8 masked ${client}`,
  ...first,
];
const refusedCode = (code: number): Row => ({
  query: `code=${code}&reason=no`,
  sends: `8804${code.toString(16).padStart(4, "0")}6e6f`,
  client: clientClose("03ea"),
  ends: "first",
  log: close(`4 ${code} "no"`, '2 1002 ""'),
});

const ROWS = {
  "server-close": [
    { sends: "880203e8", client: clientClose("03e8"), ends: "first", log: close('2 1000 ""', '2 1000 ""') },
    {
      query: "code=4001&reason=bye",
      sends: "88050fa1627965",
      client: clientClose("0fa1"),
      ends: "first",
      log: close('5 4001 "bye"', '2 4001 ""'),
    },
    ...[0, 999, 1004, 1005, 1006, 1015, 1016, 2999, 5000, 65535].map(refusedCode),
    {
      query: `code=1000&reason=${encodeURIComponent("é".repeat(200))}`,
      sends: `887e019203e8${"c3a9".repeat(200)}`,
      client: clientClose("03ea"),
      ends: "first",
      log: close(`402 1000 "${"é".repeat(200)}"`, '2 1002 ""'),
    },
  ],
  "close-empty": [{ sends: "8800", client: clientClose(""), ends: "first", log: close('0 null ""', '0 null ""') }],
  "close-reason-124": [
    {
      sends: `887e007e03e8${"78".repeat(124)}`,
      client: clientClose("03ea"),
      ends: "first",
      log: close(`126 1000 "${"x".repeat(124)}"`, '2 1002 ""'),
    },
  ],
  "close-twice": [
    {
      sends: "88070fa16669727374" + "88080fa27365636f6e64",
      client: clientClose("0fa1"),
      ends: "first",
      log: ['server frame 8 7 4001 "first"', ...close('8 4002 "second"', '2 4001 ""')],
    },
  ],
  "fin-no-close": [{ ends: "first", log: first }],
  "rst-no-close": [{ ends: "rst", log: ["server rst"] }],
  "text-not-utf8": [
    {
      sends: "8102c328",
      client: clientClose("03ef"),
      ends: "after the client",
      log: ["server frame 1 2", 'client frame 8 masked 2 1007 ""', ...second],
    },
  ],
  "masked-text": [
    {
      sends: "818637fa213d5a9b5256529e",
      client: clientClose("03ea"),
      ends: "after the client",
      log: ["server frame 1 masked 6", 'client frame 8 masked 2 1002 ""', ...second],
    },
  ],
  "handshake-status-403": [
    {
      answer: `HTTP/1.1 403 Forbidden\r\nConnection: close\r\nContent-Length: 0\r\nX-WasClean-Connection: ${ID}\r\n\r\n`,
      ends: "first",
      log: first,
    },
  ],
  "handshake-wrong-accept": [
    {
      answer: ANSWER.replace("s3pPLMBiTxaQ9kYGzzhZRbK+xOo=", "AAAAAAAAAAAAAAAAAAAAAAAAAAA="),
      ends: "after the client",
      log: second,
    },
  ],
  "client-close-echo": [
    {
      client: clientClose("0bb8627965"),
      replies: "88050bb8627965",
      ends: "first",
      log: ['client frame 8 masked 5 3000 "bye"', 'server frame 8 5 3000 "bye"', ...first],
    },
    {
      client: clientClose(""),
      replies: "8800",
      ends: "first",
      log: ['client frame 8 masked 0 null ""', 'server frame 8 0 null ""', ...first],
    },
  ],
  "client-close-other-code": [
    {
      client: clientClose("03e8627965"),
      replies: `88120fa0${Buffer.from("the server's own").toString("hex")}`,
      ends: "first",
      log: ['client frame 8 masked 5 1000 "bye"', 'server frame 8 18 4000 "the server\'s own"', ...first],
    },
    {
      query: "code=1015&reason=",
      client: clientClose("03e8"),
      replies: "880203f7",
      ends: "first",
      log: ['client frame 8 masked 2 1000 ""', 'server frame 8 2 1015 ""', ...first],
    },
  ],
} satisfies Record<EndingId, Row[]>;

const CASES = Object.entries<Row[]>(ROWS).flatMap(([ending, rows]) =>
  rows.map((row): [string, string, Row] => [`${ending} ${row.query?.slice(0, 30) ?? ""}`, ending, row]),
);

test.each(CASES)("the bytes of %s", async (_, ending, { query, client, ends, log, ...row }) => {
  const lab = await startLab();
  const path = `/lab/${ending}?connection=${ID}${query ? `&${query}` : ""}`;
  const answer = row.answer ?? ANSWER;
  const sent = Buffer.concat([Buffer.from(answer), Buffer.from(row.sends ?? "", "hex")]);
  const all = Buffer.concat([sent, Buffer.from(row.replies ?? "", "hex")]);

  const tcp = new RawClient(lab.port, request(path));
  expect((await tcp.bytes(sent.length)).toString("latin1")).toBe(sent.toString("latin1"));
  if (client) tcp.socket.write(client);
  if (ends === "after the client") tcp.socket.end();
  expect(await tcp.end()).toBe(ends === "rst" ? "rst" : "fin");
  expect(tcp.received.toString("latin1")).toBe(all.toString("latin1"));
  tcp.socket.end();

  const record = await endedRecord(lab, ID);
  const [line] = answer.split("\r\n", 1);
  const handshakes = [`client handshake GET ${path} HTTP/1.1`, `server handshake ${line}`];
  expect(inWords(record.events)).toEqual([...handshakes, ...log]);
  expect(record).toMatchObject({ id: ID, ending, truncated: false, clientEnd: ends === "rst" ? null : "fin" });
  const times = record.events.map(({ at }) => at);
  expect(times).toEqual(times.toSorted((a, b) => a - b));
});
