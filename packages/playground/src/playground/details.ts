import { queryLocalNetwork } from "../diagnosis/local-network.ts";
import { findEndingRow } from "../facts/ending-rows.ts";
import { createRecordingPanel } from "../recordings/recording-panel.ts";
import { replayRun } from "../recordings/replay.ts";
import type { LiveRun } from "../run/live-run.ts";
import type { Choice } from "../run/run.ts";
import type { Session } from "../run/session.ts";
import type { ShownRun } from "../run/shown-run.ts";
import { createSequenceDiagram } from "../sequence/sequence-diagram.ts";
import { sequenceStyles } from "../sequence/sequence-styles.ts";
import { askRecord, followRecord } from "../server-record/follow-record.ts";
import { type Asked, createServerPanel } from "../server-record/server-panel.ts";
import type { DetailsPanel } from "../ui/details-panel.ts";
import { detailsStyles } from "../ui/details-styles.ts";
import { fillLateWords } from "../ui/late-words-details.ts";
import { createLazyPanel, type LoadedPanel } from "../ui/lazy-panel.ts";

/** How long changes of a run that lasts are gathered, in milliseconds. */
const GATHER = 40;

/** The second part of one element. */
export interface Details {
  show(run: ShownRun | null): void;
  /** Asks the lab what it sees of a run, while it lasts and after its end. */
  follow(run: LiveRun, ended: Promise<void>): Promise<void>;
  /** Shows the recording of what an engine did. */
  replay(choice: Choice): void;
}

/** Makes the second part of an element, and puts its panels into it. */
export function createDetails(session: Session): Details {
  const { view, adopt } = session.host;
  fillLateWords();
  adopt(detailsStyles + sequenceStyles);
  const asked = new WeakMap<object, Asked>();
  const server = createServerPanel(() => void again());
  const serverPanel: DetailsPanel = { ...server, show: (data) => server.show(data, asked.get(data)) };
  const replayAgain = () => {
    const { shown } = session;
    const found = findEndingRow(shown?.data.ending ?? null);
    if (!shown || !found) return;
    shown.stop();
    const { code, reason } = shown.data;
    replayRun(session, { ending: found.row, values: { code: code ?? undefined, reason: reason ?? undefined } });
  };
  const panels = [
    createRecordingPanel(session, replayAgain),
    createSequenceDiagram(),
    // Of a server of one's own it is asked why, not whether it is right.
    createLazyPanel(loadComparison, ({ mode }) => mode !== "own", adopt),
    createLazyPanel(loadDiagnosis, ({ mode }) => mode === "own", adopt),
    serverPanel,
    createLazyPanel(loadSnippets, ({ mode }) => mode !== "recorded", adopt),
  ];
  view.addPanels(...panels.map(({ element }) => element));
  let timer: ReturnType<typeof setTimeout> | undefined;

  const showNow = () => {
    clearTimeout(timer);
    timer = undefined;
    const { shown } = session;
    for (const panel of panels) {
      if (shown === null) panel.clear();
      else panel.show(shown.data, shown.state === "closed" ? "ended" : "running");
    }
  };
  const again = async () => {
    const run = session.shown as LiveRun | null;
    const about = run && asked.get(run.data);
    if (!run || !about) return;
    await askRecord(run, about);
    await tell(run, about);
  };
  const tell = async (run: LiveRun, about: Asked | undefined) => {
    if (run.signal.aborted) return;
    run.changed();
    if (about?.answer) run.dispatch("wasclean:record", about.answer);
    const { compareRun } = await import("../comparison/comparison.ts");
    if (run.signal.aborted) return;
    const { expected, seen, differences } = compareRun(run.data, "ended");
    if (expected && seen) run.dispatch("wasclean:compare", { expected, differences });
  };
  return {
    show(run) {
      if (run === null || run.state === "closed") showNow();
      else timer ??= setTimeout(showNow, GATHER);
    },
    async follow(run, ended) {
      const { record } = run.run;
      const about = record ? { answer: null, lab: record.lab } : undefined;
      if (about) {
        asked.set(run.data, about);
        await followRecord(run, about, ended);
      } else await ended;
      run.data.localNetwork = await queryLocalNetwork();
      await tell(run, about);
    },
    replay: (choice) => replayRun(session, choice),
  };
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
