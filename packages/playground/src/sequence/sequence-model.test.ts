import { describe, expect, it } from "vitest";
import { closeEvent, frame, handshake, pageEvent, runOf, tcpEnd } from "../testing/sequence-fixtures.ts";
import { ROW_LIMIT, type SequenceSource, toSequence } from "./sequence-model.ts";

const opening = [handshake(0.8, "client"), handshake(1.9, "server")];
const shortOf = (run: SequenceSource, said = "") =>
  toSequence(run, said).map(({ by, label }) => `${by ?? "-"}: ${label[0]}`);

describe("the order", () => {
  it("is that of a real run in Chromium, whose lab saw the client's Close frame late", () => {
    const wire = [
      ...opening,
      frame(3.6, "server", 8),
      frame(8.9, "client", 8),
      tcpEnd(10.1, "server"),
      tcpEnd(11.1, "client"),
    ];
    expect(shortOf(runOf([pageEvent(17.6, "open"), closeEvent(19.3)], wire))).toEqual([
      "page: new WebSocket",
      "client: GET /lab/x?code=4001",
      "server: 101 Switching Protocols",
      "server: Close 4001 “\u2068bye\u2069”",
      "page: open",
      "client: Close 4001 “\u2068bye\u2069”",
      "server: FIN",
      "page: close 4001",
      "client: FIN",
    ]);
  });

  it("has the answer before open, even where the page's clock is coarse and says otherwise", () => {
    const wire = [handshake(0, "client"), handshake(30, "server")];
    expect(shortOf(runOf([pageEvent(0, "open")], wire)).slice(-2)).toEqual([
      "server: 101 Switching Protocols",
      "page: open",
    ]);
  });

  it("has close() before the Close frame that it sends, and both Close frames before a clean close", () => {
    const wire = [...opening, frame(2, "client", 8), frame(900, "server", 8)];
    const events = [pageEvent(50, "open"), pageEvent(50.1, "close-called"), closeEvent(52)];
    expect(shortOf(runOf(events, wire)).slice(3)).toEqual([
      "page: open",
      "page: close(4001, “\u2068bye\u2069”)",
      "client: Close 4001 “\u2068bye\u2069”",
      "server: Close 4001 “\u2068bye\u2069”",
      "page: close 4001",
    ]);
  });

  it("does not take a refused call for the cause of what the client sends", () => {
    const refused = { ...pageEvent(90, "close-called"), exception: { name: "SyntaxError", message: "" } };
    const rows = toSequence(runOf([pageEvent(50, "open"), refused as never], [...opening, frame(2, "client", 8)]));
    expect(rows.map(({ kind }) => kind).slice(-2)).toEqual(["frame", "close-called"]);
    expect(rows.at(-1)?.label[1]).toEqual(["threw SyntaxError"]);
  });

  it("does not take a late close() for the cause of the answer to the server's Close frame", () => {
    const wire = [...opening, frame(3, "server", 8), frame(4, "client", 8)];
    const rows = toSequence(runOf([pageEvent(50, "open"), pageEvent(60, "close-called")], wire));
    expect(rows.map(({ kind }) => kind).slice(-2)).toEqual(["frame", "close-called"]);
  });

  it("has what ended TCP before error where there was no open", () => {
    const wire = [handshake(0.1, "client"), tcpEnd(0.3, "server", "rst")];
    expect(shortOf(runOf([pageEvent(33.8, "error"), closeEvent(34, false)], wire)).slice(2)).toEqual([
      "server: RST",
      "page: error",
      "page: close 1006",
    ]);
  });

  it("has the server's FIN after the close of a client that gave up before", () => {
    const wire = [...opening, frame(2, "client", 8), tcpEnd(60_000, "client"), tcpEnd(60_001, "server")];
    const events = [pageEvent(20, "open"), pageEvent(20.1, "close-called"), closeEvent(60_010, false)];
    expect(shortOf(runOf(events, wire)).slice(-3)).toEqual(["page: close 1006", "client: FIN", "server: FIN"]);
  });

  it("has the server's FIN after the close of a client that gave up, where that too would fit the clocks", () => {
    const wire = [...opening, tcpEnd(5, "client"), tcpEnd(6, "server")];
    const events = [pageEvent(20, "open"), closeEvent(22, false)];
    expect(shortOf(runOf(events, wire)).slice(-3)).toEqual(["page: close 1006", "client: FIN", "server: FIN"]);
  });

  it("takes an error after open for the client's own, as in Chromium's Close frame with 1002", () => {
    const wire = [
      handshake(0.066, "client"),
      handshake(0.479, "server"),
      frame(0.731, "server", 8),
      frame(2.391, "client", 8),
      tcpEnd(2.686, "server"),
      tcpEnd(2.77, "client"),
    ];
    const events = [pageEvent(103.3, "open"), pageEvent(103.5, "error"), closeEvent(103.7, false)];
    expect(toSequence(runOf(events, wire)).map(({ by, kind }) => `${by} ${kind}`)).toEqual([
      "page start",
      "client handshake",
      "server handshake",
      "server frame",
      "page open",
      "client frame",
      "page error",
      "server fin",
      "page close",
      "client fin",
    ]);
  });

  it("has each message before its own event", () => {
    const wire = [...opening, frame(3, "server", 1), frame(10, "server", 1)];
    const message = { kind: "message", type: "text", length: 5, preview: "hello" } as const;
    const rows = toSequence(runOf([pageEvent(50, "open"), { at: 51.2, ...message }, { at: 58.3, ...message }], wire));
    expect(rows.map(({ kind }) => kind).slice(-4)).toEqual(["frame", "message", "frame", "message"]);
  });

  it("keeps each side's own order whatever the times", () => {
    const wire = [handshake(9, "client"), handshake(3, "server"), tcpEnd(1, "client")];
    const rows = toSequence(runOf([pageEvent(8, "open"), closeEvent(2)], wire));
    const keys = rows.map(({ key }) => key);
    expect(keys.filter((key) => /^wire\d+$/.test(key))).toEqual(["wire0", "wire1", "wire2"]);
    expect(keys.filter((key) => /^page\d+$/.test(key))).toEqual(["page0", "page1"]);
  });
});

