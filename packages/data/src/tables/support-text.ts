import type { SimpleSupportStatement, SupportStatement } from "@wasclean/schema";

/** The statements of a browser as a list: most have a single one, and that is no list. */
export const toStatements = (support: SupportStatement): SimpleSupportStatement[] =>
  Array.isArray(support) ? support : [support];

/** A value of which there may be several, as a list. */
export const toList = <T>(value: T | T[] | undefined): T[] =>
  value === undefined ? [] : Array.isArray(value) ? value : [value];

/** A support statement in a few words, e.g. `15`, `≤37`, `no`, `7–10 (prefix Moz)`. */
export function describeSupport(statement: SimpleSupportStatement): string {
  const { version_added: added, version_removed: removed, version_last: last } = statement;
  const versions =
    added === false
      ? "no"
      : last
        ? last === added
          ? added
          : `${added}–${last}`
        : removed
          ? `${added} to before ${removed}`
          : added;
  const remarks = [
    statement.prefix && `prefix ${statement.prefix}`,
    statement.alternative_name && `as ${statement.alternative_name}`,
    statement.flags && `behind ${statement.flags.map(({ name }) => name).join(" and ")}`,
    statement.partial_implementation && "partial",
  ].filter(Boolean);
  return remarks.length === 0 ? versions : `${versions} (${remarks.join(", ")})`;
}
