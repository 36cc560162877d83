import type { MessageSummary, ObservedEvent } from "../observe/observed-event.ts";
import { utf8Length } from "../observe/utf8-length.ts";

/** The client's calls, as lines of code. */
export interface SnippetLines {
  /** While connecting. */
  early: string[];
  /** Since `open`. */
  late: string[];
  /** Seconds after which it closed while connecting; `null` where it did not. */
  gaveUpAfter: number | null;
}

/** The most lines of calls. */
const LINES = 300;

/** Characters to escape in a program: those that are invisible, end a line or change the writing direction, and `<`, which may begin `</script>`. */
const unsafe = /[\p{C}\p{Zl}\p{Zp}<]/gu;

/** A text as a literal: JSON with escapes besides, of code units in JavaScript. Python cannot send lone surrogates: they become U+FFFD, as in `close()`. */
export function literalOf(text: string, isPython: boolean): string {
  const escapeOf = (character: string) => {
    const digits = character.codePointAt(0)?.toString(16);
    return isPython ? `\\U${digits?.padStart(8, "0")}` : `\\u${digits?.padStart(4, "0")}`;
  };
  return JSON.stringify(isPython ? text.toWellFormed() : text).replace(unsafe, (character) =>
    isPython ? escapeOf(character) : character.split("").map(escapeOf).join(""),
  );
}

/** The calls of `send()` and `close()`, with pauses to a tenth of a second. One that was refused did nothing, and stays as a comment. */
export function linesOf(events: readonly ObservedEvent[], isPython: boolean): SnippetLines {
  const result: SnippetLines = { early: [], late: [], gaveUpAfter: null };
  let lines = result.early;
  let now = 0;
  let count = 0;
  for (const event of events) {
    if (event.kind === "open") {
      lines = result.late;
      now = event.at;
    }
    if (event.kind !== "send-called" && event.kind !== "close-called") continue;
    count += 1;
    if (count >= LINES) continue;
    const call = event.kind === "send-called" ? `send(${dataOf(event, isPython)})` : closeOf(event, isPython);
    const line = isPython ? `await socket.${call}` : `socket.${call};`;
    if (event.exception) {
      lines.push(`${isPython ? "#" : "//"} ${event.exception.name.replace(/\W/g, "")}: ${line}`);
      continue;
    }
    const pause = Math.round((event.at - now) / 100);
    now += pause * 100;
    if (lines === result.early) result.gaveUpAfter ??= pause / 10;
    if (pause) {
      lines.push(
        isPython ? `await asyncio.sleep(${pause / 10})` : `await new Promise((done) => setTimeout(done, ${pause}00));`,
      );
    }
    lines.push(line);
  }
  if (count >= LINES) lines.push(`${isPython ? "#" : "//"} ${count - LINES + 1} later calls are left out.`);
  return result;
}

/** Told of no code, websockets would send 1000. */
function closeOf({ code, reason }: { code: number | null; reason: string | null }, isPython: boolean): string {
  const first = code ?? (isPython ? "None" : reason === null ? "" : "undefined");
  return `close(${first}${reason === null || (isPython && code === null) ? "" : `, ${literalOf(reason, isPython)}`})`;
}

/** A message's data as an expression. Of a long one only the beginning is known: dots, or zeros, take the place of the rest. */
function dataOf({ type, length, preview }: MessageSummary, isPython: boolean): string {
  if (type === "binary") {
    const pairs = preview.match(/\w\w/g) ?? [];
    const rest = length - pairs.length;
    return isPython
      ? `b"${pairs.map((pair) => `\\x${pair}`).join("")}"${rest ? ` + bytes(${rest})` : ""}`
      : `new Uint8Array([${[...pairs.map((pair) => `0x${pair}`), ...(rest ? [`...Array(${rest})`] : [])].join(", ")}])`;
  }
  const rest = length - utf8Length(preview);
  if (rest <= 0) return literalOf(preview, isPython);
  const only = /^([ -~])\1*$/.exec(preview)?.[1];
  const times = only ? length : rest;
  const filling = literalOf(only ?? ".", isPython) + (isPython ? ` * ${times}` : `.repeat(${times})`);
  return only ? filling : `${literalOf(preview, isPython)} + ${filling}`;
}
