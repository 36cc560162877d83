const MOST = 3;

/** The known names most similar to a written one, at most three, nearest first. */
export function nearMatches(written: string, names: readonly string[]): string[] {
  const asked = written.toLowerCase();
  return names
    .map((name) => ({ name, distance: distanceOf(asked, name.toLowerCase()) }))
    .filter(({ distance }) => distance <= Math.max(1, Math.floor(asked.length / 3)))
    .sort((a, b) => a.distance - b.distance)
    .slice(0, MOST)
    .map(({ name }) => name);
}

/** A question for a message: ` Did you mean a, b or c?`, or an empty text. */
export function toQuestion(names: string[]): string {
  if (names.length === 0) return "";
  const last = names.at(-1);
  return ` Did you mean ${names.length === 1 ? last : `${names.slice(0, -1).join(", ")} or ${last}`}?`;
}

/** The Levenshtein distance; 0 if the name contains three or more written letters as they stand. Too short for a dependency. */
function distanceOf(a: string, b: string): number {
  if (a.length > 2 && b.includes(a)) return 0;
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
