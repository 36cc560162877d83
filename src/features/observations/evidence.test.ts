import { readdirSync } from "node:fs";
import { outcomeWords, reasonWords, serverSawWords } from "@wasclean/data/words";
import { describe, expect, it } from "vitest";
import { codePages, measuredCodesOf, registry, toCodePage } from "../close-codes/close-codes.ts";
import { endingGroups, endings, isMeasuredByCode, neighboursOf } from "./endings.ts";
import { engines, toEngineNames } from "./engines.ts";
import { findingsOf, likeEnginesOf, minorityOf, variantsOf } from "./findings.ts";

const endingOf = (id: string) => {
  const found = endings.find((ending) => ending.id === id);
  if (!found) throw new Error(`There is no ending ${id}`);
  return found;
};

describe("findings", () => {
  it.each(
    endings
      .filter(({ expected, parameters }) => expected && parameters.length === 0)
      .map((ending) => [ending.id, ending] as const),
  )("%s agrees exactly where all that was seen is what is expected", (_, ending) => {
    const { events, code, reason, wasClean, throws = null } = ending.expected ?? {};
    for (const { observation, verdict } of findingsOf(ending)) {
      if (observation === null) {
        expect(verdict).toBe("not-measured");
        continue;
      }
      const wanted = JSON.stringify([events, code, reason, wasClean, throws]);
      const agrees = variantsOf(observation).every(
        (seen) => JSON.stringify([seen.events, seen.code, seen.reason, seen.wasClean, seen.throws]) === wanted,
      );
      expect(verdict).toBe(agrees ? "agrees" : "differs");
    }
  });

  it("are left open where the specifications do so", () => {
    expect(new Set(findingsOf(endingOf("server-close-1015")).map(({ verdict }) => verdict))).toEqual(new Set(["open"]));
  });

  it("put every measured engine into one group", () => {
    for (const ending of endings.filter((one) => !isMeasuredByCode(one))) {
      const measured = findingsOf(ending).filter(({ observation }) => observation).length;
      const grouped = likeEnginesOf(ending).flatMap((group) => group.engines);
      expect([new Set(grouped).size, grouped.length]).toEqual([measured, measured]);
      expect(minorityOf(ending).length).toBeLessThan(measured / 2);
    }
  });
});

describe("close codes", () => {
  it("have one page for each entry, and a text for each page", () => {
    const slugs = codePages.map(({ slug }) => slug);
    expect(registry.every((entry) => slugs.includes(toCodePage(entry).slug))).toBe(true);
    const texts = readdirSync(new URL("../../content/close-codes/", import.meta.url)).map((name) =>
      name.replace(/\.md$/, ""),
    );
    expect(texts.toSorted()).toEqual(slugs.toSorted());
  });

  it("of a range leave out those that have a page of their own", () => {
    const range = codePages.find(({ slug }) => slug === "3000-3999");
    expect(range && measuredCodesOf(range).map(({ code }) => code)).toEqual([3999]);
  });
});

describe("places", () => {
  it("are linked within their group", () => {
    for (const { endings: members } of endingGroups) {
      expect(members.map((ending) => neighboursOf(ending).next)).toEqual([...members.slice(1), undefined]);
    }
  });
});

describe("words", () => {
  it.each([
    ["", "empty"],
    [null, "none"],
    ["bye", "“bye”"],
    ["a\u0000b\ufeff", "“a\\u{0}b\\u{feff}”"],
  ])("of the reason %j are %s", (reason, words) => {
    expect(reasonWords(reason)).toBe(words);
  });

  it("of an outcome name the exception, or the close", () => {
    const none = { code: null, reason: null, wasClean: null };
    expect(outcomeWords({ ...none, events: [], throws: "SecurityError" })).toBe("no event, throws SecurityError");
    const close = {
      events: ["open", "close"] as ("open" | "close")[],
      code: 1005,
      reason: "",
      wasClean: true,
      throws: null,
    };
    expect(outcomeWords(close)).toBe("open → close, 1005, clean");
  });

  it("of what the server saw stand in their order", () => {
    const frame = { kind: "frame", opcode: 8, length: 5, code: 4001, reason: "bye" } as const;
    expect(serverSawWords([frame, { kind: "fin" }])).toBe("Close frame 4001 “bye”, then FIN");
    expect(serverSawWords([{ kind: "frame", opcode: 8, length: 0, code: null, reason: "" }])).toBe(
      "Close frame without a code",
    );
    expect(serverSawWords([])).toBe("nothing");
  });

  it("of engines are one word for all", () => {
    expect(toEngineNames(engines.map(({ id }) => id))).toBe(`All ${engines.length} engines`);
    expect(toEngineNames(["bun", "chromium"])).toBe("Chromium and Bun");
  });
});
