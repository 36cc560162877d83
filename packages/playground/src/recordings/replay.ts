import { engineOf } from "../facts/engines.ts";
import type { Choice } from "../run/run.ts";
import type { RunData } from "../run/run-data.ts";
import type { Session } from "../run/session.ts";
import type { ShownRun } from "../run/shown-run.ts";
import { recordedEngines, recordingOf } from "./recorded.ts";

/** Milliseconds between two events of a replay: a recording has no times but whole seconds. */
const STEP = 250;

/** Replays the recording of the reader's choice; says so where there is none. */
export function replayRun(session: Session, choice: Choice): void {
  const { ending } = choice;
  if (ending === null) {
    session.say("Not connected: only the lab’s endings are recorded, not a server of your own.");
    return;
  }
  const replay = createReplay(session, ending.id, choice.values.code ?? null);
  if (replay === null) {
    session.say("This ending is not recorded with these values.");
    return;
  }
  session.runs.push(replay);
  session.shown = replay;
  replay.step();
}

/** The recording of the engine chosen, else of this browser's, else of Firefox, else of the first; `null` where there is none. */
function createReplay(session: Session, ending: string, code: number | null): Replay | null {
  const engines = recordedEngines(ending, code);
  const wanted = [session.engine, engineOf(navigator.userAgent)?.engine.id, "firefox"];
  const engine = wanted.map((each) => engines.find(({ id }) => id === each)).find(Boolean) ?? engines[0];
  const data = engine && recordingOf(engine.id, ending, code);
  return data ? new Replay(session, data, `recorded: ${engine.label}`) : null;
}

/** A recording that is shown event by event. */
class Replay implements ShownRun {
  readonly data: RunData;
  readonly label: string;
  state: ShownRun["state"] = "connecting";
  words = "Playing a recording.";
  readonly #session: Session;
  readonly #coming: (RunData["events"][number] | RunData["wire"][number])[];
  readonly #isStill = matchMedia("(prefers-reduced-motion: reduce)").matches;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(session: Session, recording: RunData, label: string) {
    this.#session = session;
    this.data = { ...recording, events: [], wire: [] };
    this.label = label;
    this.#coming = [...recording.events, ...recording.wire].sort((one, other) => one.at - other.at);
  }

  /** Shows the next event, and later the ones after it; all at once where the reader prefers reduced motion. */
  step(): void {
    do this.#take();
    while (this.#isStill && this.state !== "closed");
    if (this.state !== "closed") this.#timer = setTimeout(() => this.step(), STEP);
    this.#session.show(this.#session.shown);
  }

  close(): null {
    this.stop();
    this.#session.show(this.#session.shown);
    return null;
  }

  stop(): void {
    clearTimeout(this.#timer);
    if (this.state === "closed") return;
    this.state = "closed";
    this.words = "Stopped a recording.";
  }

  #take(): void {
    const next = this.#coming.shift();
    if (next === undefined) {
      this.state = "closed";
      this.words = "Played a recording.";
    } else if ("by" in next) this.data.wire.push(next);
    else this.data.events.push(next);
  }
}
