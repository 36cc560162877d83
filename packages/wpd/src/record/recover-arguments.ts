import type { Part, Span, TemplateNode } from "../parse/nodes.ts";
import { trimSpan } from "../render/rich-text.ts";
import type { PageDraft } from "./page-draft.ts";

/** The arguments of a template, sorted. */
interface RecoveredArguments {
  /** By the parameter's name. */
  known: Map<string, Part>;
  /** Arguments with a name that the template has no parameter for. */
  unknown: Part[];
  /** Arguments that were given once more, with another value. */
  repeated: Part[];
}

/**
 * Sorts the arguments of a template with these parameters, and keeps text that MediaWiki drops: an argument without a
 * parameter is, as a rule, the rest of the one before it, cut off by a stray pipe in code or prose; an equals sign in a
 * positional argument belongs to its text. Only a name on a line of its own is a parameter's. Arguments that come twice
 * are a tail that was pasted once more: the first stays, unless it is empty.
 */
export function recoverArguments(
  node: TemplateNode,
  template: string,
  parameters: readonly string[],
  draft: PageDraft,
): RecoveredArguments {
  const sorter = new ArgumentSorter(template, parameters, draft);
  for (const part of node.parts.slice(1)) sorter.take(part);
  return sorter.result;
}

class ArgumentSorter {
  readonly result: RecoveredArguments = { known: new Map(), unknown: [], repeated: [] };
  readonly #template: string;
  readonly #draft: PageDraft;
  readonly #source: string;
  /** The parameters by their simplified names. */
  readonly #parameters: ReadonlyMap<string, string>;
  /** The argument that a stray pipe may have cut. */
  #last: Part | null = null;
  /** The values of arguments without white space at their ends, and where the argument ended then. */
  readonly #trimmed = new Map<Part, { end: number; span: Span }>();
  /** The number of positional arguments so far. */
  #position = 0;

  constructor(template: string, parameters: readonly string[], draft: PageDraft) {
    this.#template = template;
    this.#draft = draft;
    this.#source = draft.context.source;
    this.#parameters = new Map(parameters.map((parameter) => [simplify(parameter), parameter]));
  }

  take(part: Part): void {
    const name = part.name === null ? undefined : this.#parameters.get(simplify(part.name));
    const position = String(this.#position + 1);
    if (name !== undefined) this.#takeNamed(name, part);
    else if (this.#parameters.get(position) === position) this.#takePositional(position, part);
    else if (part.name !== null && isOnItsOwnLine(this.#source, part)) this.#takeUnknown(part);
    else this.#rejoin(part);
  }

  #takeNamed(name: string, part: Part): void {
    const before = this.result.known.get(name);
    if (before) this.#draft.report("PARAMETER_REPEATED", part, name, this.#template);
    if (!before || isBlank(this.#source, before)) {
      this.result.known.set(name, this.#copy(part));
      return;
    }
    const isNew = !isBlank(this.#source, part) && !this.#isSame(before, part);
    if (part.name !== name) this.result.unknown.push(part);
    else if (isNew) this.result.repeated.push(part);
    this.#last = null;
  }

  #takePositional(name: string, part: Part): void {
    this.#position++;
    this.result.known.set(name, this.#copy(toPositional(part, this.#template, this.#draft)));
  }

  #takeUnknown(part: Part): void {
    this.result.unknown.push(this.#copy(part));
  }

  /** Puts a part without a parameter back onto the argument before it. */
  #rejoin(part: Part): void {
    const hasText = !isBlank(this.#source, { valueStart: part.start, end: part.end });
    if (this.#last === null) {
      if (hasText) this.result.unknown.push(part);
      return;
    }
    if (hasText) this.#draft.report("ARGUMENT_REJOINED", part, this.#template);
    append(this.#last, part);
  }

  /** Whether two arguments have the same text. The first one is trimmed once, however often it is given again. */
  #isSame(first: Part, again: Part): boolean {
    const known = this.#trimmed.get(first);
    const a = known?.end === first.end ? known.span : trimSpan(this.#source, toValue(first));
    this.#trimmed.set(first, { end: first.end, span: a });
    const b = trimSpan(this.#source, toValue(again));
    return (
      a.end - a.start === b.end - b.start && this.#source.slice(a.start, a.end) === this.#source.slice(b.start, b.end)
    );
  }

  /** Copies a part, so that parts put back onto it do not change the tree. */
  #copy(part: Part): Part {
    this.#last = { ...part, children: [...part.children] };
    return this.#last;
  }
}

/** A name without regard to case and to spaces or underscores, which editors mixed. */
const simplify = (name: string) => name.replaceAll("_", " ").toLowerCase();

type Value = Pick<Part, "valueStart" | "end">;
const toValue = ({ valueStart, end }: Value): Span => ({ start: valueStart, end });
const isBlank = (source: string, { valueStart, end }: Value) => source.slice(valueStart, end).trim() === "";

/** An equals sign in running text is part of the text. */
function toPositional(part: Part, template: string, draft: PageDraft): Part {
  // `1=` is the explicit spelling of the first positional argument.
  if (part.name === null || /^\d+$/.test(part.name)) return part;
  draft.report("EQUALS_IN_TEXT", part, template);
  return { ...part, name: null, valueStart: part.start };
}

/** A well-formed `|Name=` that begins a line is a parameter, and not the rest of a line of code. */
function isOnItsOwnLine(source: string, part: Part): boolean {
  if (!/^[A-Z][\w -]{0,40}$/.test(part.name ?? "")) return false;
  let before = part.start - 2;
  while (source[before] === " " || source[before] === "\t") before--;
  return source[before] === "\n";
}

/** Puts a part back onto the one before it, with the pipe between them. */
function append(last: Part, part: Part): void {
  last.children.push({ type: "text", start: part.start - 1, end: part.start });
  // Not all at once: as arguments of a call they may be too many.
  for (const child of part.children) last.children.push(child);
  last.end = part.end;
}
