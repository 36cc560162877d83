import type { Actions } from "../actions/actions.ts";
import { readLabUrl } from "../observe/lab-url.ts";
import type { Details } from "../playground/details.ts";
import type { PlaygroundState, PlaygroundView } from "../playground/playground-view.ts";
import { LiveRun, type RunEffects } from "./live-run.ts";
import { type Choice, createRun, type RunLab } from "./run.ts";
import type { ShownRun } from "./shown-run.ts";

/** The most connections at once. */
const LIMIT = 8;

/** What a session does to its element. */
export interface SessionHost {
  readonly element: HTMLElement;
  readonly view: PlaygroundView;
  setState(state: PlaygroundState, status: string): void;
  dispatch: RunEffects["dispatch"];
  /** Adds to the style sheets. */
  adopt(css: string): void;
}

/** The runs of one element, and where they go. */
export class Session {
  readonly host: SessionHost;
  runs: ShownRun[] = [];
  shown: ShownRun | null = null;
  /** `live`: to a lab; `recorded`: to none; else to a lab where there is one. */
  mode: string | null = null;
  protocols: string[] = [];
  /** The engine whose recordings are shown; `null`: the first. */
  engine: string | null = null;
  /** A lab that the reader chose instead of the attribute's. */
  lab: string | null = null;
  /** While it is being found out whether there is a lab. */
  asking: AbortController | null = null;
  #loading: Promise<[Details, Actions] | []> | undefined;
  #parts: [Details, Actions] | [] = [];

  constructor(host: SessionHost) {
    this.host = host;
  }

  /** Loads the parts that come later, once; the first part goes on meanwhile, and without them where they do not come. */
  load(): Promise<[Details, Actions] | []> {
    this.#loading ??= Promise.all([import("../playground/details.ts"), import("../actions/actions.ts")]).then(
      ([{ createDetails }, { createActions }]) => {
        this.#parts = [createDetails(this), createActions(this)];
        this.host.view.choice.update();
        this.show(this.shown);
        return this.#parts;
      },
      () => {
        this.host.view.tools.textContent = "What explains a run could not be loaded. You may be offline.";
        return [];
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

  /** Does what is chosen. Where a lab is needed, what was loaded finds it, or says why there is none; without that the lab is taken for granted. */
  async connect(): Promise<void> {
    if (this.isFull) return;
    const choice = this.host.view.choice.read();
    if (choice === null) return this.say("Not connected: a field needs another value.");
    const parts = this.load();
    if (choice.ending === null && this.mode !== "recorded") return void this.run(choice, null);
    const given = this.lab ?? this.host.element.getAttribute("lab") ?? "/lab/";
    const url = readLabUrl(given, document.baseURI);
    if (url === null) return this.say(`Not connected: the lab “${given}” is no http: or https: address.`);
    this.asking = new AbortController();
    this.show(null);
    this.host.setState("connecting", "Loading…");
    const [details, actions] = await parts;
    if (details && actions) return actions.connect(choice, url, () => details.replay(choice));
    const { aborted } = this.asking.signal;
    this.asking = null;
    if (aborted) this.say("Not connected.");
    else this.run(choice, { url, ports: {} });
  }

  /** Closes what is shown, or stops looking for the lab. */
  disconnect(): void {
    this.asking?.abort();
    this.shown?.close?.();
  }

  /** Ends everything, and lets go of it. */
  stop(): void {
    this.asking?.abort();
    for (const run of this.runs) run.stop();
  }

  /** Shows one run as it stands, or with `null` none. */
  show(run: ShownRun | null): void {
    this.shown = run;
    this.host.view.show(run);
    for (const part of this.#parts) part.show(run);
    if (this.asking === null) this.say(run ? `${run.words} Mode: ${run.label}.` : "Not connected.");
  }

  /** Says something of what is shown, or while nothing is. */
  say(status: string): void {
    this.host.setState(this.shown?.state ?? "idle", status);
  }

  /** Plans a run: against a lab, or with `null` against a URL of one's own. */
  plan(choice: Choice, lab: RunLab | null) {
    const { protocol, host } = location;
    return createRun(choice, lab, this.protocols, {
      userAgent: navigator.userAgent,
      page: { protocol, host, online: true },
      startedAt: new Date().toISOString(),
    });
  }

  /** Runs it beside those that there are. */
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
    void this.load().then(([details]) => details?.follow(run, ended));
    return run;
  }
}
