/** The numbers of a version such as `12.1` or `≤37`; `null` for other text. */
function toNumbers(version: string): number[] | null {
  const digits = /^≤?(\d+(?:\.\d+)*)$/.exec(version)?.[1];
  return digits === undefined ? null : digits.split(".").map(Number);
}

/**
 * Compares two versions number by number; `23` and `23.0` are equal.
 * @returns {number} below 0 if `a` is earlier; NaN if one has no numbers, such as `preview`. A `≤` is ignored.
 */
export function compareVersions(a: string, b: string): number {
  const [left, right] = [toNumbers(a), toNumbers(b)];
  if (left === null || right === null) return Number.NaN;
  for (let i = 0; i < Math.max(left.length, right.length); i++) {
    const difference = (left[i] ?? 0) - (right[i] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
