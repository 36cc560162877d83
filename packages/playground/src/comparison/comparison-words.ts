import { type Engine, engineOf } from "../facts/engines.ts";
import type { Comparison } from "./comparison.ts";

const lists = new Intl.ListFormat("en");

/** An ISO day as people write it: `22 November 2026`. */
export function dayWords(day: string): string {
  return new Date(day).toLocaleDateString("en-GB", { dateStyle: "long", timeZone: "UTC" });
}

/** An engine with its version. */
export function engineName({ name, version }: Engine): string {
  return `${name} ${version}`;
}

/** Whether `subject`, e.g. `This browser`, does what the specifications expect, in a sentence. */
export function verdictWords({ caveat, expected, differences, details }: Comparison, subject: string): string {
  if (caveat !== null) return caveat;
  if (expected === null) return "The specifications leave this open.";
  const reading = details?.inferred
    ? " The expectation is our reading: they forbid this, and do not say what a client is to do."
    : "";
  return agreementWords(differences, subject, "the specifications") + reading;
}

/** Whether a browser does what its engine was seen to do, in sentences; empty where nothing is to be said. */
export function engineWords({ own, seen, measured }: Comparison, subject: string, userAgent: string): string {
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
