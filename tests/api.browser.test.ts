import { describe, expect, inject, test } from "vitest";
import type { ApiIndex } from "../src/features/api/to-index.ts";
import { checkKind } from "./api-kinds.ts";

const get = (path: string) => fetch(`${inject("site")}${path}`);

describe("the API of the built site", () => {
  test("answers at every address of its index with JSON of that kind, for every origin", async () => {
    const response = await get("/api/index.json");
    const { resources } = (await response.json()) as ApiIndex;
    expect(resources.length).toBeGreaterThan(150);
    const problems = await Promise.all(resources.map(async ({ url, kind }) => problemOf(url, kind)));
    expect(problems.filter((problem) => problem !== null)).toEqual([]);
    const schemas = new Set(resources.flatMap(({ schema }) => schema ?? []));
    const urls = resources.map(({ url }) => url);
    expect([...schemas].filter((schema) => !urls.includes(schema))).toEqual([]);
  });

  test("knows what is of another kind", async () => {
    expect(await problemOf("/api/endings.json", "compat")).toMatch(/^\/api\/endings\.json: /);
    expect(await problemOf("/api/nothing.json", "compat")).toBe(
      "/api/nothing.json: 404 text/html; charset=utf-8 for *",
    );
  });

  test.each(["/", "/llms.txt"])("is all that other origins may read: not %s", async (path) => {
    expect((await get(path)).headers.get("access-control-allow-origin")).toBeNull();
  });

  test("is where /llms.txt says", async () => {
    const response = await get("/llms.txt");
    expect(response.headers.get("content-type")).toMatch(/^text\/plain/);
    const links = [...(await response.text()).matchAll(/\]\((.+?)\)/g)].map(([, link = ""]) => link);
    expect(links.length).toBeGreaterThan(10);
    const answers = await Promise.all(links.map(async (link) => [(await get(link)).status, link]));
    expect(answers.filter(([status]) => status !== 200)).toEqual([]);
  });
});

async function problemOf(url: string, kind: string): Promise<string | null> {
  const response = await get(url);
  const { status, headers } = response;
  const answer = `${status} ${headers.get("content-type")} for ${headers.get("access-control-allow-origin")}`;
  if (!/^200 application\/json\b.* for \*$/.test(answer)) return `${url}: ${answer}`;
  const problem = checkKind(kind, await response.json());
  return problem && `${url}: ${problem}`;
}
