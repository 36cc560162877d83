const MOST = 3;

/** The names that are most like what was written, the nearest first; none where nothing is near. */
export function nearMatches(written: string, names: readonly string[]): string[] {
  const asked = written.toLowerCase();
  return names
    .map((name) => ({ name, distance: distanceOf(asked, name.toLowerCase()) }))
    .filter(({ distance }) => distance <= Math.max(1, Math.floor(asked.length / 3)))
    .sort((a, b) => a.distance - b.distance)
    .slice(0, MOST)
    .map(({ name }) => name);
}

/** The words for a message: ` Did you mean a, b or c?`, or nothing. */
export function toQuestion(names: string[]): string {
  if (names.length === 0) return "";
  const last = names.at(-1);
  return ` Did you mean ${names.length === 1 ? last : `${names.slice(0, -1).join(", ")} or ${last}`}?`;
}

/** How many letters to put in, take out or replace; 0 where one begins the other. */
function distanceOf(a: string, b: string): number {
  if (b.startsWith(a) && a.length > 2) return 0;
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let row = 1; row <= a.length; row++) {
    const current = [row];
    for (let column = 1; column <= b.length; column++) {
      const replaced = (previous[column - 1] ?? 0) + (a[row - 1] === b[column - 1] ? 0 : 1);
      current.push(Math.min(replaced, (previous[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1));
    }
    previous = current;
  }
  return previous.at(-1) ?? 0;
}
