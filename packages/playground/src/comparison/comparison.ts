import type { Outcome } from "@wasclean/schema";
import { type EndingDetails, findDetails } from "../facts/ending-details.ts";
import { type EngineObservation, engineOf, observationsOf } from "../facts/engines.ts";
import { callsIn, differingFields, type OutcomeField, outcomeOf, type ScriptOutcome } from "../facts/outcome-fields.ts";
import { valuesOf } from "../observe/client-steps.ts";
import { expectedOf } from "../observe/expected-of.ts";
import { REASON_LIMIT, utf8Length } from "../observe/utf8-length.ts";
import type { RunData } from "../run/run-data.ts";

/** A run, compared with the specifications and with the engines' observations. */
export interface Comparison {
  /** The ending, or its preset with the code chosen; `null` for a URL of the reader's own. */
  details: EndingDetails | null;
  /** `null` where the specifications leave it open. */
  expected: ScriptOutcome | null;
  /** The outcome that script saw; `null` where it cannot be compared. */
  seen: ScriptOutcome | null;
  /** Why the run cannot be compared, in a sentence; else `null`. */
  caveat: string | null;
  /** The fields that differ from the specifications. */
  differences: OutcomeField[];
  /** The engines' observations of this ending; empty where this code was not measured. */
  measured: EngineObservation[];
  /** Remarks on the measurements, in sentences. */
  notes: string[];
  /** The observation of this browser's engine, and the fields that differ from its nearest outcome; `null` for an engine that was not measured. */
  own: (EngineObservation & { differences: OutcomeField[] | null }) | null;
}

/** Compares a run in its current state. */
export function compareRun(run: RunData, state: "running" | "ended"): Comparison {
  const details = findDetails(run.ending, run.code);
  if (details === null) return { ...nothing, caveat: "Nothing to compare: what your server does is not known here." };
  const chosen = valuesOf(details, { code: run.code ?? undefined, reason: run.reason ?? undefined });
  const isLong = utf8Length(chosen.reason) > REASON_LIMIT;
  const longer = isLong ? findDetails(details.expectedForLongReason ?? null) : null;
  const close = expectedOf(details, chosen, longer ? [longer] : []);
  const expected = close && { ...close, events: [...close.events], throws: details.expected?.throws ?? null };
  const caveat = caveatOf(run, state, details);
  const seen = caveat === null ? outcomeOf(run.events, details.client.length) : null;
  const usual = valuesOf(details, {});
  const isMeasured = details.presetCode !== null || chosen.code === usual.code;
  const measured = observationsOf(longer?.id ?? (isMeasured ? details.id : null)).filter(
    ({ observation, reason }) => observation ?? reason,
  );
  const isOtherReason = !longer && chosen.reason !== usual.reason;
  return {
    details,
    expected,
    seen,
    caveat,
    measured,
    differences: expected && seen ? differingFields(expected, seen) : [],
    notes: [
      ...(isMeasured || longer ? [] : [`The code ${chosen.code} was not measured.`]),
      ...(isOtherReason && isMeasured ? ["Measured with another reason, which is not compared."] : []),
    ],
    own: run.mode === "live" ? ownOf(run.userAgent, measured, seen, isOtherReason) : null,
  };
}

const nothing = { details: null, expected: null, seen: null, differences: [], measured: [], notes: [], own: null };

/** Why a run cannot be compared; else `null`. Without an `open` event the lab must confirm the connection: an absent lab leads to 1006 too. */
function caveatOf(run: RunData, state: string, { client, connectsTo, expected }: EndingDetails): string | null {
  const { events, mode, record } = run;
  if (state === "running") return "Not compared yet: the connection has not ended.";
  if (mode === "recorded") return null;
  const has = (wanted: string) => events.some(({ kind }) => kind === wanted);
  const leaves = connectsTo === "lab-forbidden-by-csp" || client.some((step) => step.do === "leave-page");
  if (has("abort") && !leaves) return "Not compared: the connection was no longer watched.";
  const isStepping = has("open") || client.some((step) => "whileConnecting" in step);
  const calls = callsIn(events);
  const own = isStepping ? client.length : 0;
  if (calls.slice(own).some((call) => call.kind === "close-called" && call.exception === null)) {
    return "Not compared: you closed the connection before it ended in the way chosen.";
  }
  if (expected?.throws === undefined && calls.slice(0, own).some(({ exception }) => exception)) {
    return "Nothing to compare: the call was refused, and the ending did not happen.";
  }
  const isUnsure = /^(lab|own-port)$/.test(connectsTo) && record === null && !has("open") && !has("exception");
  return isUnsure ? "Not compared: the lab has not said that the connection reached it." : null;
}

function ownOf(
  userAgent: string,
  measured: readonly EngineObservation[],
  seen: ScriptOutcome | null,
  isOtherReason: boolean,
): Comparison["own"] {
  const id = engineOf(userAgent)?.engine.id;
  const found = measured.find(({ engine }) => engine.id === id);
  if (found === undefined) return null;
  const counts = (field: OutcomeField) => field !== "reason" || !isOtherReason;
  const each = outcomesIn(found).map((outcome) => seen && differingFields(outcome, seen).filter(counts));
  // The nearest outcome counts: one that agrees is enough.
  const [nearest = null] = each.sort((a, b) => (a?.length ?? 0) - (b?.length ?? 0));
  return { ...found, differences: nearest };
}

/** An engine's outcomes, the most frequent first; empty where it was not measured. */
export function outcomesIn({ observation }: EngineObservation): (Outcome & { runs: number })[] {
  if (observation === null) return [];
  return observation.variants ?? [observation];
}
