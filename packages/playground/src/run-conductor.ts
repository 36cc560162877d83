import { compareClose } from "./compare-close.ts";
import { describeTime } from "./describe-time.ts";
import { fetchConnectionRecord, type RecordAnswer } from "./fetch-connection-record.ts";
import { type ObservedConnection, type ObservedEvent, observe, type ThrownException } from "./observe.ts";
import type { ConnectionDetail, PlaygroundEventDetails } from "./playground-events.ts";
import type { PlaygroundState, PlaygroundView } from "./playground-view.ts";
import type { Run } from "./run.ts";
import { wait } from "./wait.ts";

/** Most endings are over before anybody could press a button: the form for closing comes after this many milliseconds, so that nothing flashes. */
const CLOSE_FORM_DELAY = 250;

const NO_RECORD = "Only the lab tells what it saw; a server of your own is not asked.";

/** What a run does to the element that it belongs to. */
export interface RunHost {
  setState(state: PlaygroundState, status: string): void;
  dispatch<K extends keyof PlaygroundEventDetails>(
    type: K,
    detail: Omit<PlaygroundEventDetails[K], keyof ConnectionDetail>,
  ): void;
}

/** Leads one run from the socket's making to the lab's answer, and shows it. */
export class RunConductor {
  readonly #run: Run;
  readonly #view: PlaygroundView;
  readonly #host: RunHost;
  #connection: ObservedConnection | null = null;
  #isOver = false;

  constructor(run: Run, view: PlaygroundView, host: RunHost) {
    this.#run = run;
    this.#view = view;
    this.#host = host;
  }

  /** Opens the connection. */
  start(): void {
    const { url, protocols, record, controller, expectation } = this.#run;
    this.#host.setState("connecting", "Connecting…");
    this.#host.dispatch("wasclean:connect", {});
    this.#view.events.start(url);
    this.#view.closeEvent.showNote("Not yet: it comes when the connection ends.");
    this.#view.server.showNote(
      record === null ? NO_RECORD : "Not yet: the lab is asked once the connection has ended.",
    );
    this.#view.expectation.show(expectation, null, "Not compared yet: the connection has not ended.");
    this.#connection = observe(url, {
      WebSocket: globalThis.WebSocket,
      protocols,
      signal: controller.signal,
      onEvent: (event) => this.#take(event),
    });
    void this.#connection.done.then((events) => this.#end(events));
  }

  /** Closes for the reader; gives the exception of a refusal, else `null`. */
  close(code?: number, reason?: string): ThrownException | null {
    if (this.#isOver) return null;
    const exception = this.#connection?.close(code, reason) ?? null;
    if (exception === null) this.#run.wasInterrupted = true;
    return exception;
  }

  /** Closes the socket, lets go of everything, and shows nothing more. */
  stop(): void {
    this.#run.controller.abort();
  }

  /** Asks the lab what it saw, and shows the answer. */
  async askLab(): Promise<void> {
    const { record, controller } = this.#run;
    const { signal } = controller;
    if (record === null || signal.aborted) return;
    const fetch = globalThis.fetch.bind(globalThis);
    const answer = await fetchConnectionRecord(record.url, { fetch, wait, signal });
    if (signal.aborted) return;
    this.#view.server.show(answer, record.lab);
    this.#host.dispatch("wasclean:record", answer);
    this.#compareAfter(answer);
  }

  #take(event: ObservedEvent): void {
    this.#view.events.add(event);
    this.#host.dispatch("wasclean:event", { event });
    if (event.kind === "open") this.#opened();
  }

  #opened(): void {
    const { steps, controller } = this.#run;
    this.#host.setState("open", "Open.");
    for (const step of steps) {
      const exception =
        step.do === "send" ? this.#connection?.send(step.data) : this.#connection?.close(step.code, step.reason);
      if (exception) this.#host.setState("open", `Open: the browser refused the call of ${step.do}().`);
    }
    void wait(CLOSE_FORM_DELAY, controller.signal).then(() => {
      if (!this.#isOver) this.#view.showCloseForm();
    });
  }

  #end(events: readonly ObservedEvent[]): void {
    this.#isOver = true;
    const { expectation, record, controller } = this.#run;
    this.#view.closeEvent.show(events);
    this.#host.setState("closed", endWords(events));
    this.#host.dispatch("wasclean:end", { events: [...events], expected: expectation.expected });
    if (controller.signal.aborted) {
      this.#view.server.showNote("Not asked: the connection was no longer watched.");
    } else if (record === null) {
      this.#view.server.showNote(NO_RECORD);
    } else {
      this.#view.server.showNote("Asking the lab…");
      void this.askLab();
    }
    this.#compare(this.#reasonNotToCompare(events));
  }

  /** Without an `open` event it takes the lab's word that it was the lab that ended it: an absent lab gives 1006 too. */
  #reasonNotToCompare(events: readonly ObservedEvent[]): string | null {
    const { wasInterrupted, controller, record } = this.#run;
    if (controller.signal.aborted) return "Not compared: the connection was no longer watched.";
    if (wasInterrupted) return "Not compared: you closed the connection before it ended in the way chosen.";
    const isUnsure = record !== null && !events.some(({ kind }) => kind === "open");
    return isUnsure ? "Not compared yet: the lab has not said that the connection reached it." : null;
  }

  #compareAfter({ problem }: RecordAnswer): void {
    const reason = this.#reasonNotToCompare(this.#connection?.events ?? []);
    if (reason === null || this.#run.wasInterrupted) return;
    this.#compare(problem === null ? null : "Not compared: it is not known that the connection reached the lab.");
  }

  /** Shows what is expected beside what was seen, or why the two are not compared. */
  #compare(caveat: string | null): void {
    const { expectation } = this.#run;
    const events = this.#connection?.events ?? [];
    this.#view.expectation.show(expectation, events, caveat);
    if (caveat !== null || expectation.expected === null) return;
    const differences = compareClose(expectation.expected, events).filter(({ agrees }) => !agrees);
    this.#host.dispatch("wasclean:compare", { differences: differences.map(({ field }) => field) });
  }
}

const endings: Partial<Record<ObservedEvent["kind"], string>> = {
  close: "Closed after",
  exception: "Not connected: the constructor threw after",
  abort: "Stopped after",
};

function endWords(events: readonly ObservedEvent[]): string {
  const last = events.findLast(({ kind }) => endings[kind] !== undefined);
  return last === undefined ? "Ended." : `${endings[last.kind]} ${describeTime(last.at)}.`;
}
