import fc from "fast-check";
import { expect, test, vi } from "vitest";
import { ENDING_IDS } from "./ending-ids.ts";
import { endedRecord, type LabServer, startLab } from "./testing/lab-server.ts";
import { clientFrame, RawClient, request } from "./testing/raw-client.ts";

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
      const connection = `fuzz-${process.pid}-${run++}`;
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
}, 30_000);
