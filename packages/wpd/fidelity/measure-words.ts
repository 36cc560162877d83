import { accuse, type CorpusPage, count, createMeasure, type Measure, quote } from "./corpus-page.ts";
import { type AuthoredText, listTexts } from "./list-texts.ts";
import { type ReadRecord, toKey } from "./read-record.ts";
import { toWords, WordPool } from "./word-pool.ts";

const FLAG = /^\s*(yes|no|unknown)\s*$/i;
/** The end of the field's path, if it is not the parameter's name. */
const FIELD_OF: Readonly<Record<string, string>> = {
  "External Attribution.Is CC-BY-SA": "ccbysa",
  "Compatibility Section.Not required": "compatibilitynotrequired",
  "Examples Section.Not required": "examplesnotrequired",
};

/**
 * Counts the words of the page's texts that the record shows. Each word of the record counts once. A text is searched in one
 * piece, the longest text first; missing words are then searched among those that no other text has claimed.
 */
export function measureWords(page: CorpusPage): Measure {
  const measure = createMeasure();
  const { record } = page;
  const pool = new WordPool([
    ...record.html.map(({ text }) => text),
    ...record.plain,
    ...record.queries,
    ...record.code,
  ]);
  const hrefs = record.html.flatMap(({ tags }) => tags.flatMap(({ attributes }) => attributes.map(([, v]) => v)));
  const takeAddress = createAddressTaker(hrefs, pool);
  const flags = [...record.flags];
  const entries: Entry[] = listTexts(page)
    .map((text) => ({ text, ...countWords(text), unlinked: [], pieces: [] }))
    .filter(({ total }) => total > 0)
    .sort((a, b) => b.total - a.total);
  count(measure, "parameters", entries.length);
  measure.total = entries.reduce((sum, { total }) => sum + total, 0);
  // Addresses first: in `[http://a.example/b b]`, kept as written, the label is the second “b”. Then whole runs, pieces of
  // runs, and words, so that a lost text claims nothing of one that is there. Texts under `unknown` claim nothing either.
  const open = entries.filter(({ text }) => !text.mayBeUnknown || !isInUnknown(record, page.scanned.source, text));
  for (const entry of open) entry.unlinked = entry.text.addresses.filter((address) => !takeAddress(address));
  for (const entry of entries) {
    const isDone = !open.includes(entry) || isFlagKept(entry.text, flags);
    entry.runs = isDone ? [] : entry.runs.filter((run) => !pool.takeRun(run));
  }
  for (const entry of entries) entry.pieces = entry.runs.flatMap((run) => pool.takePieces(run));
  for (const entry of entries) settle(measure, page, pool, entry);
  return measure;
}

/** A text and the parts of it that are not found yet. */
interface Entry {
  text: AuthoredText;
  total: number;
  runs: string[][];
  pieces: string[];
  unlinked: string[];
}

function countWords({ segments, addresses }: AuthoredText): { total: number; runs: string[][] } {
  const runs = segments.map(toWords);
  return { runs, total: [...runs, ...addresses.map((address) => toWords(decodeAddress(address)))].flat().length };
}

function settle(measure: Measure, page: CorpusPage, pool: WordPool, { text, total, pieces, unlinked }: Entry): void {
  const missing = [
    ...pool.takeEach(pieces),
    ...unlinked.flatMap((address) => toWords(decodeAddress(address)).map((word) => `${word} (address)`)),
  ];
  measure.good += total - missing.length;
  if (missing.length === 0) return;
  count(measure, "parameters lost");
  const name = text.template === null ? "text outside templates" : `${text.template} | ${text.parameter}`;
  accuse(
    measure,
    page,
    text.start + 1,
    `${name}: ${missing.length} of ${total} words, ${quote(missing.join(" "))}`,
    missing.length,
  );
}

/** Whether a yes/no value is in a field of the parameter's name, as a boolean or an enumerated value. */
function isFlagKept({ template, parameter, segments }: AuthoredText, flags: string[]): boolean {
  const value = FLAG.exec(segments.join(""))?.[1];
  if (value === undefined) return false;
  const key = FIELD_OF[`${template}.${parameter}`] ?? toKey(parameter);
  const at = flags.findIndex((flag) => flag.endsWith(`${key}:${value.toLowerCase()}`));
  if (at !== -1) flags.splice(at, 1);
  return at !== -1;
}

/** Whether `unknown` has the text as written, in the entry of its own template or of one around it. */
function isInUnknown({ unknown }: ReadRecord, source: string, text: AuthoredText): boolean {
  const written = toWords(source.slice(text.start, text.end)).join(" ");
  return unknown.some(({ parameters }) => toWords(Object.values(parameters).join(" | ")).join(" ").includes(written));
}

/** Creates a function that claims an address: of one link, or shown as text; the name of a file may be part of an attribute. */
function createAddressTaker(attributes: readonly string[], pool: WordPool): (address: string) => boolean {
  const toName = (address: string) => toWords(decodeAddress(address)).join(" ");
  const whole = attributes.map(toName);
  const names = new WordPool(attributes.map(decodeAddress));
  return (address) => {
    const at = whole.indexOf(toName(address));
    if (at !== -1) return whole.splice(at, 1).length > 0;
    const run = toWords(decodeAddress(address));
    return (
      (!/^(?:\w+:)?\/\/|^mailto:/i.test(address) && names.takeRun(run)) ||
      pool.takeRun(run) ||
      pool.takeRun(toWords(address))
    );
  };
}

function decodeAddress(address: string): string {
  try {
    return decodeURIComponent(address.replace(/&amp;/g, "&"));
  } catch {
    return address;
  }
}
