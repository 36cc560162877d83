import { boundedText } from "../observe/bounded-text.ts";
import { describeTime } from "../observe/describe-time.ts";
import type { RunData } from "../run/run-data.ts";
import { type Label, labelEvent, labelWireEvent } from "./sequence-labels.ts";
import { mergeSides, type Placed } from "./sequence-order.ts";

/** One row of a sequence diagram. */
export interface SequenceRow {
  /** Unique, and stable between updates. */
  key: string;
  /** The page, or the side that sent it; `null` for a gap, which belongs to neither. */
  by: "page" | "client" | "server" | null;
  /** A kind of event of either side, or `start`, `said` (what the server did, in words), `gap`, `cut`. */
  kind: string;
  label: Label;
  /** The time on the clock of its side, e.g. `3.2 ms`; empty where it has none. */
  time: string;
  /** Whether the row is about closing: a Close frame, a `close` event, `close()`. */
  isClose: boolean;
}

/** The data of a diagram. */
export type SequenceSource = Pick<RunData, "mode" | "url" | "events" | "wire" | "record">;

/** The most rows that are drawn; the rest is cut out of the middle, because the end matters most. */
export const ROW_LIMIT = 200;
const LAST_ROWS = 50;

/** The least wait that is drawn as a gap, in milliseconds. */
const GAP = 1000;

/**
 * The events of the page and the lab as one list in the order of time. `said` is the server's part in words: a recording is
 * of the client only, and `said` comes before the first event that it may have caused.
 */
export function toSequence(run: SequenceSource, said = ""): SequenceRow[] {
  const isRecorded = run.mode === "recorded";
  const title = "new WebSocket";
  const words = `${title}(${run.url && `"${boundedText(run.url)}"`})`;
  // Rows are made once it is known which are drawn: a flood of messages has thousands, and is drawn many times a second.
  const rows = [() => rowOf("start", "page", "start", [title, [], words], isRecorded ? "" : "0 ms")];
  let before = 0;
  let isUnanswered = false;
  for (const placed of mergeSides(run.events, wireOf(run), isRecorded)) {
    const by = placed.side === "page" ? "page" : placed.event.by;
    const { kind } = placed.event;
    if (said && (by !== "page" || /message|error|close$/.test(kind))) {
      const label: Label = [said, [], said];
      rows.push(() => rowOf("said", "server", "said", label));
      said = "";
    }
    const wait = placed.at - before;
    if (wait >= GAP && !isRecorded) {
      const label = gapLabel(wait, isUnanswered);
      rows.push(() => rowOf(`${placed.side}${placed.index}-gap`, null, "gap", label));
    }
    before = placed.at;
    if (by !== "page") isUnanswered = kind === "handshake" && by === "client";
    rows.push(() => toRow(placed, isRecorded));
  }
  return capped(rows).map((make) => make());
}

/** The stream of the lab's events may have broken off, and its record may not have come. */
export function wireOf({ wire, record }: SequenceSource): RunData["wire"] {
  return record && record.events.length >= wire.length ? record.events : wire;
}

function rowOf(
  key: string,
  by: SequenceRow["by"],
  kind: string,
  label: Label,
  time = "",
  isClose = false,
): SequenceRow {
  return { key, by, kind, label, time, isClose };
}

function toRow({ side, index, event }: Placed, isRecorded: boolean): SequenceRow {
  const { at, kind } = event;
  const isClose = kind.startsWith("close") || (kind === "frame" && event.opcode === 8);
  // Of a recording whole seconds are known, where there were some.
  const time = isRecorded ? (at < GAP ? "" : `${Math.round(at / 1000)} s`) : describeTime(at);
  if (side === "wire") return rowOf(side + index, event.by, kind, labelWireEvent(event), time, isClose);
  // It says of these only that they came.
  const isBare = isRecorded && (kind === "open" || kind === "message");
  return rowOf(side + index, side, kind, isBare ? [kind, [], kind] : labelEvent(event), time, isClose);
}

function gapLabel(wait: number, isUnanswered: boolean): Label {
  const title = `${(wait / 1000).toFixed(wait < 9950 ? 1 : 0)} s${isUnanswered ? ", no answer" : ""}`;
  return [title, [], `a wait of ${title}`];
}

function capped(rows: (() => SequenceRow)[]): (() => SequenceRow)[] {
  const excess = rows.length - ROW_LIMIT + 1;
  if (excess < 2) return rows;
  const words = `${excess} rows left out`;
  return rows.toSpliced(ROW_LIMIT - LAST_ROWS - 1, excess, () => rowOf("cut", null, "cut", [words, [], words]));
}
