import { ENDINGS } from "@wasclean/data/load";
import { expect, test } from "vitest";
import { startLab } from "../testing/lab-server.ts";
import { RawClient, request } from "../testing/raw-client.ts";

const COMMON = {
  "access-control-allow-origin": "*",
  "cache-control": "no-store",
  "x-content-type-options": "nosniff",
  "content-type": "application/json; charset=utf-8",
};

test("GET /lab/ lists the endings", async () => {
  const { get } = await startLab();
  const response = await get("/lab/?x=1");
  expect(response.status).toBe(200);
  expect(Object.fromEntries(response.headers)).toMatchObject(COMMON);
  expect(await response.json()).toEqual({ endings: ENDINGS, ports: {} });
});

test.each([
  ["GET", "/lab/server-close", 426, "UPGRADE_REQUIRED"],
  ["GET", "/lab/server-close?code=4001", 426, "UPGRADE_REQUIRED"],
  ["GET", "/lab/none", 404, "ENDING_UNKNOWN"],
  ["GET", "/lab/connections", 404, "ENDING_UNKNOWN"],
  ["GET", "/lab/connections/", 404, "CONNECTION_UNKNOWN"],
  ["GET", "/lab/connections/abcdefghijklmnopqrstuvwxyz", 404, "CONNECTION_UNKNOWN"],
  ["GET", "/lab/connections/__proto__", 404, "CONNECTION_UNKNOWN"],
  ["GET", "/", 404, "PATH_UNKNOWN"],
  ["GET", "/lab", 404, "PATH_UNKNOWN"],
  ["POST", "/lab/", 405, "METHOD_NOT_ALLOWED"],
  ["DELETE", "/lab/connections/abcdefghijklmnopqrstuvwxyz", 405, "METHOD_NOT_ALLOWED"],
])("%s %s: %i %s", async (method, path, status, error) => {
  const { get } = await startLab();
  const response = await get(path, { method });
  expect(response.status).toBe(status);
  expect(Object.fromEntries(response.headers)).toMatchObject(COMMON);
  expect(await response.json()).toMatchObject({ error, message: expect.stringMatching(/\.$/) });
});

test("426 names the protocol, 405 the methods", async () => {
  const { get } = await startLab();
  expect((await get("/lab/server-close")).headers.get("upgrade")).toBe("websocket");
  expect((await get("/lab/", { method: "PUT" })).headers.get("allow")).toBe("GET, HEAD, OPTIONS");
});

test("HEAD is GET without the body", async () => {
  const { get } = await startLab();
  for (const path of ["/lab/", "/lab/none"]) {
    const [full, head] = await Promise.all([get(path), get(path, { method: "HEAD" })]);
    expect(head.status).toBe(full.status);
    expect(head.headers.get("content-length")).toBe(full.headers.get("content-length"));
    expect(await head.text()).toBe("");
  }
});

test("OPTIONS says what is allowed, to any origin", async () => {
  const { get } = await startLab();
  const response = await get("/lab/connections/abcdefghijklmnopqrstuvwxyz", { method: "OPTIONS" });
  expect(response.status).toBe(204);
  expect(Object.fromEntries(response.headers)).toMatchObject({
    "access-control-allow-origin": "*",
    "access-control-allow-methods": "GET, HEAD, OPTIONS",
  });
});

test("the record of an open connection can be fetched", async () => {
  const { port, get } = await startLab();
  await new RawClient(port, request("/lab/client-close-echo?connection=abcdefghijklmnopqrstuvwxyz")).head();
  const response = await get("/lab/connections/abcdefghijklmnopqrstuvwxyz");
  expect(response.headers.get("access-control-allow-origin")).toBe("*");
  expect(await response.json()).toMatchObject({
    id: "abcdefghijklmnopqrstuvwxyz",
    state: "open",
    clientEnd: null,
    clientClose: null,
  });
});
