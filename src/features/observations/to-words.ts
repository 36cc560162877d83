import type { Outcome, ServerSaw } from "@wasclean/schema";
import type { Verdict } from "./findings.ts";

/** The mark and the words of a verdict: neither colour nor shape alone says it. */
export const VERDICTS = {
  agrees: { mark: "✓", words: "as the specifications say" },
  differs: { mark: "≠", words: "differs from the specifications" },
  open: { mark: "○", words: "the specifications leave it open" },
  "not-measured": { mark: "–", words: "not measured" },
} as const satisfies Record<Verdict, { mark: string; words: string }>;

/** Of `open` in the matrix, where most engines do the same and this one does not. */
export const UNLIKE_MOST = { mark: "◐", words: "left open, and unlike most engines" } as const;

/** The names of the opcodes: https://www.rfc-editor.org/rfc/rfc6455#section-5.2 */
const OPCODES: Readonly<Record<number, string>> = { 0: "Continuation", 1: "Text", 2: "Binary", 9: "Ping", 10: "Pong" };

/** A reason in quotation marks; characters that cannot be seen are written out. */
export function toReason(reason: string | null): string {
  if (reason === null) return "none";
  if (reason === "") return "empty";
  const escaped = reason.replace(/[\p{Cc}\ufeff]/gu, (character) => `\\u{${character.charCodeAt(0).toString(16)}}`);
  return `“${escaped}”`;
}

/** The events in their order. */
export function toEvents({ events }: Pick<Outcome, "events">): string {
  return events.length === 0 ? "no event" : events.join(" → ");
}

/** An outcome in a line: “open → close, 1005, clean”. */
export function toOutcome(outcome: Pick<Outcome, "events" | "code" | "reason" | "wasClean" | "throws">): string {
  const { code, reason, wasClean, throws } = outcome;
  const close =
    code === null ? [] : [String(code), ...(reason ? [toReason(reason)] : []), wasClean ? "clean" : "not clean"];
  return [toEvents(outcome), ...close, ...(throws === null ? [] : [`throws ${throws}`])].join(", ");
}

/** What the server saw the client do, in a line. */
export function toServerSaw(seen: readonly ServerSaw[]): string {
  return seen.length === 0 ? "nothing" : seen.map(toOneSeen).join(", then ");
}

function toOneSeen(saw: ServerSaw): string {
  if (saw.kind === "fin") return "FIN";
  if (saw.kind === "rst") return "RST";
  if (saw.kind === "timeout") return "nothing until it stopped waiting";
  if (saw.kind === "bytes") return `${saw.length} bytes that are no frame`;
  if (saw.opcode !== 8) return `${OPCODES[saw.opcode] ?? `opcode ${saw.opcode}`} frame, ${saw.length} bytes`;
  const code = saw.code ?? null;
  return `Close frame ${code === null ? "without a code" : [code, saw.reason && toReason(saw.reason)].filter(Boolean).join(" ")}`;
}
