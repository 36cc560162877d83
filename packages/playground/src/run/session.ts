import { readLabUrl } from "../observe/lab-url.ts";
import type { LaterParts } from "./later-parts.ts";
import { LiveRun, type RunEffects } from "./live-run.ts";
import { type Choice, createRun, type RunLab } from "./run.ts";
import type { PlaygroundState, ShownRun } from "./shown-run.ts";

/** The most connections at once. */
const LIMIT = 8;

/** A session's access to its element. */
export interface SessionHost {
  readonly element: HTMLElement;
  readonly view: SessionView;
  setState(state: PlaygroundState, status: string): void;
  dispatch: RunEffects["dispatch"];
  /** Adds a style sheet. */
  adopt(css: string): void;
}

/** The parts of the element's view that a session uses. */
export interface SessionView {
  readonly choice: { read(): Choice | null; update(): void };
  readonly tools: HTMLElement;
  show(run: ShownRun | null): void;
}

/** The runs of one element, and where they connect to. */
export class Session {
  readonly host: SessionHost;
  runs: ShownRun[] = [];
  shown: ShownRun | null = null;
  /** `live`: always a lab; `recorded`: never; else a lab where one answers. */
  mode: string | null = null;
  protocols: string[] = [];
  /** The engine whose recordings are shown; `null`: the first. */
  engine: string | null = null;
  /** The reader's choice of a lab, instead of the attribute's. */
  lab: string | null = null;
  /** Present while a lab is looked for. */
  asking: AbortController | null = null;
  readonly #loadParts: (session: Session) => Promise<LaterParts>;
  #loading: Promise<LaterParts | null> | undefined;
  #parts: LaterParts | null = null;

  constructor(host: SessionHost, loadParts: (session: Session) => Promise<LaterParts>) {
    this.host = host;
    this.#loadParts = loadParts;
  }

  /** Loads the later parts, once; `null` where that fails. The first part works meanwhile, and without them. */
  load(): Promise<LaterParts | null> {
    this.#loading ??= this.#loadParts(this).then(
      (parts) => {
        this.#parts = parts;
        this.host.view.choice.update();
        this.show(this.shown);
        return parts;
      },
      () => {
        this.host.view.tools.textContent = "The rest of the playground could not be loaded. You may be offline.";
        return null;
      },
    );
    return this.#loading;
  }

  get isBusy(): boolean {
    return this.asking !== null || (this.shown !== null && this.shown.state !== "closed");
  }

  get isFull(): boolean {
    return this.asking !== null || this.runs.filter(({ state }) => state !== "closed").length >= LIMIT;
  }

  /** Runs the reader's choice. The later parts look for the lab; without them it is taken for granted. */
  async connect(): Promise<void> {
    if (this.isFull) return;
    const choice = this.host.view.choice.read();
    if (choice === null) return this.say("Not connected: a field needs another value.");
    const loading = this.load();
    if (choice.ending === null && this.mode !== "recorded") return void this.run(choice, null);
    const given = this.lab ?? this.host.element.getAttribute("lab") ?? "/lab/";
    const url = readLabUrl(given, document.baseURI);
    if (url === null) return this.say(`Not connected: the lab “${given}” is not an http: or https: address.`);
    this.asking = new AbortController();
    this.show(null);
    this.host.setState("connecting", "Loading…");
    const parts = await loading;
    if (parts) return parts.actions.connect(choice, url, () => parts.details.replay(choice));
    const { aborted } = this.asking.signal;
    this.asking = null;
    if (aborted) this.say("Not connected.");
    else this.run(choice, { url, ports: {} });
  }

  /** Closes the run shown, or stops looking for the lab. */
  disconnect(): void {
    this.asking?.abort();
    this.shown?.close?.();
  }

  /** Stops every run, and releases what they hold. */
  stop(): void {
    this.asking?.abort();
    for (const run of this.runs) run.stop();
  }

  /** Shows a run as it stands, or with `null` none. */
  show(run: ShownRun | null): void {
    this.shown = run;
    this.host.view.show(run);
    this.#parts?.details.show(run);
    this.#parts?.actions.show(run);
    if (this.asking === null) this.say(run ? `${run.words} Mode: ${run.label}.` : "Not connected.");
  }

  /** Sets the status of the run shown, or of the element without one. */
  say(status: string): void {
    this.host.setState(this.shown?.state ?? "idle", status);
  }

  /** Plans a run: against a lab, or with `null` against the reader's URL. */
  plan(choice: Choice, lab: RunLab | null) {
    const { protocol, host } = location;
    return createRun(choice, lab, this.protocols, {
      userAgent: navigator.userAgent,
      page: { protocol, host, online: true },
      startedAt: new Date().toISOString(),
    });
  }

  /** Starts another run next to the current ones. */
  run(
    choice: Choice,
    lab: RunLab | null,
    plan = this.plan(choice, lab),
    effects?: Partial<RunEffects>,
    watching?: AbortController,
  ): LiveRun {
    const run = new LiveRun(plan, {
      WebSocket,
      document,
      isOnline: () => navigator.onLine,
      changed: () => this.show(this.shown),
      dispatch: this.host.dispatch,
      ...effects,
    });
    this.runs.push(run);
    this.shown = run;
    const ended = run.start(watching);
    void this.load().then((parts) => parts?.details.follow(run, ended));
    return run;
  }
}
