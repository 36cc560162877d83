import { expect, test } from "vitest";
import type { DataSet } from "../data-set.ts";
import { type Rule, toPointer } from "../rule.ts";
import { validData } from "./valid-data.ts";

/** A data set that a rule is to refuse: what is done to the valid one, and what the only finding is. */
export type Negative = readonly [name: string, spoil: (data: Draft) => void, place: string, message: RegExp];

/** A data set as a test writes to it. */
// biome-ignore lint/suspicious/noExplicitAny: a test breaks it in ways that its types forbid.
export type Draft = { [K in keyof DataSet]: any };

/** Tests of a rule: it accepts the valid data set, and finds just the one thing in each of the others. */
export function testRule(rule: Rule, negatives: readonly Negative[]): void {
  test(`${rule.name} accepts valid data`, () => {
    expect(rule.check(validData())).toEqual([]);
  });

  test.each(negatives)(`${rule.name} refuses %s`, (_, spoil, place, message) => {
    const data = validData();
    spoil(data as Draft);
    const [finding, ...others] = rule.check(data);
    expect(others).toEqual([]);
    expect(finding && `${finding.file}${toPointer(finding.path)}`).toBe(place);
    expect(finding?.message).toMatch(message);
    expect(finding?.remedy).toMatch(/^[^\n]{5,}\.$/);
  });
}
