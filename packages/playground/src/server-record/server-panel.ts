import { describeRecordProblem } from "../observe/describe-record-problem.ts";
import type { RecordAnswer } from "../observe/fetch-connection-record.ts";
import type { RunData } from "../run/run-data.ts";
import { describeClientEnd } from "../ui/describe-wire-event.ts";
import { element } from "../ui/element.ts";
import { createPanel, noteOf } from "../ui/panel.ts";

/** A request for a run's record: the answer, `null` while it is awaited, and the lab's address. */
export interface Asked {
  answer: RecordAnswer | null;
  lab: string;
}

/** Makes the panel that sums up the lab's record in a sentence (the diagram has its events). `onAgain` is called when the reader asks for a newer record. */
export function createServerPanel(onAgain: () => void) {
  const panel = createPanel("server", "What the server saw");
  const again = element("button", { type: "button", part: "button ask-again-button" }, "Ask the lab again");
  again.onclick = onAgain;
  return {
    element: panel.element,
    clear: () => panel.showNote("Nothing yet: the lab is asked once a connection begins."),
    show(run: RunData, asked: Asked | undefined) {
      const hadFocus = again.matches(":focus");
      const problem = asked?.answer && describeRecordProblem(asked.answer, asked.lab);
      const content: HTMLElement[] = [];
      if (problem) content.push(element("p", { class: "problem", part: "problem" }, problem));
      else if (run.record) content.push(element("p", { part: "server-summary" }, describeClientEnd(run.record)));
      if (problem || run.record?.state === "open") content.push(again);
      panel.show(...(content.length > 0 ? content : [noteOf(whyNothing(run, asked))]));
      if (hadFocus) (again.isConnected ? again : panel.element).focus();
    },
  };
}

function whyNothing({ mode }: RunData, asked: Asked | undefined): string {
  if (mode === "recorded") return "What it saw when this was recorded stands in the diagram.";
  if (mode === "own") return "Only the lab tells what it saw; a server of your own is not asked.";
  return asked ? "Asking the lab…" : "Not asked: this does not reach the lab.";
}
