import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { encodeFrame } from "./encode-frame.ts";
import { FrameReader } from "./frame-reader.ts";

const KEEP = 125;

/** What a reader finds in pieces of a stream: frames as `opcode:length:body`, headers as `^length`, bytes as `+length`. */
function read(chunks: Buffer[]): string[] {
  const found: string[] = [];
  const reader = new FrameReader({
    keep: KEEP,
    onHeader: ({ length }) => found.push(`^${length}`),
    onFrame: ({ fin, rsv, opcode, masked, length, body }) =>
      found.push(`${fin ? "" : "-"}${rsv}.${opcode}${masked ? "m" : ""}:${length}:${body.toString("hex")}`),
    onBytes: (length) => found.push(`+${length}`),
  });
  for (const chunk of chunks) reader.push(chunk);
  reader.end();
  return found;
}

const ROWS: [what: string, hex: string, found: string[]][] = [
  ["nothing", "", []],
  ["RFC 6455 §5.7: unmasked text", "810548656c6c6f", ["^5", "0.1:5:"]],
  ["RFC 6455 §5.7: masked text", "818537fa213d7f9f4d5158", ["^5", "0.1m:5:"]],
  ["RFC 6455 §5.7: fragments", "010348656c80026c6f", ["^3", "-0.1:3:", "^2", "0.0:2:"]],
  ["RFC 6455 §5.7: ping", "890548656c6c6f", ["^5", "0.9:5:48656c6c6f"]],
  ["RFC 6455 §5.7: masked pong", "8a8537fa213d7f9f4d5158", ["^5", "0.10m:5:48656c6c6f"]],
  ["two empty frames", "88008880aabbccdd", ["^0", "0.8:0:", "^0", "0.8m:0:"]],
  ["reserved bits and a reserved opcode", "fb00", ["^0", "7.11:0:"]],
  ["a length in more bytes than needed", "887e000203e8", ["^2", "0.8:2:03e8"]],
  ["a length in eight bytes where one would do", "887f000000000000000203e8", ["^2", "0.8:2:03e8"]],
  ["half a header", "81", ["+1"]],
  ["a header without its length", "817e01", ["+3"]],
  ["a header without its mask", "8185aabbcc", ["+5"]],
  ["a payload that stops", "81054865", ["^5", "+4"]],
  ["the largest length there is", "827f001fffffffffffff00", ["^9007199254740991", "+11"]],
  ["a larger one", "827f0020000000000000ff88", ["^Infinity", "+10", "+2"]],
  ["a length with the top bit set", "82ff8000000000000000aabbccdd8800", ["^Infinity", "+14", "+2"]],
  ["HTTP where frames should be", Buffer.from("HTTP/1.1 400").toString("hex"), ["^84", "+12"]],
];

describe.each(ROWS)("%s", (_, hex, found) => {
  const bytes = Buffer.from(hex, "hex");
  const joined = (entries: string[]) => {
    const sum = entries.filter((entry) => entry.startsWith("+")).reduce((all, entry) => all + Number(entry), 0);
    return [...entries.filter((entry) => !entry.startsWith("+")), sum];
  };

  test("at once", () => expect(read([bytes])).toEqual(found));

  test("in two pieces, wherever cut", () => {
    for (let cut = 0; cut <= bytes.length; cut++) {
      expect(joined(read([bytes.subarray(0, cut), bytes.subarray(cut)]))).toEqual(joined(found));
    }
  });

  test("byte by byte", () => {
    expect(joined(read([...bytes].map((byte) => Buffer.of(byte))))).toEqual(joined(found));
  });
});

test.each([0, 1, 125, 126, 127, 65535, 65536, 100_000])("reads what the encoder writes: %i bytes", (length) => {
  for (const mask of [undefined, Buffer.from("37fa213d", "hex")]) {
    const bytes = encodeFrame({ opcode: 8, payload: Buffer.alloc(length, 0x61), ...(mask && { mask }) });
    const body = "61".repeat(Math.min(length, KEEP));
    expect(read([bytes])).toEqual([`^${length}`, `0.8${mask ? "m" : ""}:${length}:${body}`]);
  }
});

test("of a data frame no payload is kept", () => {
  expect(read([encodeFrame({ opcode: 2, payload: Buffer.alloc(70_000, 1) })])).toEqual(["^70000", "0.2:70000:"]);
});

test("any bytes, in any pieces, are accounted for, and keep no more than allowed", () => {
  const pieces = fc.array(fc.uint8Array({ maxLength: 300 }), { maxLength: 8 });
  fc.assert(
    fc.property(pieces, (chunks) => {
      let accounted = 0;
      const reader = new FrameReader({
        keep: KEEP,
        onFrame: ({ length, masked, body }) => {
          expect(body.length).toBeLessThanOrEqual(KEEP);
          accounted += length + (masked ? 4 : 0) + 2; // the shortest form of a length: a lower bound
        },
        onBytes: (length) => {
          accounted += length;
        },
      });
      for (const chunk of chunks) reader.push(Buffer.from(chunk));
      reader.end();
      const total = chunks.reduce((sum, chunk) => sum + chunk.length, 0);
      expect(accounted).toBeLessThanOrEqual(total);
      if (total > 0) expect(accounted).toBeGreaterThan(0);
    }),
    { numRuns: 2_000 },
  );
});

test("what is broken off is told as bytes at once, and nothing where a frame has just ended", () => {
  const found: string[] = [];
  const onFrame = ({ opcode }: { opcode: number }) => found.push(`frame ${opcode}`);
  const reader = new FrameReader({ keep: KEEP, onFrame, onBytes: (length) => found.push(`bytes ${length}`) });
  for (const part of ["8101", "61", "8100", "810a6162", "8100"]) {
    reader.push(Buffer.from(part, "hex"));
    if (part !== "8101") reader.breakOff();
  }
  reader.end();
  expect(found).toEqual(["frame 1", "frame 1", "bytes 4", "bytes 2"]);
});

test("a thousand announcements of huge frames hold no memory", () => {
  const before = process.memoryUsage().arrayBuffers;
  const readers = Array.from({ length: 1_000 }, () => {
    const reader = new FrameReader({ keep: KEEP, onFrame: () => {}, onBytes: () => {} });
    reader.push(Buffer.from("887f001ffffffffffffe6161", "hex"));
    return reader;
  });
  expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(4_000_000);
  expect(readers).toHaveLength(1_000);
});

test("time is linear: a mebibyte byte by byte is read in a moment", () => {
  let frames = 0;
  const reader = new FrameReader({ keep: KEEP, onFrame: () => frames++, onBytes: () => {} });
  const byte = encodeFrame({ opcode: 2, payload: Buffer.alloc(2 ** 20) });
  for (let i = 0; i < byte.length; i++) reader.push(byte.subarray(i, i + 1));
  expect(frames).toBe(1);
});
