import { connect } from "node:net";
import { ConnectionRecordSchema } from "@wasclean/schema";
import { createRandom, mutate, randomBytes } from "@wasclean/tools/random";
import fc from "fast-check";
import { expect, onTestFinished, test, vi } from "vitest";
import { createBoundedServer } from "./bounded-server.ts";
import { ENDING_IDS } from "./endings/ending-ids.ts";
import { createLab } from "./lab.ts";
import { endedRecord, type LabServer, startLab } from "./testing/lab-server.ts";
import { clientFrame, RawClient, request } from "./testing/raw-client.ts";
import { encodeClose } from "./wire/close-frame.ts";

type Random = ReturnType<typeof createRandom>;

const frame = fc
  .record({
    opcode: fc.nat(15),
    payload: fc.uint8Array({ maxLength: 200 }),
    fin: fc.boolean(),
    rsv: fc.constantFrom(0, 0, 0, 4),
  })
  .map(clientFrame);
const bytes = fc.uint8Array({ maxLength: 200 }).map((array) => Buffer.from(array));
const ending = fc.constantFrom(...ENDING_IDS);
const UNANSWERED = ["handshake-no-answer", "call-close-connecting"];
const from = fc.array(fc.oneof(frame, bytes), { maxLength: 6 });

/** An RST may throw the request away unread, and then there is no connection to speak of. */
const hasBegun = ({ get }: LabServer, id: string) =>
  vi.waitFor(async () => expect((await get(`/lab/connections/${id}`)).status).toBe(200), { interval: 5 });

test("whatever a client sends, the connection ends, its record is valid, and the lab lives", async () => {
  const lab = await startLab({ closingMs: 200 });
  let run = 0;
  await fc.assert(
    fc.asyncProperty(ending, from, fc.boolean(), async (id, chunks, resets) => {
      const connection = `fuzz-of-the-whole-lab-${process.pid}-${run++}`;
      const tcp = new RawClient(await lab.portOf(id), request(`/lab/${id}?connection=${connection}`));
      if (UNANSWERED.includes(id)) await hasBegun(lab, connection);
      else await tcp.bytes(1);
      for (const chunk of chunks) tcp.socket.write(chunk);
      if (resets) tcp.socket.resetAndDestroy();
      else tcp.socket.end();
      expect(await endedRecord(lab, connection)).toMatchObject({ ending: id });
    }),
    { numRuns: 300 },
  );
  expect((await lab.get("/lab/")).status).toBe(200);
}, 120_000);

const SEED = 20_261_122;
const HANDSHAKES = 10_000;
/** With 30 frames each: 90,000. */
const FRAME_CONNECTIONS = 3_000;
const FRAMES_EACH = 30;
/** Endings on which the lab, or ws for it, goes on reading. */
const READING = [
  "client-close-echo",
  "client-close-never",
  "client-close-other-code",
  "close-tcp-open",
  "server-close",
];
const HEADERS: Record<string, string>[] = [
  {},
  { "Sec-WebSocket-Protocol": "chat, superchat" },
  { "Sec-WebSocket-Extensions": "permessage-deflate; client_max_window_bits", Origin: "http://example.org" },
  { "Content-Length": "3" },
  { "Transfer-Encoding": "chunked" },
];

/** A handshake: in one of ten random bytes, in three well-formed with any parameters and headers, in six with a fault. */
function fuzzedHandshake(random: Random): Buffer {
  const kind = random(10);
  if (kind === 0) return randomBytes(random, random(300));
  const path = `/lab/${ENDING_IDS[random(ENDING_IDS.length)]}${random(2) === 0 ? "" : `?code=${random(70_000)}&reason=%c3%a4`}`;
  const valid = Buffer.from(request(path, HEADERS[random(HEADERS.length)]));
  return kind < 4 ? valid : mutate(random, valid, 1);
}

/**
 * A frame: in four of ten it is valid on its own, in five it has faults, and in one it is random bytes. One in a
 * hundred announces a length of 64 bits, whatever it is, which swallows or loses all that follows.
 */
