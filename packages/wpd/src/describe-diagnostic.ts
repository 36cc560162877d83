import type { Diagnostic } from "@wasclean/data/schema";
import type { Span } from "./nodes.ts";

/** What the reader can have to say, with what each message takes. The wording stands here and nowhere else. */
const MESSAGES = {
  PAGE_EMPTY: () => "The page is empty.",
  PAGE_WITHOUT_TEMPLATES: () => "The page has no template; all of it is in the body.",
  PAGE_TOO_LARGE: (limit: string) => `The page is larger than MediaWiki allows (${limit} bytes).`,
  BRACES_UNBALANCED: (braces: string) => `“${braces}” has no counterpart and stays text.`,
  NESTING_TOO_DEEP: (limit: string) => `Brackets are nested more than ${limit} deep here; the deeper ones stay text.`,
  TEMPLATE_UNKNOWN: (name: string) => `No rule for the template “${name}”; it is kept under “unknown”.`,
  TEMPLATE_MISPLACED: (name: string, holder: string) =>
    `“${name}” does not belong into ${holder}; it is kept under “unknown”.`,
  PARAMETER_UNKNOWN: (name: string, template: string) =>
    `“${template}” has no parameter “${name}”; it is kept under “unknown”.`,
  PARAMETER_REPEATED: (name: string, template: string) =>
    `“${template}” is given “${name}” more than once; the last one counts.`,
  TEXT_MISPLACED: (holder: string) => `Text between the templates of ${holder} is kept under “unknown”.`,
  VALUE_UNKNOWN: (value: string, parameter: string, allowed: string) =>
    `“${value}” is no value for “${parameter}”; expected ${allowed}.`,
  VERSION_UNREADABLE: (value: string) => `“${value}” is no plain version number; it is kept as it is.`,
  ADDRESS_UNREADABLE: (value: string) => `“${value}” does not begin with an http or https address.`,
} as const satisfies Record<string, (...args: string[]) => string>;

export type DiagnosticCode = keyof typeof MESSAGES;
/** What the message of that code takes. */
export type DiagnosticArguments<C extends DiagnosticCode> = Parameters<(typeof MESSAGES)[C]>;

/** Makes a diagnostic. */
export function createDiagnostic<C extends DiagnosticCode>(
  code: C,
  { start, end }: Span,
  ...args: DiagnosticArguments<C>
): Diagnostic {
  const describe: (...values: string[]) => string = MESSAGES[code];
  return { code, message: describe(...args.map(shorten)), start, end };
}

/** Long input makes no long message; its place is given anyway. */
const shorten = (text: string) => (text.length > 60 ? `${text.slice(0, 57)}…` : text).replaceAll(/\s+/g, " ");
