import { fromHexadecimal } from "../observe/client-steps.ts";

/** Reads bytes typed in hexadecimal, with or without spaces, commas or 0x between them; `null` for anything else. */
export function parseHexadecimal(text: string): Uint8Array<ArrayBuffer> | null {
  const digits = text.replace(/0x|[\s,]/gi, "");
  return /^([0-9a-f]{2})*$/i.test(digits) ? fromHexadecimal(digits) : null;
}