describe("times and gaps", () => {
  it("leaves each side its own clock", () => {
    const times = toSequence(runOf([pageEvent(17.6, "open")], opening)).map(({ time }) => time);
    expect(times).toEqual(["0 ms", "0.8 ms", "1.9 ms", "17.6 ms"]);
  });

  it("says how long nobody answered the handshake", () => {
    const wire = [handshake(0.1, "client"), tcpEnd(240_010, "client")];
    const rows = toSequence(runOf([pageEvent(240_020, "error"), closeEvent(240_020, false)], wire));
    expect(rows.filter(({ kind }) => kind === "gap").map(({ label }) => label[2])).toEqual([
      "a wait of 240 s, no answer",
    ]);
  });

  it("labels a gap of a second or more, and none below", () => {
    const gapsOf = (at: number) => toSequence(runOf([pageEvent(at, "open")], [])).filter(({ kind }) => kind === "gap");
    expect(gapsOf(999)).toEqual([]);
    expect(gapsOf(1250).map(({ label }) => label[0])).toEqual(["1.3 s"]);
  });

  it("takes the record where it has more than the stream", () => {
    const run = runOf([], opening.slice(0, 1));
    const record = { events: opening } as unknown as NonNullable<SequenceSource["record"]>;
    expect(toSequence({ ...run, record })).toHaveLength(3);
  });
});

describe("what was not seen", () => {
  it("draws no wire where there was none to see", () => {
    const rows = toSequence(runOf([pageEvent(5, "open"), closeEvent(6)], [], "own"));
    expect(rows.every(({ by }) => by === "page")).toBe(true);
  });

  it("has no times in a recording, but whole seconds, and the server's acts in words", () => {
    const events = [pageEvent(0, "open"), closeEvent(60_000, false)];
    const rows = toSequence(runOf(events, [frame(0, "client", 8), tcpEnd(0, "client")], "recorded"), "Sends nothing.");
    expect(rows.map(({ kind, time }) => `${kind} ${time}`)).toEqual([
      "start ",
      "open ",
      "said ",
      "frame ",
      "fin ",
      "close 60 s",
    ]);
    expect(rows[1]?.label).toEqual(["open", [], "open"]);
  });
});

describe("what comes from elsewhere", () => {
  it("is bounded, isolated, and without what cannot be seen", () => {
    const reason = `\u202e\u2069<img>${"x".repeat(1000)}`;
    const [title = "", , words] = toSequence(runOf([], [frame(1, "server", 8, reason)]))[1]?.label ?? [];
    expect(title).toMatch(/^Close 4001 “\u2068\\u\{202e\}\\u\{2069\}<img>x+… \(1007 characters in all\)\u2069”$/);
    expect(words?.length).toBeLessThan(500);
  });

  it("cannot pose as another line", () => {
    const [, below] = toSequence(runOf([closeEvent(1, true, "x”, wasClean false\n")], []))[1]?.label ?? [];
    expect(below).toEqual(["“\u2068x”, wasClean false\\u{a}\u2069”", "wasClean true"]);
  });

  it("is named by its kind where this version does not know it", () => {
    expect(toSequence(runOf([], [{ at: 1, by: "server", kind: "surprise" } as never]))[1]?.label[0]).toBe("surprise");
  });

  it("is left out of the middle where it is too much", () => {
    const wire = Array.from({ length: 1000 }, (_, at) => frame(at, "server", 1));
    const rows = toSequence(runOf([], [...wire, tcpEnd(1001, "server")]));
    expect(rows).toHaveLength(ROW_LIMIT);
    expect(rows.at(-1)?.kind).toBe("fin");
    expect(rows.find(({ kind }) => kind === "cut")?.label[0]).toBe("803 rows left out");
    expect(toSequence(runOf([], wire.slice(0, ROW_LIMIT - 1))).some(({ kind }) => kind === "cut")).toBe(false);
  });
});
