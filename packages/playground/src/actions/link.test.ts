import { expect, it } from "vitest";
import { type LinkChoice, readFragment, readProtocols, toFragment } from "./link.ts";

const nothing: LinkChoice = { ending: null, code: null, reason: null, src: null, mode: null, protocols: null };

it.each<Partial<LinkChoice>>([
  {},
  { ending: "server-close", code: "4001", reason: "bye & é+ 💥#" },
  { ending: "server-close-4000", reason: "" },
  { src: "wss://example.com/a?b=c", protocols: "chat,b" },
  { ending: "close-empty", mode: "recorded" },
])("%j is read back from its link", (chosen) => {
  expect(readFragment(toFragment({ ...nothing, ...chosen }))).toEqual({ ...nothing, ...chosen });
});

it.each(["", "#", "#endings", "#wasclean", "#Wasclean?ending=close-empty", `#wasclean?reason=${"x".repeat(8000)}`])(
  "%j is none of ours",
  (hash) => {
    expect(readFragment(hash)).toBeNull();
  },
);

it.each([
  "ending=nothing",
  "ending=__proto__",
  "code=65536",
  "code=-1",
  "code=1e3",
  "code=<b>",
  `reason=${"x".repeat(1025)}`,
  "src=javascript:alert(1)",
  "src=wss://example.com/%23",
  "src=data:text/html,x",
  "mode=evil",
  `protocols=${"x".repeat(1001)}`,
  "other=1",
])("of #wasclean?%s nothing is left", (query) => {
  expect(readFragment(`#wasclean?${query}`)).toEqual(nothing);
});

it("takes the first of a name that comes twice", () => {
  expect(readFragment("#wasclean?code=1000&code=4000")?.code).toBe("1000");
});

it.each([
  ["", []],
  [" , ", []],
  ["chat", ["chat"]],
  ["chat, superchat b", ["chat", "superchat", "b"]],
])("the subprotocols %j are %j", (text, protocols) => {
  expect(readProtocols(text)).toEqual(protocols);
});
