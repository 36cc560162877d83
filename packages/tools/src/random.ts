/** Numbers from 0 up to, not including, a limit; the same again for the same seed (mulberry32). */
export function createRandom(seed: number): (limit: number) => number {
  let state = seed;
  return (limit) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * limit);
  };
}

/** Random bytes. */
export const randomBytes = (random: (limit: number) => number, length: number): Buffer =>
  Buffer.from(Uint8Array.from({ length }, () => random(256)));

/** The same bytes with so many faults: some changed, left out, repeated or put in, or the end cut off. */
export function mutate(random: (limit: number) => number, bytes: Buffer, faults: number): Buffer {
  let result = Buffer.from(bytes);
  for (let fault = 0; fault < faults; fault++) {
    const at = random(result.length + 1);
    const to = Math.min(result.length, at + 1 + random(8));
    const [before, piece, after] = [result.subarray(0, at), result.subarray(at, to), result.subarray(to)];
    switch (random(5)) {
      case 0:
        result = Buffer.concat([before, after]);
        break;
      case 1:
        result = Buffer.concat([before, piece, piece, after]);
        break;
      case 2:
        result = Buffer.concat([before, randomBytes(random, 1 + random(8)), piece, after]);
        break;
      case 3:
        result = Buffer.from(before);
        break;
      default:
        result = Buffer.concat([before, piece.map((byte) => byte ^ (1 << random(8))), after]);
    }
  }
  return result;
}
