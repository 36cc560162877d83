import type { Reported, ServerSaw } from "@wasclean/schema";

/** The names of the opcodes: https://www.rfc-editor.org/rfc/rfc6455#section-5.2 */
const OPCODES: Readonly<Record<number, string>> = { 0: "Continuation", 1: "Text", 2: "Binary", 9: "Ping", 10: "Pong" };

/** The events in their order: `open → close`. */
export const eventWords = (events: readonly string[]): string =>
  events.length === 0 ? "no event" : events.join(" → ");

/** A reason in quotation marks, invisible characters escaped, cut to `most` code points; `empty`, or `none` for `null`. */
export function reasonWords(reason: string | null, most = Number.POSITIVE_INFINITY): string {
  if (reason === null) return "none";
  if (reason === "") return "empty";
  const characters = [...reason];
  const text = characters.length <= most ? reason : `${characters.slice(0, most - 1).join("")}…`;
  return `“${text.replace(/[\p{Cc}\ufeff]/gu, (character) => `\\u{${character.charCodeAt(0).toString(16)}}`)}”`;
}

/** An outcome for script, in a line: `open → close, 1005, clean`. A reason longer than `most` code points is cut. */
export function outcomeWords({ events, code, reason, wasClean, throws }: Reported, most?: number): string {
  const close =
    code === null ? [] : [String(code), ...(reason ? [reasonWords(reason, most)] : []), cleanWords(wasClean)];
  return [eventWords(events), ...close, ...(throws === null ? [] : [`throws ${throws}`])].join(", ");
}

/** The value of `wasClean` in words. */
export const cleanWords = (wasClean: boolean | null): string => (wasClean ? "clean" : "not clean");

/** The client's actions as the server saw them, in a line: `Close frame 4001 “bye”, then FIN`. */
export const serverSawWords = (seen: readonly ServerSaw[]): string =>
  seen.length === 0 ? "nothing" : seen.map(oneSeenWords).join(", then ");

function oneSeenWords(saw: ServerSaw): string {
  if (saw.kind === "fin") return "FIN";
  if (saw.kind === "rst") return "RST";
  if (saw.kind === "timeout") return "nothing until it stopped waiting";
  if (saw.kind === "bytes") return `${saw.length} bytes that are not a frame`;
  if (saw.opcode !== 8) return `${OPCODES[saw.opcode] ?? `opcode ${saw.opcode}`} frame, ${saw.length} bytes`;
  const code = saw.code ?? null;
  const body =
    code === null ? "without a code" : [code, saw.reason && reasonWords(saw.reason)].filter(Boolean).join(" ");
  return `Close frame ${body}`;
}
