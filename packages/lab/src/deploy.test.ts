import { readFileSync } from "node:fs";
import { ENDINGS } from "@wasclean/data/load";
import { expect, test } from "vitest";
import { fromArguments } from "./command/cli-arguments.ts";
import { DEFAULT_LIMITS } from "./limits.ts";

const read = (name: string) => readFileSync(new URL(`../${name}`, import.meta.url), "utf8");
const readme = read("README.md");

const FIRST = 4400;
const count = ENDINGS.filter(({ connectsTo }) => connectsTo === "own-port").length;
const range = `${FIRST}-${FIRST + count - 1}`;

test.each(["deploy/haproxy.cfg", "deploy/nftables.conf", "deploy/Dockerfile"])("%s has the own ports", (name) => {
  const ranges = read(name).match(/\b4400-\d+/g) ?? [];
  expect(new Set(ranges)).toEqual(new Set([range]));
});

test("deploy/nginx-stream.conf has a server for each own port", () => {
  const ports = [...read("deploy/nginx-stream.conf").matchAll(/listen (44\d\d);/g)].map(([, port]) => Number(port));
  expect(ports).toEqual(Array.from({ length: count }, (_, index) => FIRST + index));
});

test.each(["README.md", "deploy/haproxy.cfg", "deploy/nginx-stream.conf", "deploy/nftables.conf"])(
  "%s names the port that must stay free",
  (name) => {
    expect(read(name)).toContain(String(FIRST + count));
  },
);

test("the unit and the container start the command with flags that it has", () => {
  const unit = /^ExecStart=\S+ \S+\/cli\.ts (.*)$/m.exec(read("deploy/wasclean-lab.service"))?.[1]?.split(" ");
  const entry = JSON.parse(/^ENTRYPOINT (.*)$/m.exec(read("deploy/Dockerfile"))?.[1] ?? "[]").slice(2);
  for (const args of [unit ?? [], entry]) {
    expect(fromArguments(args, {})).toMatchObject({ kind: "serve", json: true, options: { ownPorts: FIRST } });
  }
});

test.each(Object.entries(DEFAULT_LIMITS))("README.md has the default of %s", (name, value) => {
  expect(readme).toMatch(new RegExp(`^\\| \`${name}\` +\\| ${value.toLocaleString("en")} `, "m"));
});

test("README.md has every error", () => {
  const errors = [...read("src/responses/refusal.ts").matchAll(/\b\d{3},\s*"([A-Z_]+)"/g)].map(([, error]) => error);
  expect(errors.length).toBeGreaterThan(15);
  expect(errors.filter((error) => !readme.includes(`\`${error}\``))).toEqual([]);
});
