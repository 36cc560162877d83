import fc from "fast-check";
import { expect, test } from "vitest";
import { ENDING_IDS } from "./ending-ids.ts";
import { endedRecord, startLab } from "./testing/lab-server.ts";
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
const from = fc.array(fc.oneof(frame, bytes), { maxLength: 6 });

test("whatever a client sends, the connection ends, its record is valid, and the lab lives", async () => {
  const lab = await startLab({ closingMs: 200 });
  let run = 0;
  await fc.assert(
    fc.asyncProperty(ending, from, fc.boolean(), async (id, chunks, resets) => {
      const connection = `fuzz-${process.pid}-${run++}`;
      const tcp = new RawClient(lab.port, request(`/lab/${id}?connection=${connection}`));
      await tcp.head();
      for (const chunk of chunks) tcp.socket.write(chunk);
      if (resets) tcp.socket.resetAndDestroy();
      else tcp.socket.end();
      expect(await endedRecord(lab, connection)).toMatchObject({ ending: id });
    }),
    { numRuns: 300 },
  );
  expect((await lab.get("/lab/")).status).toBe(200);
}, 30_000);
