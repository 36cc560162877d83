import type { ConnectionRecord } from "@wasclean/data/schema";
import { describeRecordProblem } from "./describe-record-problem.ts";
import { describeClientEnd, describeWireEvent } from "./describe-wire-event.ts";
import { element } from "./element.ts";
import type { RecordAnswer } from "./fetch-connection-record.ts";
import { createPanel, noteOf } from "./panel.ts";
import { timedRow } from "./timed-row.ts";

/** How many events are shown at most. */
const LIMIT = 200;

/** What the lab saw on the wire. */
export interface ServerView {
  element: HTMLElement;
  showNote(note: string): void;
  /** The lab's answer, or why there is none; `lab` is its address. */
  show(answer: RecordAnswer, lab: string): void;
}

/** Makes the view of what the server saw; `onAskAgain` is called when the reader wants a newer answer. */
export function createServerView(onAskAgain: () => void): ServerView {
  const panel = createPanel("server", "What the server saw");
  const again = element(
    "button",
    { type: "button", part: "button ask-again-button", class: "quiet" },
    "Ask the lab again",
  );
  again.addEventListener("click", onAskAgain);
  return {
    element: panel.element,
    showNote: panel.showNote,
    show(answer, lab) {
      const hadFocus = again.matches(":focus");
      const problem = describeRecordProblem(answer, lab);
      if (answer.record === null) panel.show(element("p", { class: "problem", part: "problem" }, problem ?? ""), again);
      else panel.show(...recordContent(answer.record), ...(answer.record.state === "open" ? [again] : []));
      if (hadFocus) (again.isConnected ? again : panel.element).focus();
    },
  };
}

function recordContent(record: ConnectionRecord): HTMLElement[] {
  const rows = record.events.slice(0, LIMIT).map((event) => {
    const from = event.by === "client" ? "client →" : "← server";
    return timedRow(event.at, from, describeWireEvent(event), event.by);
  });
  const isCut = record.truncated || record.events.length > LIMIT;
  return [
    element("p", { class: "verdict", part: "server-summary" }, describeClientEnd(record)),
    element("ol", {}, ...rows),
    ...(isCut ? [noteOf("There was more, which is left out.")] : []),
  ];
}
