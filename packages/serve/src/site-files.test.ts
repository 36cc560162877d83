import { readFileSync } from "node:fs";
import { request as send } from "node:http";
import { connect } from "node:net";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { compressFiles } from "./compress-files.ts";
import { createSiteServer } from "./create-site-server.ts";
import { HOME, makeSiteFolder } from "./testing/site-folder.ts";

const { folder, remove } = makeSiteFolder();
let port = 0;
let stop: () => Promise<void>;

beforeAll(async () => {
  await compressFiles(folder);
  const server = createSiteServer(folder, { isCompressed: true });
  stop = server.stop;
  port = Number(new URL(await server.listen(0, "127.0.0.1")).port);
});
afterAll(async () => {
  await stop();
  remove();
});

interface Answer {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  body: string;
}

/** A request whose path and headers are sent as they are. */
function ask(path: string, headers: Record<string, string> = {}, method = "GET"): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const asked = send({ port, host: "127.0.0.1", path, headers: { connection: "close", ...headers }, method });
    asked.once("error", reject).once("response", async (response) => {
      const chunks: Buffer[] = [];
      for await (const chunk of response) chunks.push(chunk);
      const { statusCode = 0, headers: given } = response;
      resolve({ status: statusCode, headers: given, body: Buffer.concat(chunks).toString("latin1") });
    });
    asked.end();
  });
}

describe("Range: https://www.rfc-editor.org/rfc/rfc9110#section-14", () => {
  test.each([
    ["bytes=0-0", 206, "bytes 0-0/1000", HOME.slice(0, 1)],
    ["bytes=-5", 206, "bytes 995-999/1000", HOME.slice(-5)],
    ["bytes=990-", 206, "bytes 990-999/1000", HOME.slice(990)],
    ["bytes=10-19", 206, "bytes 10-19/1000", HOME.slice(10, 20)],
    ["bytes=998-5000", 206, "bytes 998-999/1000", HOME.slice(998)],
    ["bytes=-5000", 206, "bytes 0-999/1000", HOME],
    ["bytes= 1-2", 200, undefined, HOME],
    ["Bytes=1-2", 206, "bytes 1-2/1000", HOME.slice(1, 3)],
    [`bytes=1-${"9".repeat(400)}`, 206, "bytes 1-999/1000", HOME.slice(1)],
    [`bytes=${"9".repeat(400)}-`, 416, "bytes */1000", ""],
    ["bytes=0-1,2-3", 200, undefined, HOME],
    ["bytes=0-1, 5-6", 200, undefined, HOME],
    ["bytes=1000-", 416, "bytes */1000", ""],
    ["bytes=-0", 416, "bytes */1000", ""],
    ["bytes=5-2", 200, undefined, HOME],
    ["bytes=a-b", 200, undefined, HOME],
    ["bytes", 200, undefined, HOME],
    ["bytes=", 200, undefined, HOME],
    ["lines=1-2", 200, undefined, HOME],
    ["nonsense", 200, undefined, HOME],
  ])("%s: %i, %j", async (range, status, contentRange, body) => {
    const answer = await ask("/", { range });
    expect([answer.status, answer.headers["content-range"], answer.body]).toEqual([status, contentRange, body]);
    expect((await ask("/")).status).toBe(200);
  });

  test("If-Range must be exactly the date; HEAD has no ranges", async () => {
    const { headers } = await ask("/");
    const statusFor = async (ifRange: string) => (await ask("/", { range: "bytes=0-0", "if-range": ifRange })).status;
    expect(await statusFor(String(headers["last-modified"]))).toBe(206);
    expect(await statusFor(new Date(Date.now() + 1e8).toUTCString())).toBe(200);
    expect(await statusFor(String(headers.etag))).toBe(200);
    expect(await statusFor('"x"')).toBe(200);
    const head = await ask("/", { range: "bytes=0-0" }, "HEAD");
    expect([head.status, head.headers["content-length"]]).toEqual([200, "1000"]);
  });

  test("of an empty file", async () => {
    expect([await ask("/empty.txt"), await ask("/empty.txt", { range: "bytes=0-" })]).toMatchObject([
      { status: 200, body: "" },
      { status: 416, headers: { "content-range": "bytes */0" } },
    ]);
  });
});

test.each([
  ["br", "br"],
  ["gzip", "gzip"],
  ["gzip, deflate, br, zstd", "br"],
  ["br;q=0.1, gzip", "gzip"],
  ["br;q=0, gzip", "gzip"],
  ["br;q=0, gzip;q=0", undefined],
  ["*", "br"],
  ["identity", undefined],
  ["identity;q=0", undefined],
  ["", undefined],
  ["brotli, sabre", undefined],
])("Accept-Encoding: %s is answered with %s", async (accepted, coding) => {
  const { status, headers } = await ask("/", { "accept-encoding": accepted });
  expect([status, headers["content-encoding"], headers.vary]).toEqual([200, coding, "Accept-Encoding"]);
  expect(headers["content-type"]).toBe("text/html; charset=utf-8");
});

test("If-None-Match and If-Modified-Since: 304, the same for each coding", async () => {
  for (const coding of ["br", "gzip", "identity"]) {
    const { etag, "last-modified": modified } = (await ask("/", { "accept-encoding": coding })).headers;
    const again = await ask("/", { "accept-encoding": coding, "if-none-match": String(etag) });
    expect([again.status, again.body, again.headers.vary]).toEqual([304, "", "Accept-Encoding"]);
    expect((await ask("/", { "if-modified-since": String(modified) })).status).toBe(304);
  }
  expect((await ask("/", { "if-match": '"other"' })).status).toBe(412);
});

