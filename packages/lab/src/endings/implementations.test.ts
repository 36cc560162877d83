import { expect, test } from "vitest";
import { aroundCloseRows } from "../testing/bytes/around-close.ts";
import { brokenFrameRows } from "../testing/bytes/broken-frame.ts";
import { clientClosesRows } from "../testing/bytes/client-closes.ts";
import { closeBodyRows } from "../testing/bytes/close-body.ts";
import { closeCodeRows } from "../testing/bytes/close-code.ts";
import { noCloseFrameRows } from "../testing/bytes/no-close-frame.ts";
import { openingHandshakeRows } from "../testing/bytes/opening-handshake.ts";
import { ANSWER, ID, type Row } from "../testing/bytes/row.ts";
import { serverRuleRows } from "../testing/bytes/server-rule.ts";
import { withoutServerRows } from "../testing/bytes/without-server.ts";
import { endedRecord, inWords, startLab } from "../testing/lab-server.ts";
import { RawClient, request } from "../testing/raw-client.ts";
import type { EndingId } from "./ending-ids.ts";

const ROWS = {
  ...closeCodeRows,
  ...closeBodyRows,
  ...aroundCloseRows,
  ...noCloseFrameRows,
  ...brokenFrameRows,
  ...openingHandshakeRows,
  ...clientClosesRows,
  ...serverRuleRows,
  ...withoutServerRows,
} satisfies Record<EndingId, Row[]>;

const CASES = Object.entries<Row[]>(ROWS).flatMap(([ending, rows]) =>
  rows.map((row, index): [string, string, Row] => [`${ending} ${index + 1}`, ending, row]),
);

test.each(CASES)("the bytes of %s", async (_, ending, row) => {
  const { query, answer: pattern = ANSWER, sends = "", client, replies = "", afterwards, ends, log } = row;
  const lab = await startLab();
  const path = `/lab/${ending}?connection=${ID}${query ? `&${query}` : ""}`;
  const answer = pattern.replace("PORT", String(lab.port));
  const sent = Buffer.concat([Buffer.from(answer), Buffer.from(sends, "hex")]);
  const all = Buffer.concat([sent, Buffer.from(replies, "hex")]);

  const tcp = new RawClient(await lab.portOf(ending), request(path, row.headers));
  expect((await tcp.bytes(sent.length)).toString("latin1")).toBe(sent.toString("latin1"));
  if (client) tcp.socket.write(client);
  if (afterwards) {
    await tcp.bytes(all.length);
    tcp.socket.write(afterwards);
  }
  if (ends === "after the client") tcp.socket.end();
  expect(await tcp.end()).toBe(ends === "rst" ? "rst" : "fin");
  expect(tcp.received.toString("latin1")).toBe(all.toString("latin1"));
  tcp.socket.end();

  const record = await endedRecord(lab, ID);
  const [line] = answer.split("\r\n", 1);
  const handshakes = [`client handshake GET ${path} HTTP/1.1`, ...(line ? [`server handshake ${line}`] : [])];
  expect(inWords(record.events)).toEqual([...handshakes, ...log]);
  expect(record).toMatchObject({ id: ID, ending, truncated: false, clientEnd: ends === "rst" ? null : "fin" });
  const times = record.events.map(({ at }) => at);
  expect(times).toEqual(times.toSorted((a, b) => a - b));
});
