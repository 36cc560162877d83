import { randomFillSync } from "node:crypto";

const BYTES = 16;
/** Random bytes for many ids, because a system call for each id would take longer than everything else. */
const pool = Buffer.allocUnsafeSlow(256 * BYTES);
let at = pool.length;

/** 128 random bits, in base64url. */
export function randomId(): string {
  if (at === pool.length) {
    randomFillSync(pool);
    at = 0;
  }
  at += BYTES;
  return pool.toString("base64url", at - BYTES, at);
}

/** Whether a text may be the id of a connection: 22 characters have room for 128 bits, which nobody guesses. */
export function isConnectionId(text: string): boolean {
  return /^[A-Za-z0-9_-]{22,64}$/.test(text);
}
