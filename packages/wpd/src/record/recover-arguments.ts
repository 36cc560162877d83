import type { Part, TemplateNode } from "../parse/nodes.ts";
import type { PageDraft } from "./page-draft.ts";

/** The arguments of a template by name, and what it does not know. */
export interface RecoveredArguments {
  known: Map<string, Part>;
  /** Real arguments under other names. */
  unknown: Part[];
  /** Arguments that were given once more, with another value. */
  repeated: Part[];
}

/**
 * Sorts the arguments of a template that knows `parameters`, and keeps text that MediaWiki drops: an argument that the
 * template does not know is, as a rule, the rest of the one before it, cut off by a stray pipe in code or prose; an
 * equals sign in a positional argument belongs to its text. Only a name on a line of its own is a parameter's. Arguments
 * that come twice are a tail that somebody pasted once more: the first stays, unless it is empty.
 */
export function recoverArguments(
  node: TemplateNode,
  template: string,
  parameters: readonly string[],
  draft: PageDraft,
): RecoveredArguments {
  const { source } = draft.context;
  const canonical = new Map(parameters.map((parameter) => [simplify(parameter), parameter]));
  const result: RecoveredArguments = { known: new Map(), unknown: [], repeated: [] };
  let last: Part | null = null;
  let position = 0;
  const keep = (name: string, part: Part) => {
    // A copy: what is put back onto it must not change the tree.
    last = { ...part, children: [...part.children] };
    result.known.set(name, last);
  };

  for (const part of node.parts.slice(1)) {
    const name = part.name === null ? undefined : canonical.get(simplify(part.name));
    if (name !== undefined) {
      const before = result.known.get(name);
      if (!before) keep(name, part);
      else if (isBlank(source, before)) {
        keep(name, part);
        draft.report("PARAMETER_REPEATED", part, name, template);
      } else {
        const isNew = !sameText(source, before, part) && !isBlank(source, part);
        if (part.name !== name) result.unknown.push(part);
        else if (isNew) result.repeated.push(part);
        draft.report("PARAMETER_REPEATED", part, name, template);
        last = null;
      }
    } else if (parameters.includes(String(position + 1))) {
      keep(String(++position), toPositional(part, template, draft));
    } else if (part.name !== null && isOnItsOwnLine(source, part)) {
      last = { ...part, children: [...part.children] };
      result.unknown.push(last);
    } else if (last) {
      if (!isBlank(source, { valueStart: part.start, end: part.end }))
        draft.report("ARGUMENT_REJOINED", part, template);
      append(last, part);
    } else if (!isBlank(source, { valueStart: part.start, end: part.end })) result.unknown.push(part);
  }
  return result;
}

/** Spaces and underscores are the same, and so are small and capital letters: editors took both. */
const simplify = (name: string) => name.replaceAll("_", " ").toLowerCase();

type Value = Pick<Part, "valueStart" | "end">;
const isBlank = (source: string, { valueStart, end }: Value) => source.slice(valueStart, end).trim() === "";
const sameText = (source: string, a: Value, b: Value) =>
  source.slice(a.valueStart, a.end).trim() === source.slice(b.valueStart, b.end).trim();

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
  last.children.push({ type: "text", start: part.start - 1, end: part.start }, ...part.children);
  last.end = part.end;
}
