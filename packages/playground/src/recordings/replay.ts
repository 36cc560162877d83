import { engineOf } from "../facts/engines.ts";
import type { Choice } from "../run/run.ts";
import type { Session } from "../run/session.ts";
import type { ShownRun } from "../run/shown-run.ts";
import { recordedEngines, recordingOf } from "./recorded.ts";

/** Between two things that are replayed, in milliseconds: times were not recorded, but for whole seconds. */
const STEP = 250;

/** Shows the recording of what an engine did with what is chosen, one thing after the other; says so where there is none. */
export function replayRun(session: Session, choice: Choice): void {
  const { ending } = choice;
  if (ending === null) session.say("Not connected: a server of your own is not recorded, only the lab’s endings are.");
  else if (!play(session, ending.id, choice.values.code ?? null)) {
    session.say("Nothing is recorded of this ending with these values.");
  }
}

/** Plays the recording of the engine chosen, else of this browser's; gives whether there is one. */
function play(session: Session, ending: string, code: number | null): boolean {
  const engines = recordedEngines(ending, code);
  const wanted = [session.engine, engineOf(navigator.userAgent)?.engine.id, "firefox"];
  const engine = wanted.map((each) => engines.find(({ id }) => id === each)).find(Boolean) ?? engines[0];
  const data = engine && recordingOf(engine.id, ending, code);
  if (!engine || !data) return false;
  const { events, wire } = data;
  const all = [...events, ...wire].sort((one, other) => one.at - other.at);
  const isStill = matchMedia("(prefers-reduced-motion: reduce)").matches;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const run = {
    data: { ...data, events: [] as typeof events, wire: [] as typeof wire },
    label: `recorded: ${engine.label}`,
    state: "connecting" as ShownRun["state"],
    words: "Playing a recording.",
    close() {
      run.stop();
      session.show(session.shown);
      return null;
    },
    stop() {
      clearTimeout(timer);
      if (run.state === "closed") return;
      run.state = "closed";
      run.words = "Stopped a recording.";
    },
  };
  const step = () => {
    const next = all.shift();
    if (next === undefined) {
      run.state = "closed";
      run.words = "Played a recording.";
    } else {
      if ("by" in next) run.data.wire.push(next);
      else run.data.events.push(next);
      if (isStill) return step();
      timer = setTimeout(step, STEP);
    }
    session.show(session.shown);
  };
  session.runs.push(run);
  session.shown = run;
  step();
  return true;
}
