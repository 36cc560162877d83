import { expect, test } from "vitest";
import { createLab } from "../lab.ts";
import { startLab } from "../testing/lab-server.ts";
import { RawClient, request } from "../testing/raw-client.ts";

const origins = ["https://a.example", "http://localhost:4321"];
const from = (origin: string) => request("/lab/client-close-echo", { Origin: origin });

test.each(["https://a.example", "http://localhost:4321"])("a page of %s may connect and read", async (origin) => {
  const { port, get } = await startLab({ origins });
  expect(await new RawClient(port, from(origin)).head()).toMatch(/^HTTP\/1\.1 101 /);
  for (const path of ["/lab/", "/lab/connections/abcdefghijklmnopqrstuvwxyz", "/lab/none"]) {
    const { headers } = await get(path, { headers: { Origin: origin } });
    expect([headers.get("access-control-allow-origin"), headers.get("vary")]).toEqual([origin, "Origin"]);
  }
});

test.each([
  "https://a.example:8443",
  "http://a.example",
  "https://b.a.example",
  "https://A.example",
  "null",
  "https://a.example, https://a.example",
])("a page of %s may not", async (origin) => {
  const { port, get } = await startLab({ origins });
  const tcp = new RawClient(port, from(origin));
  await tcp.end();
  expect(tcp.received.toString()).toMatch(
    /^HTTP\/1\.1 403 Forbidden\r\n[\s\S]*\{"error":"ORIGIN_FORBIDDEN","message":".+"\}$/,
  );
  expect(tcp.received.toString()).not.toMatch(/Access-Control/i);
  const response = await get("/lab/", { headers: { Origin: origin } });
  expect([response.status, response.headers.get("vary")]).toEqual([200, "Origin"]);
  expect(response.headers.get("access-control-allow-origin")).toBeNull();
});

test("what is not a page sends no Origin, and may connect", async () => {
  const { port, get } = await startLab({ origins });
  expect(await new RawClient(port, request("/lab/client-close-echo")).head()).toMatch(/^HTTP\/1\.1 101 /);
  expect((await get("/lab/")).headers.get("access-control-allow-origin")).toBeNull();
});

test("without a list all may; with an empty one no page", async () => {
  const { headers } = await (await startLab()).get("/lab/", { headers: { Origin: "https://a.example" } });
  expect([headers.get("access-control-allow-origin"), headers.get("vary")]).toEqual(["*", null]);
  const { port } = await startLab({ origins: [] });
  expect(await new RawClient(port, from("https://a.example")).head()).toMatch(/^HTTP\/1\.1 403 /);
});

test("the path and its parameters are checked first, so that a page's author sees what is wrong with them", async () => {
  const { port } = await startLab({ origins });
  expect(await new RawClient(port, request("/lab/none", { Origin: "https://b.example" })).head()).toMatch(/ 404 /);
});

test.each(["null", "https://xn--bcher-kva.example", "http://[::1]:8080", "chrome-extension://abcdef"])(
  "%s is an origin",
  (origin) => {
    expect(() => createLab({ origins: [origin] })).not.toThrow();
  },
);

test.each([
  "",
  "*",
  "example.org",
  "https://",
  "https://example.org/",
  "https://example.org:443",
  "https://Example.org",
  "https://me@example.org",
  "https://bücher.example",
  "https://a.example https://b.example",
])("%j is none", (origin) => {
  expect(() => createLab({ origins: [origin] })).toThrow(RangeError);
});
