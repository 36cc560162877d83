import type { LiveRun } from "./live-run.ts";
import type { Choice } from "./run.ts";
import type { ShownRun } from "./shown-run.ts";

/** The panels that explain a run. */
export interface DetailsPart {
  /** Shows a run as it stands, or with `null` none. */
  show(run: ShownRun | null): void;
  /** Asks the lab for its record of a run, while the run lasts and after its end. */
  follow(run: LiveRun, ended: Promise<void>): Promise<void>;
  /** Plays the recording of an engine. */
  replay(choice: Choice): void;
}

/** Everything a reader can do beside connecting. */
export interface ActionsPart {
  /** Shows the actions that a run allows, or with `null` those without a run. */
  show(run: ShownRun | null): void;
  /** Connects where a lab answers; else says why none does, and offers what works without one. */
  connect(choice: Choice, lab: URL, replay: () => void): Promise<void>;
  /** Fills the form in from the page's fragment, where that is one of ours. */
  readLink(): void;
  /** Writes the choice into the page's fragment, where that is empty or one of ours. */
  writeLink(): void;
}

/** The parts of an element that are loaded when it is first used. */
export interface LaterParts {
  details: DetailsPart;
  actions: ActionsPart;
}
