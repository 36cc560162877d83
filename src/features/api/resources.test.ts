import { readdirSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { checkKind } from "../../../tests/api-kinds.ts";
import { readDataFiles } from "./data-files.ts";
import { llmsText } from "./llms-text.ts";
import { listResources } from "./resources.ts";
import { toIndex } from "./to-index.ts";

const data = readDataFiles();
const resources = listResources(data);
const paths = resources.map(({ path }) => path);
const index = toIndex(resources, data, "/docs/");

test("every address is there once, and is a path that any server and file system takes", () => {
  expect(new Set(paths).size).toBe(paths.length);
  expect(paths.filter((path) => !/^([a-z-]+\/)?[A-Za-z0-9-]+\.json$/.test(path))).toEqual([]);
});

test.each([
  ["compat", "compat"],
  ["observations", "observations"],
  ["json-schema", "schema"],
])("every file of data/%s has an address", (folder, below) => {
  const files = readdirSync(`data/${folder}`).map((file) => `${below}/${file}`);
  expect(paths.filter((path) => path.startsWith(`${below}/`)).sort()).toEqual(files.sort());
});

test.each(resources.map((resource) => [resource.path, resource] as const))("%s is of its kind", (_, resource) => {
  expect(checkKind(resource.kind, resource.json)).toBeNull();
  expect(resource.description).toMatch(/^\S.{9,140}\.$/);
  expect(resource.license).toMatch(/^(MIT|CC0-1\.0 AND (Apache-2\.0|CC-BY-3\.0)|CC0-1\.0)$/);
});

test.each(resources.filter(({ schema }) => schema !== null).map((resource) => [resource.path, resource] as const))(
  "the $schema of %s leads to an address of the API",
  (path, { json, schema }) => {
    const { $schema } = json as { $schema: string };
    expect(new URL($schema, `http://x/api/${path}`).pathname).toBe(`/api/${schema}`);
  },
);

test("schemas that are named are there", () => {
  const named = new Set(resources.flatMap(({ schema }) => schema ?? []));
  expect([...named].filter((schema) => !paths.includes(schema))).toEqual([]);
});

describe("the index", () => {
  test("has every address once, below the site's base", () => {
    expect(index.resources.map(({ url }) => url)).toEqual(paths.map((path) => `/docs/api/${path}`));
  });
  test("names version and licences", () => {
    expect(index.version).toBe(data.manifest.version);
    expect(index.license.split(" AND ").sort()).toEqual(["Apache-2.0", "CC-BY-3.0", "CC0-1.0", "MIT"]);
  });
});

test("a code has one address where it is registered or was measured", () => {
  expect(paths).toEqual(
    expect.arrayContaining(["close-codes/1006.json", "close-codes/4999.json", "close-codes/0.json"]),
  );
  expect(paths).not.toContain("close-codes/2500.json");
});

test("llms.txt links to what is there", () => {
  const links = [...llmsText(index, "/docs/").matchAll(/\]\((.+?)\)/g)].map(([, link = ""]) => link);
  const known = ["/docs/why-1006/", "/docs/apis/websocket/CloseEvent/", "/docs/api/index.json"];
  // That pages are there is for tests/site to say: it has the built site.
  const ofApi = links.filter((link) => link.startsWith("/docs/api/") && !known.includes(link));
  expect(ofApi.filter((link) => !paths.includes(link.replace("/docs/api/", "")))).toEqual([]);
  expect(links).toEqual(expect.arrayContaining([...known, "/docs/api/compat/CloseEvent.json"]));
});
