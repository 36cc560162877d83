import type { ConnectionRecord, WireEvent } from "@wasclean/schema";
import { boundedText, quoted } from "../observe/bounded-text.ts";

type EventOf<K extends WireEvent["kind"]> = Extract<WireEvent, { kind: K }>;
type Frame = EventOf<"frame">;

/** The names of the opcodes: {@link https://www.rfc-editor.org/rfc/rfc6455#section-5.2 RFC 6455 §5.2}. */
const opcodes = new Map([
  [0, "continuation"],
  [1, "text"],
  [2, "binary"],
  [8, "Close"],
  [9, "Ping"],
  [10, "Pong"],
]);

const kinds: { [K in WireEvent["kind"]]: (event: EventOf<K>) => string } = {
  handshake: ({ line }) => boundedText(String(line)),
  frame: frameWords,
  bytes: ({ length }) => `${length} bytes that are not a frame`,
  fin: () => "FIN: this side sends no more",
  rst: () => "RST: the TCP connection is reset",
  timeout: () => "the lab stopped waiting",
};

/** An event of the wire, in words. An event unknown to this version is named by its kind. */
export function describeWireEvent(event: WireEvent): string {
  if (!Object.hasOwn(kinds, event.kind)) return boundedText(event.kind);
  return (kinds[event.kind] as (event: WireEvent) => string)(event);
}

/** The client's end of a connection as the lab saw it, in a sentence. */
export function describeClientEnd({ clientClose, clientEnd, state }: ConnectionRecord): string {
  const frame = clientClose == null ? "The lab got no Close frame from this browser" : closeWords(clientClose);
  if (clientEnd != null) return `${frame}; then the browser ended TCP with ${clientEnd === "fin" ? "FIN" : "RST"}.`;
  return `${frame}; ${state === "open" ? "the TCP connection is still open." : "the lab ended TCP itself."}`;
}

function closeWords({ code, reason }: NonNullable<ConnectionRecord["clientClose"]>): string {
  const codeWords = code === null ? "no code" : `the code ${code}`;
  const reasonWords = reason === "" ? "no reason" : `the reason ${quoted(String(reason))}`;
  return `This browser’s Close frame carried ${codeWords} and ${reasonWords}`;
}

function frameWords({ by, opcode, fin, rsv, masked, length, code, reason }: Frame): string {
  const words = [`${opcodes.get(opcode) ?? `reserved opcode ${opcode}`} frame`];
  if (opcode === 8) words.push(code == null ? "no code" : `code ${code}`, `reason ${quoted(String(reason ?? ""))}`);
  words.push(`${length} ${length === 1 ? "byte" : "bytes"}`);
  if (!fin) words.push("not the last of its message");
  if (rsv) words.push(`reserved bits ${rsv.toString(2).padStart(3, "0")}`);
  // Clients mask, servers do not (RFC 6455 §5.1): only the opposite is worth a word.
  if (masked !== (by === "client")) words.push(masked ? "masked, which a server must not do" : "not masked");
  return words.join(", ");
}
