import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { toManifest } from "./to-manifest.ts";

const PLAYGROUND = resolve(import.meta.dirname, "../../../playground");
const ELEMENT = "src/playground/close-event-playground.ts";
const EVENTS = "src/run/playground-events.ts";
const read = (file: string) => readFileSync(join(PLAYGROUND, file), "utf8");
const namesOf = (list: { name: string }[]) => list.map(({ name }) => name).toSorted();
const [{ declarations }] = JSON.parse(toManifest()).modules;
const [element] = declarations;

/** The manifest of a playground in which one text of one file is another. */
function manifestWith(file: string, from: string, to: string): string {
  const folder = mkdtempSync(join(tmpdir(), "wasclean-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  cpSync(join(PLAYGROUND, "src"), join(folder, "src"), { recursive: true });
  const text = read(file);
  expect(text).toContain(from);
  writeFileSync(join(folder, file), text.replace(from, to));
  return toManifest(folder);
}

test("it has the members of the class that are public, and the states' names", () => {
  expect(namesOf(element.members)).toEqual(["connect", "state"]);
  expect(element.members[0].type.text.split(" | ").toSorted()).toEqual(
    namesOf(element.cssStates).map((name) => `"${name}"`),
  );
});

test("it has every attribute that the element observes, and `lab`, which is read when needed", () => {
  const [, observed = ""] = /observedAttributes = (\[.*\]);/.exec(read(ELEMENT)) ?? [];
  expect(namesOf(element.attributes)).toEqual([...JSON.parse(observed), "lab"].toSorted());
});

test("it has every custom property that the styles read", () => {
  const used = read("src/ui/host-styles.ts").match(/--wasclean-[a-z-]+/g) ?? [];
  expect(namesOf(element.cssProperties)).toEqual([...new Set(used)].toSorted());
});

test("an event that is declared is in it, with its comment", () => {
  const added = manifestWith(
    EVENTS,
    '  "wasclean:end":',
    '  "wasclean:new": ConnectionDetail;\n  /** Ended. */\n  "wasclean:end":',
  );
  expect(added).toContain('"wasclean:new"');
  expect(added).toContain('"description": "Ended."');
});

test.each([
  [ELEMENT, '"heading-level"]', '"heading-level", "colour"]', "colour"],
  [ELEMENT, "/** Opens the chosen", "/* Opens the chosen", "connect"],
  [EVENTS, "  /** Something was observed. */\n", "", "wasclean:event"],
])("what has no comment is refused: in %s, %j as %j", (file, from, to, name) => {
  expect(() => manifestWith(file, from, to)).toThrow(`${name} has no description`);
});
