import { expect, test } from "vitest";
import { findObstacle, publish } from "./publish.ts";

const ACTIONS = { GITHUB_ACTIONS: "true", ACTIONS_ID_TOKEN_REQUEST_URL: "https://example.com/token" };
const MANIFEST = { name: "@wasclean/x", version: "1.0.0", exports: {}, repository: "https://example.com/x" };
const { repository: _, ...NO_REPOSITORY } = MANIFEST;

test.each([
  [{}, MANIFEST, /release workflow only/],
  [{ CI: "true" }, MANIFEST, /release workflow only/],
  [{ GITHUB_ACTIONS: "true" }, MANIFEST, /id-token: write/],
  [ACTIONS, NO_REPOSITORY, /^@wasclean\/x: .* "repository"/],
])("with %j and %j nothing is published", (env, manifest, message) => {
  expect(findObstacle(env, [manifest])).toMatch(message);
});

test("in the release workflow, with a repository, nothing stands in the way", () => {
  expect(findObstacle(ACTIONS, [MANIFEST])).toBeNull();
});

const toTarball = (name: string, version: string) => ({
  ...{ name, version, path: `/${name}.tgz` },
  ...{ size: 1, unpackedSize: 1, files: [] },
});
const OLD = toTarball("old", "1.0.0");
const NEW = toTarball("new", "1.0.0-rc.1");

/** An npm whose registry has some versions, that notes what it is asked to publish. */
function createNpm(registry: Record<string, string>, failure = { status: 1, output: "npm error code E404" }) {
  const asked: string[][] = [];
  const npm = async (args: string[]) => {
    const [command, id = ""] = args;
    if (command === "view") return id in registry ? { status: 0, output: registry[id] ?? "" } : failure;
    asked.push(args);
    return { status: id.includes("broken") ? 1 : 0, output: "E403" };
  };
  return { npm, asked };
}

test.each([
  ["a package that the registry does not know", {}],
  ["a version that it does not know", { "new@1.0.0-rc.1": "" }],
])("%s is published with provenance and its tag", async (_, registry) => {
  const { npm, asked } = createNpm({ ...registry, "old@1.0.0": "1.0.0\n" });
  expect(await publish([OLD, NEW], npm)).toEqual(["new@1.0.0-rc.1"]);
  expect(asked).toEqual([["publish", "/new.tgz", "--provenance", "--access", "public", "--tag", "rc"]]);
});

test("a registry that does not answer is not taken for one without the version", async () => {
  const { npm, asked } = createNpm({}, { status: 1, output: "npm error code ECONNREFUSED" });
  await expect(publish([NEW], npm)).rejects.toThrow("npm view new@1.0.0-rc.1 failed: npm error code ECONNREFUSED");
  expect(asked).toEqual([]);
});

test("what follows a failure is not published", async () => {
  const { npm, asked } = createNpm({});
  await expect(publish([toTarball("broken", "1.0.0"), NEW], npm)).rejects.toThrow(/failed: E403/);
  expect(asked).toHaveLength(1);
});
