import { queryLocalNetwork } from "../diagnosis/local-network.ts";
import { findEndingRow } from "../facts/ending-rows.ts";
import { createRecordingPanel } from "../recordings/recording-panel.ts";
import { replayRun } from "../recordings/replay.ts";
import type { DetailsPart } from "../run/later-parts.ts";
import type { LiveRun } from "../run/live-run.ts";
import type { Choice } from "../run/run.ts";
import type { RunData } from "../run/run-data.ts";
import type { Session } from "../run/session.ts";
import type { ShownRun } from "../run/shown-run.ts";
import { createSequenceDiagram } from "../sequence/sequence-diagram.ts";
import { sequenceStyles } from "../sequence/sequence-styles.ts";
import { askRecord, followRecord } from "../server-record/follow-record.ts";
import { type Asked, createServerPanel } from "../server-record/server-panel.ts";
import type { DetailsPanel } from "../ui/details-panel.ts";
import { detailsStyles } from "../ui/details-styles.ts";
import { useFullWording } from "../ui/full-wording.ts";
import { LazyPanel, type LoadedPanel } from "../ui/lazy-panel.ts";
import type { PlaygroundView } from "../view/playground-view.ts";

/** Milliseconds for which changes of a live run are gathered. */
const GATHER = 40;

/** The panels of one element that explain a run. */
export class Details implements DetailsPart {
  readonly #session: Session;
  readonly #panels: readonly DetailsPanel[];
  /** The lab's answers, by the data of their run. */
  readonly #asked = new WeakMap<RunData, Asked>();
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** Adds the panels to the element's view. */
  constructor(session: Session, view: PlaygroundView) {
    this.#session = session;
    const { adopt } = session.host;
    useFullWording();
    adopt(detailsStyles + sequenceStyles);
    const server = createServerPanel(() => void this.#askAgain());
    this.#panels = [
      createRecordingPanel(session, () => this.#replayAgain()),
      createSequenceDiagram(),
      // A reader's own server is diagnosed; it cannot be compared.
      new LazyPanel(loadComparison, ({ mode }) => mode !== "own", adopt),
      new LazyPanel(loadDiagnosis, ({ mode }) => mode === "own", adopt),
      { ...server, show: (data) => server.show(data, this.#asked.get(data)) },
      new LazyPanel(loadSnippets, ({ mode }) => mode !== "recorded", adopt),
    ];
    view.addPanels(...this.#panels.map(({ element }) => element));
  }

  show(run: ShownRun | null): void {
    if (run === null || run.state === "closed") this.#showNow();
    else this.#timer ??= setTimeout(() => this.#showNow(), GATHER);
  }

  async follow(run: LiveRun, ended: Promise<void>): Promise<void> {
    const { record } = run.run;
    const asked = record ? { answer: null, lab: record.lab } : undefined;
    if (asked) {
      this.#asked.set(run.data, asked);
      await followRecord(run, asked, ended);
    } else await ended;
    run.data.localNetwork = await queryLocalNetwork();
    await announce(run, asked);
  }

  replay(choice: Choice): void {
    replayRun(this.#session, choice);
  }

  #showNow(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const { shown } = this.#session;
    for (const panel of this.#panels) {
      if (shown === null) panel.clear();
      else panel.show(shown.data, shown.state === "closed" ? "ended" : "running");
    }
  }

  #replayAgain(): void {
    const { shown } = this.#session;
    const found = findEndingRow(shown?.data.ending ?? null);
    if (!shown || !found) return;
    shown.stop();
    const { code, reason } = shown.data;
    this.replay({ ending: found.row, values: { code: code ?? undefined, reason: reason ?? undefined } });
  }

  async #askAgain(): Promise<void> {
    const run = this.#session.shown as LiveRun | null;
    const asked = run && this.#asked.get(run.data);
    if (!run || !asked) return;
    await askRecord(run, asked);
    await announce(run, asked);
  }
}

/** Shows a run's record, and dispatches the events about it. */
async function announce(run: LiveRun, asked: Asked | undefined): Promise<void> {
  if (run.signal.aborted) return;
  run.changed();
  if (asked?.answer) run.dispatch("wasclean:record", asked.answer);
  const { compareRun } = await import("../comparison/comparison.ts");
  if (run.signal.aborted) return;
  const { expected, seen, differences } = compareRun(run.data, "ended");
  if (expected && seen) run.dispatch("wasclean:compare", { expected, differences });
}

async function loadComparison(): Promise<LoadedPanel> {
  const { comparisonStyles, createComparison } = await import("../comparison/comparison-panel.ts");
  return { panel: createComparison(), styles: comparisonStyles };
}

async function loadDiagnosis(): Promise<LoadedPanel> {
  const { createDiagnosis, diagnosisStyles } = await import("../diagnosis/diagnosis-panel.ts");
  return { panel: createDiagnosis(), styles: diagnosisStyles };
}

async function loadSnippets(): Promise<LoadedPanel> {
  const { createSnippets, snippetStyles } = await import("../snippets/snippets-panel.ts");
  return { panel: createSnippets(), styles: snippetStyles };
}
