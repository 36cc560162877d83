import type { ResolvedStep } from "../observe/client-steps.ts";
import { type ObservedConnection, type ObservedEvent, Observer, type SocketConstructor } from "../observe/observer.ts";
import { watchViolations } from "../observe/watch-violations.ts";
import { describeEnd } from "./describe-end.ts";
import type { ConnectionDetail, PlaygroundEventDetails } from "./playground-events.ts";
import type { Run } from "./run.ts";
import type { ShownRun } from "./shown-run.ts";

/** Milliseconds for which changes are gathered that may come by the thousand. */
const GATHER = 50;

/** The effects of a run. */
export interface RunEffects {
  WebSocket: SocketConstructor;
  /** The target of `securitypolicyviolation` events. */
  document: Pick<Document, "addEventListener">;
  isOnline(): boolean;
  /** Called after each change of the run. */
  changed(run: LiveRun): void;
  dispatch<K extends keyof PlaygroundEventDetails>(type: K, detail: PlaygroundEventDetails[K]): void;
}

/** One run, from opening the socket until `stop()` is called. */
export class LiveRun implements ShownRun {
  readonly run: Run;
  state: ShownRun["state"] = "connecting";
  words = "Connecting…";
  dropped = 0;
  readonly #effects: RunEffects;
  readonly #controller = new AbortController();
  #connection: ObservedConnection | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

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

  /** Aborted by `stop()`. */
  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  /** Opens the connection. Aborting `watching` stops the observation only: the lab is still asked. Resolves at the end of the connection. */
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
      onDrop: () => {
        this.dropped += 1;
        this.changedSoon();
      },
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

  /** Closes the socket, and stops asking the lab. */
  stop(): void {
    clearTimeout(this.#timer);
    this.#controller.abort();
  }

  /** Dispatches an event of the element, with the details of the connection. */
  dispatch<K extends keyof PlaygroundEventDetails>(
    type: K,
    detail: Omit<PlaygroundEventDetails[K], keyof ConnectionDetail>,
  ): void {
    const { url, ending } = this.data;
    const about = { url, ending, connection: this.run.record?.connection ?? null };
    this.#effects.dispatch(type, { ...about, ...detail } as PlaygroundEventDetails[K]);
  }

  /** Requests a redraw. */
  changed(): void {
    this.#effects.changed(this);
  }

  /** Requests a redraw for this change and those that follow at once. */
  changedSoon(): void {
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      this.changed();
    }, GATHER);
  }

  #take(event: ObservedEvent): void {
    this.data.events.push(event);
    this.dispatch("wasclean:event", { event });
    if (event.kind === "open") {
      this.state = "open";
      this.words = "Open.";
      for (const step of this.run.steps) this.#do(step);
    }
    if (event.kind === "message") this.changedSoon();
    else this.changed();
  }

  #do(step: ResolvedStep): void {
    const exception =
      step.do === "send"
        ? this.#connection?.send(step.data)
        : step.do === "close" && this.#connection?.close(step.code, step.reason);
    if (exception) this.words = `Open: the browser refused the call of ${step.do}().`;
  }
}
