import { expect, it } from "vitest";
import { explainUnreachable, type UnreachableFacts } from "./explain-unreachable.ts";

const usual: UnreachableFacts = {
  answer: { problem: "LAB_UNREACHABLE", status: null },
  lab: new URL("https://lab.example/lab/"),
  violations: [],
  protocol: "https:",
  isOnline: true,
  localNetwork: null,
};
const local = new URL("http://localhost:4322/lab/");

it.each<[Partial<UnreachableFacts>, string]>([
  [{}, "Nothing answers at https://lab.example/lab/"],
  [{ answer: { problem: "LAB_SILENT", status: null } }, "within three seconds"],
  [{ answer: { problem: "NOT_A_LAB", status: 404 } }, "is not a lab (status 404)"],
  [{ violations: [{ directive: "connect-src", blockedURI: "x" }] }, "Content-Security-Policy forbids"],
  [{ isOnline: false }, "offline"],
  [{ lab: new URL("http://lab.example/lab/") }, "mixed content"],
  [{ lab: local, localNetwork: "denied" }, "denied to this page"],
  [{ lab: local, localNetwork: "prompt" }, "asks before a page may reach this computer"],
])("with %j it says %s", (facts, words) => {
  expect(explainUnreachable({ ...usual, ...facts }).join(" ")).toContain(words);
});

it.each<[Partial<UnreachableFacts>, string]>([
  [{ lab: local }, "mixed content"],
  [{ lab: new URL("http://lab.example/lab/"), protocol: "http:" }, "mixed content"],
  [{ lab: local, isOnline: false }, "offline"],
  [{ localNetwork: "denied" }, "denied"],
  [{ violations: [{ directive: "img-src", blockedURI: "x" }] }, "Content-Security-Policy"],
])("with %j it does not say %s", (facts, words) => {
  expect(explainUnreachable({ ...usual, ...facts }).join(" ")).not.toContain(words);
});
