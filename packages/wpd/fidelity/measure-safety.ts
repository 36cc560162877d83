import { accuse, type CorpusPage, count, createMeasure, type Measure } from "./corpus-page.ts";
import { listTexts } from "./list-texts.ts";
import type { HtmlTag } from "./read-html.ts";
import { SAFE_TAGS, WIKITEXT_TAGS } from "./tag-names.ts";

const TAG = /<([a-z][a-z0-9]*)(?=[\s/>])/gi;
const SAFE_ADDRESS = /^(?:https?:|ftp:|mailto:|\/(?!\/)|#|\?|\.|[^:]*$)/i;
const ADDRESS_ATTRIBUTES = new Set("href src srcset action formaction poster cite background xlink:href".split(" "));

/** Checks that the record's HTML is safe to put into a page, and that it shows the tags that the page is about. */
export function measureSafety(page: CorpusPage): Measure {
  const measure = createMeasure();
  for (const html of page.record.html) {
    const problems = [...html.tags.flatMap(judgeTag), ...html.unbalanced.map((name) => `<${name}> is not balanced`)];
    measure.total += html.tags.length;
    measure.good += html.tags.length;
    for (const problem of problems) accuse(measure, page, 0, problem, 10);
  }
  for (const [name, missing] of findUnshown(page)) {
    accuse(
      measure,
      page,
      page.scanned.source.toLowerCase().indexOf(`<${name}`),
      `${missing} × <${name}> is not visible as text`,
    );
  }
  count(measure, "violations", measure.offenders.length);
  return measure;
}

function judgeTag({ name, attributes }: HtmlTag): string[] {
  const problems = SAFE_TAGS.has(name) ? [] : [`<${name}> is markup`];
  for (const [attribute, value] of attributes) {
    if (attribute.startsWith("on") || attribute === "style" || attribute === "srcdoc") {
      problems.push(`<${name} ${attribute}>`);
    } else if (ADDRESS_ATTRIBUTES.has(attribute) && !isSafe(value)) problems.push(`<${name} ${attribute}="${value}">`);
  }
  return problems;
}

/** Whether an address is safe. Browsers ignore control characters and white space in a scheme. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: the pattern removes them.
const isSafe = (address: string) => SAFE_ADDRESS.test(address.replace(/[\u0000-\u0020\u007f-\u00a0]/g, ""));

/** Tags that wikitext does not allow and that are shown less often than the source's texts have them. */
function findUnshown(page: CorpusPage): [name: string, missing: number][] {
  const { html, plain, code, unknown } = page.record;
  const kept = unknown.flatMap(({ parameters }) => Object.values(parameters));
  const shown = countTags([...html.map(({ text }) => text), ...plain, ...code, ...kept]);
  const written = countTags(listTexts(page).flatMap(({ segments }) => segments));
  return [...written]
    .filter(([name]) => !WIKITEXT_TAGS.has(name))
    .map(([name, times]): [string, number] => [name, times - (shown.get(name) ?? 0)])
    .filter(([, missing]) => missing > 0);
}

function countTags(texts: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const text of texts) {
    for (const [, name = ""] of text.matchAll(TAG)) {
      counts.set(name.toLowerCase(), (counts.get(name.toLowerCase()) ?? 0) + 1);
    }
  }
  return counts;
}
