import { dayWords, engineName } from "../facts/engine-words.ts";
import { engineOf } from "../facts/engines.ts";
import type { Comparison } from "./comparison.ts";

const lists = new Intl.ListFormat("en");

/** Whether `subject`, e.g. `This browser`, agrees with the specifications, in a sentence. */
export function specificationVerdict({ caveat, expected, differences, details }: Comparison, subject: string): string {
  if (caveat !== null) return caveat;
  if (expected === null) return "The specifications leave this open.";
  const reading = details?.inferred
    ? " The expectation is our reading: they forbid this, and do not say what a client should do."
    : "";
  return agreementWords(differences, subject, "the specifications") + reading;
}

/** Whether a browser agrees with the observation of its engine, in sentences; empty where nothing was observed. */
export function engineVerdict({ own, seen, measured }: Comparison, subject: string, userAgent: string): string {
  if (seen === null || measured.length === 0) return "";
  if (own === null) {
    const why = /AppleWebKit/.test(userAgent) ? " WebKitGTK was; it is not Safari." : "";
    return `${subject}’s engine was not measured.${why}`;
  }
  const { engine, reason, differences } = own;
  if (differences === null) return `${engineName(engine)} was not measured here. ${reason ?? ""}`;
  const major = engineOf(userAgent)?.major;
  const isOther = major && major !== engine.version.split(".")[0];
  const record = `${engineName(engine)} as measured on ${dayWords(engine.observedOn)}`;
  return agreementWords(differences, subject, record) + (isOther ? ` Its version is ${major}.` : "");
}

function agreementWords(differences: readonly string[], subject: string, other: string): string {
  return differences.length === 0
    ? `✓ ${subject} agrees with ${other}.`
    : `✗ ${subject} differs from ${other} in ${lists.format(differences)}.`;
}