test.each([
  ["/", 200],
  ["/?a=b", 200],
  ["/index.html", 200],
  ["/api/", 404],
  ["/embed/frame", 200],
  ["/embed/frame/", 200],
  ["/a%20b/%C3%A4.txt", 200],
  ["/page.wiki", 200],
  ["/.secret", 404],
  ["/%2esecret", 404],
  ["/../package.json", 404],
  ["/%2e%2e/%2e%2e/etc/passwd", 404],
  ["/..%2f..%2fetc%2fpasswd", 404],
  ["/..\\..\\etc", 404],
  ["/%252e%252e/", 404],
  ["/index.html%00.txt", 404],
  ["/%", 404],
  ["/%ff", 404],
  [`/${"a".repeat(8_000)}`, 404],
  [`/${"a/".repeat(4_000)}`, 404],
  ["/index.html/x", 404],
  ["http://localhost/", 404],
  ["*", 404],
])("%.60s: %i", async (path, status) => {
  expect((await ask(path)).status).toBe(status);
});

/** What public/_headers asks of a path. */
function headersOf(path: string): Record<string, string> {
  const text = readFileSync(new URL("../../../public/_headers", import.meta.url), "utf8");
  const headers: Record<string, string> = {};
  let applies = false;
  for (const line of text.split("\n").filter((one) => one !== "" && !one.startsWith("#"))) {
    if (!line.startsWith(" ")) applies = new RegExp(`^${line.replaceAll(".", "\\.").replace("*", ".*")}$`).test(path);
    else if (applies && line.startsWith("  ! ")) delete headers[line.slice(4).toLowerCase()];
    else if (applies) headers[line.slice(2, line.indexOf(":")).toLowerCase()] = line.slice(line.indexOf(": ") + 2);
  }
  return headers;
}

test.each(["/", "/page.wiki", "/api/index.json", "/_astro/a.css", "/embed/frame/", "/embed/close-event-playground.js"])(
  "the headers of %s are those of public/_headers",
  async (path) => {
    const wanted = headersOf(path);
    const { status, headers } = await ask(path);
    expect(status).toBe(200);
    expect(headers).toMatchObject(wanted);
    if (!("access-control-allow-origin" in wanted)) expect(headers).not.toHaveProperty("access-control-allow-origin");
    if (path.startsWith("/embed/frame/")) expect(headers).not.toHaveProperty("content-security-policy");
  },
);

const USUAL = Object.entries(headersOf("/"));
const raw = (lines: string[]) => `${lines.join("\r\n")}\r\nConnection: close\r\n\r\n`;
const HOST = "Host: localhost";
const UPGRADE = ["Upgrade: websocket", "Sec-WebSocket-Version: 13"];

test.each<[number, ...string[]]>([
  [404, "GET /nothing HTTP/1.1", HOST],
  [404, "GET /lab/none HTTP/1.1", HOST],
  [404, "GET /lab/connections/abcdefghijklmnopqrstuvwxyz HTTP/1.1", HOST],
  [405, "POST / HTTP/1.1", HOST],
  [405, "POST /lab/ HTTP/1.1", HOST],
  [204, "OPTIONS /lab/ HTTP/1.1", HOST],
  [204, "GET /lab/connections/abcdefghijklmnopqrstuvwxyz/stream HTTP/1.1", HOST, "Last-Event-ID: end"],
  [308, "GET /lab HTTP/1.1", HOST],
  [301, "GET /wiki/a HTTP/1.1", HOST],
  [416, "GET / HTTP/1.1", HOST, "Range: bytes=5000-"],
  [412, "GET / HTTP/1.1", HOST, 'If-Match: "x"'],
  [417, "GET / HTTP/1.1", HOST, "Expect: nothing"],
  [421, "GET / HTTP/1.1", "Host: evil.example"],
  [421, "GET /lab/ HTTP/1.1", "Host: evil.example"],
  [400, "GET / HTTP/1.1", "X: no host"],
  [400, "GET / HTTP/1.1", HOST, "Content-Length: 1", "Transfer-Encoding: chunked"],
  [426, "GET /lab/server-close HTTP/1.1", HOST],
  [404, "GET /nothing HTTP/1.1", HOST, "Connection: Upgrade", ...UPGRADE],
  [400, "GET /lab/server-close HTTP/1.1", HOST, "Connection: Upgrade", ...UPGRADE],
])("an answer of status %i to %s has the usual headers", async (status, ...lines) => {
  const text = await new Promise<string>((resolve) => {
    let received = "";
    const socket = connect(port, "127.0.0.1").on("data", (chunk) => {
      received += chunk;
      if (received.includes("\r\n\r\n")) socket.destroy(); // a 426 leaves the connection open
    });
    socket.on("close", () => resolve(received)).on("error", () => {});
    socket.write(
      raw(lines).replace(/Connection: close\r\n(?=\r\n$)/, lines.includes("Connection: Upgrade") ? "" : "$&"),
    );
  });
  const [head = ""] = text.split("\r\n\r\n", 1);
  expect(head).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `));
  for (const [name, value] of USUAL) expect(head.toLowerCase()).toContain(`\r\n${name}: ${value.toLowerCase()}`);
});
