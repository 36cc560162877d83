import { findDetails } from "../facts/ending-details.ts";
import type { CloseCode } from "../observe/close-codes.ts";
import type { DetailsPanel } from "../ui/details-panel.ts";
import { createPanel } from "../ui/panel.ts";
import { drawSequence } from "./sequence-dom.ts";
import { layOut } from "./sequence-layout.ts";
import { toSequence } from "./sequence-model.ts";
import { sequenceNotes } from "./sequence-notes.ts";

/**
 * Makes the panel with the sequence diagram of one connection, drawn as it happens, and the same as text. Its styles are
 * `sequenceStyles`, which the shadow root adopts.
 */
export function createSequenceDiagram(): DetailsPanel {
  const panel = createPanel("sequence", "Sequence diagram");
  const drawing = drawSequence();
  let shown: Parameters<DetailsPanel["show"]> | null = null;
  let width = 0;
  let isScheduled = false;
  const draw = () => {
    isScheduled = false;
    if (shown === null || width === 0) return;
    const [run, state] = shown;
    const said = run.mode === "recorded" ? findDetails(run.ending, run.code as CloseCode | null)?.server : "";
    const isOver = state === "ended";
    drawing.update(layOut(toSequence(run, said), width, isOver), sequenceNotes(run, isOver));
    if (!drawing.elements[0]?.parentNode) panel.show(...drawing.elements);
  };
  // Many events may come between two frames.
  const schedule = () => {
    if (!isScheduled) requestAnimationFrame(draw);
    isScheduled = true;
  };
  const clear = () => {
    shown = null;
    panel.showNote("Nothing yet: press Connect.");
  };
  clear();
  new ResizeObserver(([entry]) => {
    const now = entry?.contentRect.width ?? 0;
    if (now !== width) schedule();
    width = now;
  }).observe(panel.element);
  return {
    element: panel.element,
    show(...run) {
      shown = run;
      schedule();
    },
    clear,
  };
}
