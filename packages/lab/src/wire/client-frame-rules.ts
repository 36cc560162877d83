import { type FrameHeader, isControl, MAX_CONTROL_PAYLOAD, OPCODE } from "./frame.ts";

/** A client's fragmented message so far. */
export interface MessageState {
  /** Whether a message has begun and its last fragment has not arrived. */
  open: boolean;
  /** Payload bytes so far. */
  bytes: number;
}

/**
 * The status code with which a server fails the connection because of a client's frame; `null` for a valid frame.
 * Updates `message`. https://www.rfc-editor.org/rfc/rfc6455#section-5 and §7.4.1
 */
export function checkClientFrame(frame: FrameHeader, message: MessageState, maxMessageBytes: number): number | null {
  if (!frame.masked || frame.rsv !== 0) return 1002;
  if (isControl(frame.opcode)) return isControlInOrder(frame) ? null : 1002;
  if (frame.opcode > OPCODE.binary) return 1002;
  if ((frame.opcode === OPCODE.continuation) !== message.open) return 1002;
  message.bytes += frame.length;
  if (message.bytes > maxMessageBytes) return 1009;
  message.open = !frame.fin;
  if (frame.fin) message.bytes = 0;
  return null;
}

function isControlInOrder({ opcode, fin, length }: FrameHeader): boolean {
  return opcode <= OPCODE.pong && fin && length <= MAX_CONTROL_PAYLOAD;
}