function fuzzedFrame(random: Random): Buffer {
  if (random(100) === 0) return Buffer.concat([Buffer.of(0x80 | random(16), 0xff), randomBytes(random, 12)]);
  const kind = random(10);
  if (kind === 0) return randomBytes(random, random(40));
  const opcode = [0, 1, 2, 8, 9, 10][random(6)] ?? random(16);
  const payload = randomBytes(random, random(8) === 0 ? random(1_000) : random(126));
  const valid = clientFrame({ opcode, payload, fin: random(4) > 0 });
  return kind < 5 ? valid : mutate(random, valid, 1 + random(3));
}

test("100,000 inputs: 10,000 handshakes and 90,000 frames, random or valid ones with faults", async () => {
  const random = createRandom(SEED);
  const limits = { handshakeMs: 300, closingMs: 300, idleMs: 600, totalMs: 2_000 };
  const most = { maxConnections: 1_000, maxConnectionsPerAddress: 1_000 };
  const ended = { whole: 0, cutShort: 0 };
  const lab = createLab({
    ...limits,
    ...most,
    onConnectionEnd: (record) => {
      ended[ConnectionRecordSchema.safeParse(record).success && record.state === "ended" ? "whole" : "cutShort"]++;
    },
  });
  const { server, listen, stop } = createBoundedServer(lab, lab.handleRequest);
  onTestFinished(stop);
  const port = Number(new URL(await listen(0, "127.0.0.1")).port);

  /** Sends pieces one after the other, then FIN or RST; fulfilled when the server is done with it too. */
  const send = (pieces: Buffer[], resets: boolean) =>
    new Promise<void>((resolve) => {
      const socket = connect(port, "127.0.0.1");
      socket.on("error", () => {}).on("close", () => resolve());
      socket.resume();
      for (const piece of pieces) socket.write(piece);
      if (resets) socket.write("", () => socket.resetAndDestroy());
      else socket.end();
    });
  const inTurn = async (count: number, one: (index: number) => Promise<void>) => {
    let next = 0;
    const worker = async () => {
      while (next < count) await one(next++);
    };
    await Promise.all(Array.from({ length: 50 }, worker));
  };

  await inTurn(HANDSHAKES, () => send([fuzzedHandshake(random)], random(5) === 0));
  const begun = ended.whole;
  let inputs = HANDSHAKES;
  await inTurn(FRAME_CONNECTIONS, (index) => {
    const frames = Array.from({ length: FRAMES_EACH }, () => fuzzedFrame(random));
    inputs += frames.length;
    const handshake = Buffer.from(request(`/lab/${READING[index % READING.length]}`));
    // In two thirds of the cases the frames do not wait for the answer, or are torn apart.
    const sent = index % 3 === 0 ? [handshake, ...frames] : [Buffer.concat([handshake, ...frames])];
    return send(index % 3 === 2 ? tear(random, sent) : sent, random(5) === 0);
  });

  expect(inputs).toBe(100_000);
  const connections = () => new Promise((resolve) => server.getConnections((_, count) => resolve(count)));
  await vi.waitFor(async () => expect(await connections()).toBe(0), { timeout: 3_000, interval: 20 });
  expect(ended.cutShort).toBe(0);
  expect(begun).toBeGreaterThan(500); // of the handshakes some are good enough
  expect(ended.whole - begun).toBeGreaterThan(2_000); // the others were reset before they were read
  const tcp = new RawClient(port, request("/lab/server-close?code=4001&reason=alive"));
  await tcp.bytes(150);
  expect(tcp.received.toString("latin1")).toMatch(/^HTTP\/1\.1 101 /);
  tcp.socket.end();
  await tcp.end();
  expect(tcp.received.subarray(-9)).toEqual(encodeClose(4001, "alive"));
}, 120_000);

/** The same bytes in up to five pieces. */
function tear(random: Random, [bytes = Buffer.alloc(0)]: Buffer[]): Buffer[] {
  const cuts = Array.from({ length: 4 }, () => random(bytes.length)).sort((a, b) => a - b);
  return [0, ...cuts].map((from, index) => bytes.subarray(from, cuts[index] ?? bytes.length));
}
