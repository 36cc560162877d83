import { ENDINGS as endings } from "@wasclean/data/load";
import { describe, expect, it } from "vitest";
import { sequenceOfRecording } from "../recordings/sequence-recording.ts";
import { closeEvent, frame, runOf } from "../testing/sequence-fixtures.ts";
import { toSequence } from "./sequence-model.ts";
import { toSvgText } from "./sequence-svg.ts";

describe("a diagram as text", () => {
  const attack = `"><script>alert(1)</script><a href='x' onload=y>&amp;`;
  const svg = toSvgText(toSequence(runOf([closeEvent(2, true, attack)], [frame(1, "server", 8, attack)])), {
    width: 900,
  });

  it("has no element but its own", () => {
    const tags = new Set([...svg.matchAll(/<\/?([a-z]+)/gi)].map(([, tag]) => tag));
    expect([...tags].sort()).toEqual(["desc", "g", "path", "svg", "text", "title"]);
    expect(svg.replace(/<[^<>]*>/g, "")).not.toMatch(/[<>]/);
  });

  it("has every text from elsewhere escaped, and whole in its title", () => {
    expect(svg).toContain("&#60;script&#62;alert(1)&#60;/script&#62;");
    expect(svg).toContain("&#38;amp;");
    const tags = [...svg.matchAll(/<[^<>]*>/g)].join();
    expect(tags).not.toMatch(/ (style|on\w+|href)=/);
  });

  it("closes what it opens", () => {
    const open: string[] = [];
    for (const [, isEnd, tag = ""] of svg.matchAll(/<(\/?)([a-z]+)/g)) {
      if (isEnd) expect(open.pop()).toBe(tag);
      else open.push(tag);
    }
    expect(open).toEqual([]);
  });

  it("has a name and a description", () => {
    expect(svg).toMatch(/^<svg [^>]*role="img"[^>]*><title>[^<]+<\/title><desc>[^<]+<\/desc>/);
  });
});

describe("a recording", () => {
  const titlesOf = (ending: string) =>
    sequenceOfRecording("chromium", ending)?.map(({ kind, label }) => `${kind} ${label[0]}`);

  it("has what the client did on both of its sides, and the server in words", () => {
    expect(titlesOf("text-then-close")).toEqual([
      "start new WebSocket",
      "open open",
      expect.stringMatching(/^said Sends/),
      "message message",
      expect.stringMatching(/^frame Close 4001/),
      "fin FIN",
      "close close 4001",
    ]);
  });

  it.each([
    ["call-close-999", ["open open", "close-called close(999)", "close-called close()"]],
    ["client-close-echo", ["open open", expect.stringMatching(/^close-called close\(/)]],
    ["message-too-big", ["open open", "send-called send()"]],
    ["handshake-redirect", [expect.stringMatching(/^said /)]],
  ])("of %s has the calls where they were made", (ending, titles) => {
    expect(titlesOf(ending)?.slice(1, 1 + titles.length)).toEqual(titles);
  });

  it("is null where there is none", () => {
    expect(sequenceOfRecording("netscape", "close-empty")).toBeNull();
  });

  it("can be drawn for every ending", () => {
    const drawn = endings.flatMap(({ id }) => {
      const rows = sequenceOfRecording("chromium", id);
      return rows ? [toSvgText(rows, { width: 320 })] : [];
    });
    expect(drawn.length).toBeGreaterThan(100);
    for (const svg of drawn) expect(svg).not.toMatch(/undefined|NaN|null/);
  });
});
