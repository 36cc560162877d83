/** The error for a name that the data does not have: what came, what there is like it, and the remedy. */
export function noSuch(what: string, name: unknown, names: readonly string[], remedy: string): RangeError {
  const asked = String(name).toLowerCase();
  const alike = names.filter((one) => asked.length > 2 && one.toLowerCase().includes(asked)).slice(0, 3);
  const question = alike.length > 0 ? ` Did you mean ${alike.join(", ")}?` : "";
  return new RangeError(`There is no ${what} ${JSON.stringify(name)} in @wasclean/data.${question} ${remedy}`);
}
