import type { RunData } from "../run/run-data.ts";
import { wireOf } from "./sequence-model.ts";

/** Notes for reading a diagram: the origin of its times, and its gaps. */
export function sequenceNotes(run: RunData, isOver: boolean): string[] {
  const live =
    wireOf(run).length > 0
      ? "Times are of two clocks: the page’s from new WebSocket, the lab’s from the handshake. The order between them is reckoned: no event comes before its cause. Not to scale."
      : isOver
        ? "The lab told nothing of this connection."
        : "";
  const notes = {
    recorded: "A recording: no times, and no order between the two sides. Of the server there are words only.",
    own: "The page cannot see the wire, so that nothing of it is drawn.",
    live,
  };
  return [notes[run.mode], run.record?.truncated ? "The lab left later events out." : ""].filter(Boolean);
}
