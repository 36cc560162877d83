import type { MessageSummary } from "./observed-event.ts";
import { utf8Length } from "./utf8-length.ts";

/** The data that `send()` takes, and that messages carry while `binaryType` is `arraybuffer`. */
export type MessageData = string | ArrayBuffer | ArrayBufferView<ArrayBuffer> | Blob;

const TEXT_PREVIEW = 200;
const BINARY_PREVIEW = 32;

/** A message in a few words: kind, length in bytes, and its first 200 UTF-16 code units or 32 bytes (a Blob's bytes are not read). */
export function summarizeMessage(data: MessageData): MessageSummary {
  if (typeof data === "string") {
    // Joined, because a slice would keep the whole text in memory.
    return { type: "text", length: utf8Length(data), preview: [...data.slice(0, TEXT_PREVIEW)].join("") };
  }
  if ("size" in data) return { type: "binary", length: data.size, preview: "" };
  return {
    type: "binary",
    length: data.byteLength,
    preview: toHexadecimal(bytesOf(data).subarray(0, BINARY_PREVIEW), " "),
  };
}

function bytesOf(data: ArrayBuffer | ArrayBufferView<ArrayBuffer>): Uint8Array {
  return ArrayBuffer.isView(data)
    ? new Uint8Array(data.buffer, data.byteOffset, data.byteLength)
    : new Uint8Array(data);
}

/** Two hexadecimal digits for each byte, with the separator between them. */
export function toHexadecimal(bytes: Uint8Array, separator = ""): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join(separator);
}
