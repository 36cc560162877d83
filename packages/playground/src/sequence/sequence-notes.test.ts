import { expect, it } from "vitest";
import type { RunData } from "../run/run-data.ts";
import { handshake, runOf } from "../testing/sequence-fixtures.ts";
import { sequenceNotes } from "./sequence-notes.ts";

const request = [handshake(0, "client")];

it.each<[string, RunData["mode"], RunData["wire"], boolean, RegExp[]]>([
  ["says that there are two clocks", "live", request, false, [/two clocks/]],
  ["says nothing while the lab may still tell", "live", [], false, []],
  ["says that the lab told nothing", "live", [], true, [/told nothing/]],
  ["says that the page cannot see the wire", "own", [], true, [/cannot see the wire/]],
  ["says that a recording has no times", "recorded", request, true, [/no times/]],
])("%s", (_, mode, wire, isOver, notes) => {
  const said = sequenceNotes(runOf([], wire, mode) as RunData, isOver);
  expect(said).toEqual(notes.map((note) => expect.stringMatching(note)));
});

it("says that the record was cut", () => {
  const record = { events: request, truncated: true } as unknown as RunData["record"];
  expect(sequenceNotes({ ...runOf([], []), record } as RunData, true).at(-1)).toMatch(/left later events out/);
});
