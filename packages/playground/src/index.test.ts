import { expect, it } from "vitest";
import * as playground from "./index.ts";

it("can be imported where there is no DOM, and defines nothing", () => {
  expect(globalThis.customElements).toBeUndefined();
  expect(Object.keys(playground).sort()).toEqual([
    "CloseEventPlayground",
    "closeCodeOf",
    "compareClose",
    "expectedOf",
    "isCodeForClose",
    "isCodeForFrame",
    "observe",
    "socketEventsOf",
  ]);
});
