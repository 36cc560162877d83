/** A time in milliseconds, with one decimal below a second: `3.2 ms`, `1.25 s`. */
export function describeTime(milliseconds: number): string {
  return milliseconds < 1000 ? `${milliseconds.toFixed(1)} ms` : `${(milliseconds / 1000).toFixed(2)} s`;
}
