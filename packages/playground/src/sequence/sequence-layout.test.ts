import { describe, expect, it } from "vitest";
import { closeEvent, frame, handshake, pageEvent, runOf, tcpEnd } from "../testing/sequence-fixtures.ts";
import { layOut } from "./sequence-layout.ts";
import { toSequence } from "./sequence-model.ts";
import type { Shape } from "./sequence-shapes.ts";
import { fitText, wrapText } from "./sequence-text.ts";

const hostile = "<b>非常に長い理由</b> 👩‍👩‍👧‍👦".repeat(5);
const rows = toSequence(
  runOf(
    [
      pageEvent(40, "open"),
      pageEvent(41, "send-called"),
      pageEvent(42, "close-called"),
      closeEvent(5000, true, hostile),
    ],
    [
      handshake(0, "client"),
      handshake(1, "server"),
      frame(2, "client", 1),
      { at: 3, by: "server", kind: "bytes", length: 123_456 },
      frame(4, "client", 8, hostile),
      frame(5, "server", 8, hostile),
      { at: 4900, by: "server", kind: "timeout" },
      tcpEnd(4901, "server"),
      tcpEnd(4902, "client", "rst"),
    ],
  ),
);
const recorded = toSequence(
  runOf([closeEvent(0)], [], "recorded"),
  "Sends a Close frame with a status code. ".repeat(4),
);

/** The box of a text, where a character is as wide as its font makes it: 0.61 of its size, twice that beyond Latin. */
function boxOf([, attributes, words = ""]: Shape) {
  const size = Number(attributes["font-size"]);
  const drawn = words.replace(/\p{Cf}/gu, "");
  const width =
    [...drawn].reduce((sum, character) => sum + (/[^\0-\u10ff\u2010-\u202f]/.test(character) ? 2 : 1), 0) * size * 0.61;
  const left = Number(attributes.x) - width * ({ middle: 0.5, end: 1 }[String(attributes["text-anchor"])] ?? 0);
  return {
    left,
    right: left + width,
    top: Number(attributes.y) - size * 0.8,
    bottom: Number(attributes.y) + size * 0.25,
  };
}

describe.each([240, 280, 320, 414, 559, 560, 700, 900])("in %d pixels", (width) => {
  const layouts = [rows, recorded].map((each) => layOut(each, width));
  const rowsOf = layouts.flatMap(({ rows: laid, height }) =>
    laid.map((row, index) => ({ row, height: (laid[index + 1]?.y ?? height) - row.y })),
  );

  it("keeps every text within the width and within its row", () => {
    for (const { row, height } of rowsOf) {
      for (const shape of row.shapes.filter(([tag, , words]) => tag === "text" && words)) {
        const box = boxOf(shape);
        expect(box.left, shape[2]).toBeGreaterThanOrEqual(-0.5);
        expect(box.right, shape[2]).toBeLessThanOrEqual(width + 0.5);
        expect(box.top, shape[2]).toBeGreaterThanOrEqual(0);
        expect(box.bottom, shape[2]).toBeLessThanOrEqual(height);
      }
    }
  });

  it("lets no two texts of a row overlap", () => {
    for (const { row } of rowsOf) {
      const boxes = row.shapes.filter(([tag, , words]) => tag === "text" && words).map(boxOf);
      for (const [index, a] of boxes.entries()) {
        for (const b of boxes.slice(index + 1)) {
          const overlaps = a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
          expect(overlaps, row.key).toBe(false);
        }
      }
    }
  });
});

it("keeps a width between 240 and 900", () => {
  expect([layOut(rows, 10).width, layOut(rows, 333.4).width, layOut(rows, 5000).width]).toEqual([240, 333, 900]);
});

it("draws FIN, RST and bytes that are no frame with other lines than a frame, not in other colours", () => {
  const dashesOf = (kind: string) => {
    const row = layOut(rows, 600).rows.find(({ name }) => name.startsWith(`row ${kind}`));
    return row?.shapes
      .filter(([, { class: name }]) => name === "shaft" || name === "cross")
      .map(([, { d, "stroke-dasharray": dashes }]) => `${dashes} ${d}`);
  };
  const drawn = ["frame", "fin", "rst", "bytes"].map((kind) => String(dashesOf(kind)));
  expect(new Set(drawn).size).toBe(4);
  expect(drawn[2]).toContain("6 4");
  expect(drawn[3]).toContain("1 3");
});

it("breaks the server's line where nothing of the wire was seen", () => {
  const dashesOf = (wire: boolean) =>
    layOut(wire ? rows : recorded, 600)
      .rows[1]?.shapes.slice(0, 2)
      .map(([, attributes]) => attributes["stroke-dasharray"]);
  expect(dashesOf(true)).toEqual(["none", "none"]);
  expect(dashesOf(false)).toEqual(["none", "2 4"]);
});

it("leaves the end open until it is over", () => {
  const lines = (isOver: boolean) => layOut(rows, 600, isOver).rows.at(-1)?.shapes.length;
  expect([lines(true), lines(false)]).toEqual([3, 2]);
});

it("has the whole in words where the drawing leaves something out", () => {
  const row = layOut(rows, 280).rows.find(({ words }) => words[1] === "page" && words[2].startsWith("close:"));
  expect(row?.words[2]).toContain("<b>非常に長い理由</b>");
  expect(row?.shapes.some(([, , words]) => words?.endsWith("…"))).toBe(true);
});

it.each([
  ["abcdef", 6, "abcdef"],
  ["abcdef", 5, "abcd…"],
  ["非常に", 5, "非常…"],
  ["\u2068ab\u2069", 2, "\u2068ab\u2069"],
  ["ab", 0, "…"],
])("%j in %d characters is %j", (text, characters, shown) => {
  expect(fitText(text, characters * 10 * 0.61 + 0.01, 10)).toBe(shown);
});

it.each([
  ["one two three", 7, ["one two", "three"]],
  ["one extraordinary", 7, ["one", "extrao…"]],
  ["one", 7, ["one"]],
])("%j in lines of %d characters is %j", (text, characters, lines) => {
  expect(wrapText(text, characters * 10 * 0.61 + 0.01, 10)).toEqual(lines);
});
