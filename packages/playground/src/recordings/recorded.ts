import type { Observation, WireEvent } from "@wasclean/schema";
import { type EndingDetails, findDetails } from "../facts/ending-details.ts";
import { dayWords, engineName } from "../facts/engine-words.ts";
import { observationsOf } from "../facts/engines.ts";
import { clientStepsOf, valuesOf } from "../observe/client-steps.ts";
import type { ObservedEvent } from "../observe/observed-event.ts";
import { summarizeMessage } from "../observe/summarize-message.ts";
import type { RunData } from "../run/run-data.ts";

/** Where `npx @wasclean/lab` listens. */
const HOST = "localhost:4322";

/** The engines with a recording of an ending, or of its preset with a code; `label` has name, version and day. */
export function recordedEngines(ending: string | null, code: number | null = null): { id: string; label: string }[] {
  return observationsOf(ending, code).flatMap(({ engine, observation }) =>
    observation === null ? [] : { id: engine.id, label: `${engineName(engine)}, ${dayWords(engine.observedOn)}` },
  );
}

/**
 * An engine's observation as a run: `at` counts the events, because times were not recorded except for the whole
 * seconds up to the `close` event. `null` where there is no recording.
 */
export function recordingOf(engineId: string, ending: string | null, code: number | null = null): RunData | null {
  const details = findDetails(ending, code);
  const found = observationsOf(ending, code).find(({ engine }) => engine.id === engineId);
  if (details === null || !found?.observation) return null;
  const { engine, observation } = found;
  const chosen = valuesOf(details, { code: details.presetCode ?? undefined });
  const has = (wanted: string) => details.parameters.some(({ name }) => name === wanted);
  return {
    format: "wasclean-run",
    version: 1,
    mode: "recorded",
    engine: engineId,
    url: `ws://${HOST}/lab/${details.id}`,
    protocols: [...(details.subprotocols ?? [])],
    ending: details.row,
    code: has("code") ? chosen.code : null,
    reason: has("reason") ? chosen.reason : null,
    startedAt: `${engine.observedOn}T00:00:00.000Z`,
    userAgent: `${engineName(engine)}, ${engine.os}`,
    page: { protocol: "http:", host: HOST, online: true },
    events: eventsOf(observation, details),
    wire: wireOf(observation),
    record: null,
    violations: [],
    localNetwork: null,
  };
}

/** The public name. */
export { recordingOf as replay };

/** The client's side of the wire, in the lab's order. */
function wireOf({ serverSaw }: Pick<Observation, "serverSaw">): WireEvent[] {
  return serverSaw.map((saw, at) => {
    if (saw.kind === "timeout") return { at, by: "server", kind: "timeout" };
    if (saw.kind === "frame") return { ...saw, at, by: "client", fin: true, rsv: 0, masked: true };
    return { ...saw, at, by: "client" };
  });
}

type Call = Extract<ObservedEvent, { kind: "close-called" | "send-called" }>;

/** The socket's events, and the page's calls where it makes them: at once, or once open. */
function eventsOf(observation: Observation, details: EndingDetails): ObservedEvent[] {
  const { events, throws } = observation;
  const thrown = throws === null ? null : { name: throws, message: "" };
  const isEarly = details.client.some((step) => "whileConnecting" in step);
  const calls = isEarly || events.includes("open") ? callsOf(details) : [];
  // The recorded exception is the first one: of the first call, or of the constructor.
  if (thrown !== null && calls[0] === undefined) return [{ at: 0, kind: "exception", ...thrown }];
  if (calls[0] !== undefined) calls[0].exception = thrown;
  const fired = events.map((kind) => firedEvent(kind, observation, details));
  const all = fired.toSpliced(isEarly ? 0 : events.indexOf("open") + 1, 0, ...calls);
  const { seconds } = observation;
  return all.map((event, at) => ({ ...event, at: event.kind === "close" && seconds ? seconds * 1000 : at }));
}

/** The page's own calls. A preset's parameters have their defaults, because only servers send presets. */
function callsOf(details: EndingDetails): Call[] {
  return clientStepsOf(details, {}).flatMap((step): Call[] => {
    const common = { at: 0, exception: null };
    if (step.do === "send") return [{ ...common, kind: "send-called", ...summarizeMessage(step.data) }];
    if (step.do !== "close") return [];
    return [{ ...common, kind: "close-called", code: step.code ?? null, reason: step.reason ?? null }];
  });
}

function firedEvent(kind: string, { code, reason, wasClean }: Observation, { server }: EndingDetails): ObservedEvent {
  if (kind === "open") return { at: 0, kind, protocol: "", extensions: "" };
  if (kind === "error") return { at: 0, kind };
  if (kind === "close") return { at: 0, kind, code: code ?? 0, reason: reason ?? "", wasClean: wasClean ?? false };
  // The text of a message was not recorded; the server's sentence names it, or it is “hello”.
  const [, text = "hello"] = /text “(.+?)”/.exec(server) ?? [];
  return { at: 0, kind: "message", ...summarizeMessage(text) };
}
