import { expect, it } from "vitest";
import { EventLines } from "./event-lines.ts";

const TEXT =
  ': hello\n\nevent: wire\nid: 0\ndata: {"a":1}\n\nretry: 5\r\nevent:end\r\ndata: x\r\ndata:y\r\n\r\nevent: lost\ndata: z';
const EVENTS = [
  { type: "wire", data: '{"a":1}', id: "0" },
  { type: "end", data: "x\ny", id: "0" },
];

it("reads the same events, wherever the text is cut", () => {
  for (let size = 1; size <= TEXT.length; size += 1) {
    const lines = new EventLines();
    const parts = TEXT.match(RegExp(`[^]{1,${size}}`, "g")) ?? [];
    expect(parts.flatMap((part) => lines.add(part))).toEqual(EVENTS);
  }
});

it("takes a line that comes in many parts in linear time", () => {
  const lines = new EventLines();
  const start = performance.now();
  for (let part = 0; part < 200_000; part += 1) lines.add("data: xx");
  expect(lines.add("\n\n")).toHaveLength(1);
  expect(performance.now() - start).toBeLessThan(2000);
});
