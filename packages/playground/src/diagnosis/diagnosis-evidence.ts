import { closeOf, type ObservedEvent } from "../observe/observed-event.ts";
import type { RunData } from "../run/run-data.ts";
import { type MeasuredEngine, measuredEngineOf } from "./measured-engine.ts";

/** The facts about a run's end; times are in milliseconds. */
export interface Evidence {
  run: RunData;
  /** Of the URL, without the port; an IPv6 address has brackets. */
  host: string;
  isSecure: boolean;
  /** The URL is this computer itself. */
  isHere: boolean;
  opened: EventOf<"open"> | undefined;
  /** An `error` event before the `close` event. */
  error: EventOf<"error"> | undefined;
  close: EventOf<"close"> | undefined;
  thrown: EventOf<"exception"> | undefined;
  /** The first call of `close()` that was not refused. */
  closing: EventOf<"close-called"> | undefined;
  /** The constructor threw for another reason than an invalid URL or subprotocol. */
  isForbidden: boolean;
  /** The page's policy forbade the URL. */
  isViolation: boolean;
  /** A Close frame came. */
  hasFrame: boolean;
  /** When it failed or ended; `null` where it has not, or was no longer watched. */
  endedAt: number | null;
  /** Since the last message or call, or since `open`. */
  quiet: number;
  /** `null` for a browser that was not measured. */
  engine: MeasuredEngine | null;
}

type EventOf<K extends ObservedEvent["kind"]> = Extract<ObservedEvent, { kind: K }>;

const loopback = /^(localhost|.*\.localhost|127\.[\d.]+|\[::1\])$/;

/** Whether a host is this computer itself; a port may stand behind it. */
export function isLoopback(host: string): boolean {
  return loopback.test(host.replace(/:\d+$/, ""));
}

/** Reads a run. */
export function evidenceOf(run: RunData): Evidence {
  const { events } = run;
  const find = <K extends ObservedEvent["kind"]>(kind: K) =>
    events.find((event): event is EventOf<K> => event.kind === kind);
  const [opened, error, thrown] = [find("open"), find("error"), find("exception")];
  const close = closeOf(events);
  const endedAt = (close ?? thrown ?? error)?.at ?? null;
  // Calls in a listener of the last event come too late to be the cause.
  const end = events.findIndex(({ kind }) => /error|close$|exception/.test(kind));
  const before = events
    .slice(0, end < 0 ? undefined : end)
    .filter((event) => !("exception" in event && event.exception));
  const { hostname: host = "", href = "" } = URL.parse(run.url) ?? {};
  return {
    run,
    host,
    isSecure: /^(wss|https):/.test(href),
    isHere: isLoopback(host),
    opened,
    error,
    close,
    thrown,
    closing: before.find((event) => event.kind === "close-called"),
    isForbidden: thrown !== undefined && thrown.name !== "SyntaxError",
    // Policies name the URL, its origin, or its scheme alone.
    isViolation:
      !opened &&
      run.violations.some(
        ({ directive, blockedURI }) => directive === "connect-src" && blockedURI && href.startsWith(blockedURI),
      ),
    hasFrame: close !== undefined && (close.code !== 1006 || close.wasClean),
    endedAt: find("abort") ? null : endedAt,
    quiet: (endedAt ?? 0) - (before.at(-1)?.at ?? 0),
    engine: measuredEngineOf(run.userAgent),
  };
}
