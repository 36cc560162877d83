import type { SimpleSupportStatement } from "@wasclean/schema";
import { compareVersions } from "./compare-versions.ts";

/**
 * - `yes`: in full, under its own name
 * - `partial`: in part
 * - `other-name`: with a prefix, or under another name
 * - `behind-flag`: once a user has switched it on
 * - `no`
 * - `unknown`: the data does not say
 */
export type SupportState = "yes" | "partial" | "other-name" | "behind-flag" | "no" | "unknown";

/** The state of a version according to one of a browser's support statements. */
interface StatementState {
  state: SupportState;
  /** The statement; `null` if the browser has none. */
  statement: SimpleSupportStatement | null;
}

const BEST_FIRST: SupportState[] = ["yes", "partial", "other-name", "behind-flag", "unknown", "no"];

/** The best state of a version among a browser's support statements; `unknown` without any. */
export function bestStatement(statements: SimpleSupportStatement[], version: string): StatementState {
  const states = statements.map((statement) => ({ state: stateIn(statement, version), statement }));
  states.sort((a, b) => BEST_FIRST.indexOf(a.state) - BEST_FIRST.indexOf(b.state));
  return states[0] ?? { state: "unknown", statement: null };
}

/** The state of a version according to one statement. */
function stateIn(statement: SimpleSupportStatement, version: string): SupportState {
  const isAdded = isSince(version, statement.version_added);
  if (isAdded !== true) return isAdded === false ? "no" : "unknown";
  const isRemoved = isSince(version, statement.version_removed ?? false);
  if (isRemoved !== false) return isRemoved ? "no" : "unknown";
  if (statement.flags) return "behind-flag";
  if (statement.prefix !== undefined || statement.alternative_name !== undefined) return "other-name";
  return statement.partial_implementation ? "partial" : "yes";
}

/** Whether a version is `first` or later; `null` if unknown, as it is before a `first` with `≤`. */
function isSince(version: string, first: string | false): boolean | null {
  if (first === false) return false;
  if (version === "preview" || first === "preview") return version === "preview";
  if (compareVersions(version, first) >= 0) return true;
  return first.startsWith("≤") ? null : false;
}
