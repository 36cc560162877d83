import type { Readable } from "node:stream";
import type { Report } from "@wasclean/schema";
import type { Progress } from "@wasclean/tools/progress";
import type { PageFacts } from "../site/scan-page.ts";
import { toTarget } from "./check-names.ts";
import { type Crew, createCrew } from "./crew.ts";
import { listInput } from "./list-input.ts";
import type { ListedPage } from "./listed-page.ts";
import { chooseJobs, type ImportOptions } from "./options.ts";
import { findSurplus, foldsCase } from "./output-folder.ts";
import type { Core, Outcome } from "./performer.ts";
import { isInShard } from "./shard.ts";
import { createSpool, type Spool } from "./spool.ts";
import { type LabelledFailure, type Survey, surveyInput } from "./survey.ts";
import { createTally, type Tally } from "./tally.ts";

/** An import of which it is known from where and to where. */
export interface ImportJob extends ImportOptions {
  input: string;
  out: string;
  /** Whether the output has a report's file. */
  hasReport: boolean;
}

/** What an import works with. */
export interface Surroundings {
  stdin: Readable;
  progress: Progress;
  signal: AbortSignal;
  /** Hears of each page, in order. */
  onOutcome(outcome: Outcome): void;
  /** Tests put another reader here, to see what a mistake in it does. */
  core?: Core;
}

/** A file that is not what an import would write. */
export interface StaleFile {
  /** Its path in the output. */
  path: string;
  reason: "missing" | "changed" | "surplus";
}

/** What an import did. */
export interface ImportResult {
  report: Report;
  /** How many files were written because something changed. */
  written: number;
  /** How many records there were to make. */
  total: number;
  failures: LabelledFailure[];
  /** Only looked for with `check`. */
  stale: StaleFile[];
}

/** What is known in the middle of an import. */
interface State extends Surroundings {
  job: ImportJob;
  spool: Spool;
  tally: Tally;
  isWanted(slug: string): boolean;
}

/**
 * Imports pages in two passes: what they need to know of each other, then each by itself. After the signal it ends
 * early. Throws an InputError where the input cannot be read at all; then nothing was written.
 */
export async function runImport(job: ImportJob, surroundings: Surroundings): Promise<ImportResult> {
  const started = performance.now();
  const spool = createSpool();
  const isWanted = (slug: string) => isInShard(slug, job.shard);
  const state: State = { ...surroundings, job, spool, tally: createTally(), isWanted };
  try {
    const survey = await lookThrough(state);
    const result = await importSurvey(survey, state);
    for (const { label: _, ...failure } of result.failures) state.tally.addFailure(failure);
    const seconds = (performance.now() - started) / 1000;
    return { ...result, report: state.tally.toReport({ shard: job.shard, listing: survey.listing, seconds }) };
  } finally {
    spool.remove();
  }
}

function lookThrough({ job, stdin, spool, signal, tally, isWanted, progress }: State): Promise<Survey> {
  const listed = listInput({ path: job.input, title: job.title, stdin, signal, spool, isWanted });
  return surveyInput(listed, {
    isWanted,
    tally,
    foldsCase: () => !job.check && foldsCase(job.out),
    onListed: (count) => progress.show("Listing", count, null),
  });
}

type Work = Omit<ImportResult, "report">;

async function importSurvey(survey: Survey, state: State): Promise<Work> {
  const { job, spool, signal, core, isWanted } = state;
  const lines = job.quiet || job.json ? 0 : MAX_LINES;
  const settings = { out: job.out, check: job.check, lines, spool: spool.path };
  const crew = createCrew(job.jobs ?? chooseJobs(survey.pages.length), settings, signal, core);
  const work: Work = { written: 0, total: 0, failures: survey.failures, stale: [] };
  try {
    const readable = await scanPages(survey, crew, work, state);
    const wanted = readable.filter(({ slug }) => isWanted(slug));
    work.total = wanted.length;
    await importPages(wanted, crew, work, state);
  } finally {
    await crew.dismiss();
  }
  const targets = new Set(survey.pages.map(({ page }) => toTarget(page.slug)));
  if (job.check && !signal.aborted)
    for (const path of await findSurplus(job.out, targets, job.hasReport)) work.stale.push({ path, reason: "surplus" });
  return work;
}

/** How many diagnostics are printed; the records have all of them. */
export const MAX_LINES = 100;
/** Below this many pages an import is over before a bar helps. */
export const FEW_PAGES = 100;

/** The first pass; gives the pages that can be read. */
async function scanPages(survey: Survey, crew: Crew, work: Work, state: State): Promise<ListedPage[]> {
  const { progress, isWanted } = state;
  const facts: PageFacts[] = survey.pages.flatMap((entry) => entry.facts ?? []);
  const readable: ListedPage[] = survey.pages.flatMap((entry) => (entry.facts ? entry.page : []));
  const unseen = survey.pages.flatMap((entry) => (entry.facts ? [] : entry.page));
  let done = 0;
  for await (const found of crew.scan(unseen)) {
    const page = unseen[done++] as ListedPage;
    if (!("reason" in found)) {
      facts.push(found);
      readable.push(page);
    } else if (isWanted(page.slug)) work.failures.push({ ...found, label: page.label });
    progress.show("Looking", done, unseen.length);
  }
  if (!state.signal.aborted) await crew.setFacts(facts);
  return readable;
}

/** The second pass. */
async function importPages(pages: readonly ListedPage[], crew: Crew, work: Work, state: State): Promise<void> {
  let done = 0;
  for await (const outcome of crew.importPages(pages)) {
    state.onOutcome(outcome);
    const { page } = outcome;
    if ("failure" in outcome) work.failures.push({ ...outcome.failure, label: page.label });
    else {
      state.tally.addRecord(outcome.record);
      const { file } = outcome.record;
      if (file === "written") work.written++;
      else if (file !== "same") work.stale.push({ path: toTarget(page.slug), reason: file });
    }
    state.progress.show("Importing", ++done, pages.length);
  }
}
