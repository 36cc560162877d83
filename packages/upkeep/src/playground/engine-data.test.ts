import { ENDINGS, OBSERVATIONS } from "@wasclean/data/load";
import type { Ending, Observation, Observations } from "@wasclean/schema";
import { describe, expect, it } from "vitest";
import { findDetails, readLine } from "../../../playground/src/facts/ending-details.ts";
import { engines, observationsOf } from "../../../playground/src/facts/engines.ts";
import { engineData } from "./engine-data.ts";

const endings = ENDINGS;
const observations = OBSERVATIONS;

describe("what is read back", () => {
  it.each(endings.map((ending) => [ending.id, ending] as const))("%s", (id, ending) => {
    const { expected, inferred, expectedForCodes, expectedForLongReason, citation, server } = ending;
    const wanted = { id, expected, inferred, expectedForCodes, expectedForLongReason, citation, server };
    const details = findDetails(id);
    expect(details).toMatchObject(JSON.parse(JSON.stringify(wanted)));
    expect([details?.inferred, details?.expectedForCodes, details?.expectedForLongReason]).toEqual([
      inferred,
      expectedForCodes,
      expectedForLongReason,
    ]);
    expect(observationsOf(id).map(({ observation, reason }) => [observation, reason])).toEqual(
      observations.map(({ results, notMeasured }) => [results[id] ?? null, notMeasured[id] ?? null]),
    );
  });

  it("has each engine with its version, system, day and note", () => {
    expect(engines).toEqual(
      observations.map(({ engine, observedOn }) => ({ ...engine, observedOn, note: engine.note ?? null })),
    );
  });
});

describe("engineData", () => {
  const hostile = "`$" + "{a}\\ |;/~,:*?#% 5000 – \u0000\ufeff👩🏽‍🚀\n-";
  const base: Ending = {
    id: "x",
    group: "close-code",
    title: "x",
    initiator: "server",
    server: `Says 5000 ${hostile}`,
    parameters: [],
    connectsTo: "lab",
    client: [],
    expected: null,
    citation: [
      { specification: "RFC 6455", section: "§7.1", url: "https://www.rfc-editor.org/rfc/rfc6455#section-7.1" },
    ],
  };
  const seen: Observation = {
    events: ["open", "message", "error", "close"],
    code: 5000,
    reason: hostile,
    wasClean: false,
    throws: hostile,
    seconds: 12,
    serverSaw: [
      { kind: "frame", opcode: 8, length: 1, code: null, reason: "" },
      { kind: "frame", opcode: 8, length: 9, code: 5000, reason: hostile },
      { kind: "frame", opcode: 10, length: 0 },
      { kind: "bytes", length: 7 },
      { kind: "timeout" },
      { kind: "rst" },
    ],
    runs: 7,
    stable: true,
  };
  const none = { events: [], code: null, reason: null, wasClean: null, throws: null, seconds: null, serverSaw: [] };
  const variants = [
    { ...none, runs: 2 },
    { ...seen, runs: 3 },
  ].map(({ ...variant }) => {
    Reflect.deleteProperty(variant, "stable");
    return variant;
  });
  const measured = (observation: Observation | string): Observations => ({
    engine: { id: "e", name: "E", version: "1", os: "O" },
    observedOn: "2026-01-01",
    results: typeof observation === "string" ? {} : { x: observation },
    notMeasured: typeof observation === "string" ? { x: observation } : {},
  });
  /** The last line, as a module would give it. */
  const lineOf = (ending: Ending, all: Observations[]) => {
    const text = engineData([ending], all);
    const literal = text.slice(text.indexOf("endingLines = `") + 15, text.lastIndexOf("`"));
    expect(literal).not.toMatch(/[`\\]|\$\{/);
    return readLine(literal.trim().replaceAll("#", String(ending.presetOf?.code)));
  };

  it.each([null, 5000])("keeps what is rare, with the preset's code %s", (code) => {
    const ending = code === null ? base : { ...base, presetOf: { ending: "y", code } };
    // A preset stands behind its ending, which there has to be.
    const all = [measured(seen), measured(hostile), measured({ ...none, runs: 5, stable: false, variants })];
    const text = code === null ? lineOf(ending, all) : readPreset(ending, all);
    expect(text.server).toBe(base.server);
    expect(text.seen).toEqual([seen, hostile, { ...none, runs: 5, stable: false, variants }]);
  });

  const readPreset = (ending: Ending, all: Observations[]) => {
    const text = engineData([{ ...base, id: "y" }, ending], all);
    return readLine(`${text.split("\n").at(-3)}`.replaceAll("#", "5000"));
  };

  it("puts the code of a preset down once for all", () => {
    const ending = { ...base, presetOf: { ending: "y", code: 5000 } };
    expect(
      engineData([{ ...base, id: "y" }, ending], [])
        .split("\n")
        .at(-3),
    ).not.toContain("5000");
  });
});
