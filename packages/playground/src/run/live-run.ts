import type { ResolvedStep } from "../observe/client-steps.ts";
import { type ObservedConnection, type ObservedEvent, Observer, type SocketConstructor } from "../observe/observer.ts";
import { watchViolations } from "../observe/watch-violations.ts";
import { describeEnd } from "./describe-end.ts";
import type { ConnectionDetail, PlaygroundEventDetails } from "./playground-events.ts";
import type { Run } from "./run.ts";
import type { ShownRun } from "./shown-run.ts";

/** What a run does to the world around it. */
export interface RunEffects {
  WebSocket: SocketConstructor;
  /** Where violations of the page's policy are heard of. */
  document: Pick<Document, "addEventListener">;
  isOnline(): boolean;
  /** Something about the run has changed. */
  changed(run: LiveRun): void;
  dispatch<K extends keyof PlaygroundEventDetails>(type: K, detail: PlaygroundEventDetails[K]): void;
}

/** One run from the socket's making to its end, and on until nobody wants to know of it. */
export class LiveRun implements ShownRun {
  readonly run: Run;
  state: ShownRun["state"] = "connecting";
  words = "Connecting…";
  readonly #effects: RunEffects;
  readonly #controller = new AbortController();
  #connection: ObservedConnection | undefined;

  constructor(run: Run, effects: RunEffects) {
    this.run = run;
    this.#effects = effects;
  }

  get data() {
    return this.run.data;
  }

  get label() {
    return this.run.label;
  }

  /** Aborted once nobody wants to know of the run any more. */
  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  /** Opens the connection. `watching` ends the watching alone: the lab is asked all the same. Fulfilled once the connection has ended. */
  async start(watching = new AbortController()): Promise<void> {
    const { data } = this;
    const effects = this.#effects;
    const signal = AbortSignal.any([this.signal, watching.signal]);
    watchViolations(effects.document, data.violations, signal);
    this.dispatch("wasclean:connect", {});
    this.changed();
    this.#connection = new Observer(data.url, {
      WebSocket: effects.WebSocket,
      protocols: data.protocols.length > 0 ? data.protocols : undefined,
      signal,
      onEvent: (event) => this.#take(event),
    });
    for (const step of this.run.steps) if ("whileConnecting" in step) this.#do(step);
    this.words = describeEnd(await this.#connection.done);
    this.state = "closed";
    data.page.online = effects.isOnline();
    watching.abort();
    this.dispatch("wasclean:end", { events: data.events });
    this.changed();
  }

  close(code?: number, reason?: string) {
    return this.#connection?.close(code, reason) ?? null;
  }

  send(data: Parameters<ObservedConnection["send"]>[0]) {
    return this.#connection?.send(data) ?? null;
  }

  /** Closes the socket and lets go of everything. */
  stop(): void {
    this.#controller.abort();
  }

  /** Tells the page's listeners, with what every event says of its connection. */
  dispatch<K extends keyof PlaygroundEventDetails>(
    type: K,
    detail: Omit<PlaygroundEventDetails[K], keyof ConnectionDetail>,
  ): void {
    const { url, ending } = this.data;
    const about = { url, ending, connection: this.run.record?.connection ?? null };
    this.#effects.dispatch(type, { ...about, ...detail } as PlaygroundEventDetails[K]);
  }

  /** Has the run shown as it is now. */
  changed(): void {
    this.#effects.changed(this);
  }

  #take(event: ObservedEvent): void {
    this.data.events.push(event);
    this.dispatch("wasclean:event", { event });
    if (event.kind === "open") {
      this.state = "open";
      this.words = "Open.";
      for (const step of this.run.steps) this.#do(step);
    }
    this.changed();
  }

  #do(step: ResolvedStep): void {
    const exception =
      step.do === "send"
        ? this.#connection?.send(step.data)
        : step.do === "close" && this.#connection?.close(step.code, step.reason);
    if (exception) this.words = `Open: the browser refused the call of ${step.do}().`;
  }
}
