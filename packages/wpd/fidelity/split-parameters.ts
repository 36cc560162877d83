import { decodeHTMLStrict } from "entities";
import { TEMPLATES } from "./known-templates.ts";
import { toWords, WordPool } from "./word-pool.ts";

/** One parameter of a template. */
export interface Parameter {
  /** With spaces for underscores; positional ones are numbered from 1. */
  name: string;
  /** Whether the wiki's own templates have this parameter. Only other parameters may be kept in a record's `unknown`. */
  isKnown: boolean;
  /** Where the value begins. */
  start: number;
  /** Where it ends, exclusive. */
  end: number;
}

const NAMED = /^\s*([^=|{}[\]<>\n]*?)\s*=/;
/** A name in the style of the wiki's parameters. */
const WELL_FORMED = /^[A-Z][\w -]*$/;

/**
 * Splits the inside of a template at the given pipes. A piece whose name the template does not know belongs to the
 * parameter before it, as its words do: MediaWiki loses tables (`{| |}`), `||` in code and the like there, and they count. The
 * exception is a well-formed name on a line of its own outside of a table, which is a parameter that nobody knows.
 */
export function splitParameters(source: string, template: string, pipes: readonly number[], end: number): Parameter[] {
  const known = TEMPLATES[template];
  const found: Parameter[] = [];
  const joinedAt = new Map<Parameter, number>();
  let positional = 0;
  for (const [index, pipe] of pipes.entries()) {
    const to = pipes[index + 1] ?? end;
    const piece = source.slice(pipe + 1, to);
    const written = NAMED.exec(piece);
    const name = written?.[1]?.replace(/[\s_]+/g, " ") ?? "";
    const valueStart = pipe + 1 + (written?.[0].length ?? 0);
    const last = found.at(-1);
    if (written && isName(name, known, source, pipe, last)) {
      found.push({ name, isKnown: known?.includes(name) ?? false, start: valueStart, end: to });
    } else if (last && known) {
      if (!joinedAt.has(last)) joinedAt.set(last, pipe);
      last.end = to;
    } else {
      const number = `${++positional}`;
      found.push({ name: number, isKnown: known?.includes(number) ?? false, start: pipe + 1, end: to });
    }
  }
  for (const [parameter, pipe] of joinedAt) {
    if (isCopy(source.slice(pipes[0], pipe), source.slice(pipe, parameter.end))) parameter.end = pipe;
  }
  return found;
}

/**
 * On a few pages a failed save put part of a template's text behind it once more, as it was then, with dots as underscores. Such
 * a tail may be dropped: its words stand before it, each as often, nine in ten in runs of three or more. One word in a hundred
 * may be new, as in the “BUBBA FIX THIS LINK BUBBA” that an editor has since resolved in `tutorials/workers_basics`.
 */
function isCopy(before: string, tail: string): boolean {
  const words = toWords(decodeHTMLStrict(tail));
  if (words.length < 8) return false;
  const pool = new WordPool([decodeHTMLStrict(before)]);
  const left = pool.takePieces(words);
  return left.length <= words.length / 10 && pool.takeEach(left).length <= Math.floor(words.length / 100);
}

function isName(
  name: string,
  known: readonly string[] | undefined,
  source: string,
  pipe: number,
  last: Parameter | undefined,
): boolean {
  if (!known) return name !== "";
  if (known.includes(name)) return true;
  if (!WELL_FORMED.test(name) || source[pipe - 1] !== "\n") return false;
  const before = source.slice(last?.start ?? pipe, pipe);
  return !(before.lastIndexOf("{|") > before.lastIndexOf("\n|}"));
}
