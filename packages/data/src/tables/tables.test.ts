import type { Observation, Observations } from "@wasclean/schema";
import { describe, expect, test } from "vitest";
import { BROWSERS, CLOSE_CODES, CLOSE_EVENT, ENDINGS, OBSERVATIONS, WEB_SOCKET } from "../load/index.ts";
import {
  type Table,
  toCloseCodesRecords,
  toCloseCodesTable,
  toCompatRecords,
  toCompatTable,
  toCsv,
  toHtmlTable,
  toMarkdownTable,
  toObservationsRecords,
  toObservationsTable,
} from "./index.ts";

const compat = CLOSE_EVENT;
const { closeCodes } = CLOSE_CODES;

const TABLES: [string, Table][] = [
  ["CloseEvent", toCompatTable(compat, BROWSERS)],
  ["CloseEvent by statement", toCompatRecords(compat)],
  ["WebSocket", toCompatTable(WEB_SOCKET, BROWSERS)],
  ["WebSocket by statement", toCompatRecords(WEB_SOCKET)],
  ["endings × engines", toObservationsTable(ENDINGS, OBSERVATIONS)],
  ["observations", toObservationsRecords(ENDINGS, OBSERVATIONS)],
  ["close codes", toCloseCodesTable(closeCodes)],
  ["close codes as records", toCloseCodesRecords(closeCodes)],
];

describe.each(TABLES)("%s", (_, table) => {
  test("has a cell for every column in every row, and a source", () => {
    expect(table.rows.length).toBeGreaterThan(10);
    expect(table.rows.filter((row) => row.length !== table.head.length)).toEqual([]);
    expect(table.rows.map(([name]) => name)).not.toContain(null);
    expect(table.source).toMatch(/^Source: .+\d\.?.*\.$/);
  });

  test("comes back from CSV as it was", () => {
    const written = table.rows.map((row) => row.map((cell) => cell ?? ""));
    expect(fromCsv(toCsv(table)).slice(1)).toEqual(written.map((row) => row.map(withoutControls)));
  });

  test("has a line or element a row", () => {
    const lines = toMarkdownTable(table).split("\n");
    expect(lines.filter((line) => line.startsWith("| "))).toHaveLength(table.rows.length + 2);
    expect(toHtmlTable(table).match(/<tr><th scope="row">/g)).toHaveLength(table.rows.length);
  });
});

/** CSV by the grammar of RFC 4180, and not by what `toCsv` writes. */
function fromCsv(text: string): string[][] {
  const records = text.match(/(?:"(?:[^"]|"")*"|[^"\r\n])*\r\n/g) ?? [];
  return records.map((record) =>
    [...record.slice(0, -2).matchAll(/(?:^|,)("(?:[^"]|"")*"|[^",]*)/g)].map(([, field = ""]) =>
      field.startsWith('"') ? field.slice(1, -1).replaceAll('""', '"') : field,
    ),
  );
}

const withoutControls = (text: string) => text.replaceAll("\0", "\\u0000").replaceAll("\ufeff", "\\ufeff");

test("CSV has every support statement, with all that it says", () => {
  const statements = Object.values(WEB_SOCKET.features).flatMap(({ support }) => Object.values(support).flat());
  const { head, rows } = toCompatRecords(WEB_SOCKET);
  expect(rows).toHaveLength(statements.length);
  const moz = rows.find((row) => row[0] === "api.WebSocket" && row[1] === "firefox" && row[head.indexOf("prefix")]);
  expect(moz).toEqual([
    "api.WebSocket",
    "firefox",
    "7",
    "11",
    "10",
    "Moz",
    null,
    null,
    null,
    null,
    "Message size limited to 16 MB (see bug 711205 (https://bugzil.la/711205)).",
    `@mdn/browser-compat-data ${WEB_SOCKET.sources.bcd.version}`,
  ]);
});

test("a table of support names browsers and members for people, and numbers the notes", () => {
  const { head, rows, notes } = toCompatTable(compat, BROWSERS);
  expect(head).toEqual(["Browser", "CloseEvent", "CloseEvent() constructor", "code", "reason", "wasClean"]);
  expect(rows.find(([name]) => name === "Internet Explorer")).toEqual([
    "Internet Explorer",
    "10",
    "no",
    "10",
    "10",
    "10",
  ]);
  expect(rows.find(([name]) => name === "Firefox")?.[1]).toBe("8 [1] [2]");
  expect(notes).toHaveLength(2);
});

const seen = { events: [], code: null, reason: null, wasClean: null, throws: null, seconds: null, serverSaw: [] };
const close = { code: 1006, reason: "", wasClean: false };
test("what differs from run to run is all there", () => {
  const variants = [
    { ...seen, ...close, events: ["close" as const], runs: 2 },
    { ...seen, runs: 1 },
  ];
  const unstable: Observation = { ...seen, ...close, events: ["close"], runs: 3, stable: false, variants };
  const engine: Observations["engine"] = { id: "x", name: "X", version: "1", os: "y" };
  const one: Observations = {
    engine,
    observedOn: "2026-01-01",
    results: { "fin-no-close": unstable },
    notMeasured: {},
  };
  const { rows } = toObservationsTable(ENDINGS, [one]);
  expect(rows.find(([id]) => id === "fin-no-close")?.[1]).toBe("close, 1006, not clean / no event");
  expect(rows.find(([id]) => id === "rst-no-close")?.[1]).toBeNull();
  expect(toObservationsRecords(ENDINGS, [one]).rows.map((row) => row.at(-2))).toEqual(["2", "1"]);
});

test("ranges of codes have both ends", () => {
  const range = closeCodes.filter(({ code }) => Array.isArray(code) && code[0] === 4000);
  expect(toCloseCodesTable(range).rows[0]?.[0]).toBe("4000–4999");
  expect(toCloseCodesRecords(range).rows[0]?.slice(0, 2)).toEqual(["4000", "4999"]);
});
