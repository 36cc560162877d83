import type { Diagnostic } from "@wasclean/schema";
import type { Span } from "../parse/nodes.ts";

/** The message of each diagnostic, with its arguments. Records hold the text, so a new wording changes them. */
const MESSAGES = {
  PAGE_EMPTY: () => "The page is empty.",
  FRONT_MATTER: () => "Lines between “---” before the page are not wikitext; they are kept under “unknown”.",
  PAGE_WITHOUT_TEMPLATES: () => "The page has no template; all of it is in the body.",
  DIAGNOSTICS_OMITTED: (count: string) => `${count} more diagnostics on this page are not listed.`,
  TOO_MANY_NODES: (limit: string) =>
    `The page has more brackets, tags and comments than MediaWiki allows nodes (${limit}).`,
  PAGE_TOO_LARGE: (limit: string) => `The page is larger than MediaWiki allows (${limit} bytes).`,
  BRACES_UNBALANCED: (braces: string) => `“${braces}” has no counterpart and stays text.`,
  NESTING_TOO_DEEP: (limit: string) => `Brackets are nested more than ${limit} deep here; the deeper ones stay text.`,
  TEMPLATE_UNKNOWN: (name: string) => `No rule for the template “${name}”; it is kept under “unknown”.`,
  TEMPLATE_REPEATED: (name: string) =>
    `“${name}” stands on the page more than once; what the later one adds is kept, in the body where need be.`,
  TEMPLATE_IN_TEXT: (name: string) =>
    `“${name}” stands inside an argument that is text; it is read as if it stood on its own.`,
  COMMENT_UNCLOSED: () => "A comment without an end hides the rest of the page in MediaWiki; here it stays text.",
  TEMPLATE_MISPLACED: (name: string, holder: string) =>
    `“${name}” does not belong into ${holder}; its text is kept in the body.`,
  PARAMETER_UNKNOWN: (name: string, template: string) =>
    `“${template}” has no parameter “${name}”; it is kept under “unknown”.`,
  PARAMETER_REPEATED: (name: string, template: string) =>
    `“${template}” is given “${name}” more than once; the first one that is not empty counts, another text is kept in the body.`,
  ARGUMENT_REJOINED: (template: string) =>
    `A stray “|” cut an argument of “${template}” here; MediaWiki drops the rest, which is put back.`,
  EQUALS_IN_TEXT: (template: string) => `“=” in the text of “${template}” makes MediaWiki drop it; the text is kept.`,
  KIND_REPEATED: (template: string) =>
    `“${template}” on a page that another template describes already; its text is kept in the body.`,
  BROWSER_UNKNOWN: (name: string) => `“${name}” names none of the browsers of the tables; it is kept as it is.`,
  LISTING_NOT_COMPUTED: (query: string) => `The list that “${query}” asks for cannot be computed here.`,
  TEXT_MISPLACED: (holder: string) => `Text between the templates of ${holder} is kept in the body.`,
  VALUE_UNKNOWN: (value: string, parameter: string, allowed: string) =>
    `“${value}” is not a value of “${parameter}”; expected ${allowed}. It is kept in the body.`,
  VERSION_UNREADABLE: (value: string) => `“${value}” is no plain version number; it is kept as it is.`,
  ADDRESS_UNREADABLE: (value: string) => `“${value}” does not begin with an http or https address.`,
} as const satisfies Record<string, (...args: string[]) => string>;

export type DiagnosticCode = keyof typeof MESSAGES;
/** All codes. */
export const DIAGNOSTIC_CODES: readonly string[] = Object.keys(MESSAGES);
/** The arguments of a code's message. */
export type DiagnosticArguments<C extends DiagnosticCode> = Parameters<(typeof MESSAGES)[C]>;

/** Creates a diagnostic; long arguments are shortened in its message. */
export function createDiagnostic<C extends DiagnosticCode>(
  code: C,
  { start, end }: Span,
  ...args: DiagnosticArguments<C>
): Diagnostic {
  const describe: (...values: string[]) => string = MESSAGES[code];
  return { code, message: describe(...args.map(shorten)), start, end };
}

/** Shortens an argument to 60 characters on one line; the diagnostic has its place anyway. */
const shorten = (text: string) => (text.length > 60 ? `${text.slice(0, 57)}…` : text).replaceAll(/\s+/g, " ");
