import type { SimpleSupportStatement, SupportStatement } from "@wasclean/schema";

/** A browser's support statements as a list, which the data has only for more than one. */
export const toStatements = (support: SupportStatement): SimpleSupportStatement[] =>
  Array.isArray(support) ? support : [support];

/** A value or list of values as a list. */
export function toList<T>(value: T | T[] | undefined): T[] {
  if (value === undefined) return [];
  return Array.isArray(value) ? value : [value];
}

/** The versions that a support statement is about: `15`, `≤37`, `no`, `7–10`. */
function versionWords({
  version_added: added,
  version_removed: removed,
  version_last: last,
}: SimpleSupportStatement): string {
  if (added === false) return "no";
  if (last) return last === added ? added : `${added}–${last}`;
  return removed ? `${added} to before ${removed}` : added;
}

/** A support statement in a few words: `15`, `≤37`, `no`, `7–10 (prefix Moz)`. */
export function supportWords(statement: SimpleSupportStatement): string {
  const versions = versionWords(statement);
  const remarks = [
    statement.prefix && `prefix ${statement.prefix}`,
    statement.alternative_name && `as ${statement.alternative_name}`,
    statement.flags && `behind ${statement.flags.map(({ name }) => name).join(" and ")}`,
    statement.partial_implementation && "partial",
  ].filter(Boolean);
  return remarks.length === 0 ? versions : `${versions} (${remarks.join(", ")})`;
}
