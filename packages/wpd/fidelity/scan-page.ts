import { findOpaque, type Opaque } from "./find-opaque.ts";
import { type Parameter, splitParameters } from "./split-parameters.ts";

/** A template as written: `{{name|…}}`. */
export interface Template {
  /** With spaces for underscores. */
  name: string;
  start: number;
  end: number;
  parameters: Parameter[];
  /** Templates directly inside. */
  children: Template[];
}

/** The templates and opaque parts of a page. */
export interface ScannedPage {
  source: string;
  opaque: Opaque[];
  /** Templates outside other templates. */
  roots: Template[];
  /** All templates, in order of their ends. */
  templates: Template[];
}

interface Frame {
  bracket: "{{" | "[[";
  start: number;
  pipes: number[];
  children: Template[];
}

const TOKEN = /\{\{|\}\}|\[\[|\]\]|\|/g;
/** The beginning of a template. Other double braces are text, mostly code in a sample. */
const NAME = /\{\{\s*[#:!=\p{L}][^{}|<>[\]]*(?=\||\}\}|\[\[)/uy;

/**
 * Finds the templates of a page. A closing `}}` closes the template that was opened last, also over a `[[` that was never
 * closed, whose pipes then separate parameters.
 */
export function scanPage(source: string): ScannedPage {
  const opaque = findOpaque(source);
  const page: ScannedPage = { source, opaque, roots: [], templates: [] };
  const stack: Frame[] = [];
  let next = 0;
  TOKEN.lastIndex = 0;
  for (let match = TOKEN.exec(source); match; match = TOKEN.exec(source)) {
    const at = match.index;
    while (next < opaque.length && (opaque[next] as Opaque).end <= at) next++;
    const hidden = opaque[next];
    if (hidden && hidden.start <= at) TOKEN.lastIndex = hidden.end;
    else TOKEN.lastIndex = step(page, stack, match[0], at);
  }
  page.roots.sort((a, b) => a.start - b.start);
  return page;
}

/** Takes one token; returns where to continue. */
function step(page: ScannedPage, stack: Frame[], token: string, at: number): number {
  const top = stack.at(-1);
  if (token === "|") top?.pipes.push(at);
  else if (token === "[[") stack.push({ bracket: "[[", start: at, pipes: [], children: [] });
  else if (token === "]]") {
    if (top?.bracket === "[[") keepChildren(page, stack.pop() as Frame, stack.at(-1), false);
  } else if (token === "{{") {
    NAME.lastIndex = at;
    if (!NAME.test(page.source)) return at + 1;
    stack.push({ bracket: "{{", start: at, pipes: [], children: [] });
  } else closeTemplate(page, stack, at);
  return at + token.length;
}

function closeTemplate(page: ScannedPage, stack: Frame[], at: number): void {
  if (!stack.some(({ bracket }) => bracket === "{{")) return;
  for (let frame = stack.pop(); frame; frame = stack.pop()) {
    if (frame.bracket === "[[") {
      keepChildren(page, frame, stack.at(-1), true);
      continue;
    }
    const { source } = page;
    const name = source
      .slice(frame.start + 2, frame.pipes[0] ?? at)
      .replace(/[\s_]+/g, " ")
      .trim();
    const parameters = splitParameters(source, name, frame.pipes, at);
    const template: Template = { name, start: frame.start, end: at + 2, parameters, children: frame.children };
    page.templates.push(template);
    (stack.at(-1)?.children ?? page.roots).push(template);
    return;
  }
}

/** Moves the templates in a link to the bracket around it; with `isText`, also its pipes. */
function keepChildren(page: ScannedPage, link: Frame, outer: Frame | undefined, isText: boolean): void {
  (outer?.children ?? page.roots).push(...link.children);
  if (isText) outer?.pipes.push(...link.pipes);
}
