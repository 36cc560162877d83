import { expect, it } from "vitest";
import { queryLocalNetwork } from "./local-network.ts";

const known =
  (...names: string[]) =>
  async (name: string) => {
    if (!names.includes(name)) throw new TypeError("no such permission");
    return { state: name === "loopback-network" ? "granted" : "prompt" };
  };

it.each([
  [["loopback-network", "local-network-access"], "granted"],
  [["local-network-access"], "prompt"],
  [["local-network"], "prompt"],
  [[], null],
])("where the browser knows %j it gives %s", async (names, state) => {
  expect(await queryLocalNetwork(known(...names))).toBe(state);
});
