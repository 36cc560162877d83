type Random = (limit: number) => number;

const pick = <T>(random: Random, values: readonly T[]): T => values[random(values.length)] as T;

const METHODS = [
  "GET",
  "GET",
  "GET",
  "GET",
  "HEAD",
  "POST",
  "PUT",
  "OPTIONS",
  "TRACE",
  "CONNECT",
  "PATCH",
  "get",
  "QUERY",
];
const PATHS = [
  ..."/ / / / /page.wiki /index.html /api/index.json /page.wiki /empty.txt /nothing /lab /lab/ /lab/none /lab/server-close".split(
    " ",
  ),
  ..."/wiki/a /wiki//example.org /wiki/\\x /%2e%2e/%2e%2e/etc/passwd /%252e%252e/x /..\\..\\x /a%00b /%ff /% //".split(
    " ",
  ),
  ..."* http://evil.example/ /a%20b/%C3%A4.txt /.secret /_astro/a.css /embed/frame/ /?a=b#c /lab/%2e%2e/".split(" "),
  "/lab/connections/abcdefghijklmnopqrstuvwxyz",
  "/lab/server-close?code=1&code=2&reason=%ff",
  `/${"a".repeat(8_000)}`,
  `/lab/${"%41".repeat(2_500)}`,
];
const NUMBERS = ["", "0", "1", "2", "5", "999", "1000", "1001", "4294967296", "99999999999999999999", "-1", "a", "1.5"];
const HOSTS = [
  "localhost",
  "localhost",
  "localhost",
  "127.0.0.1:1",
  "[::1]",
  "",
  "evil.example",
  "a b",
  "a:b:c",
  "\u00e4",
];
const CODINGS = [
  "br",
  "gzip",
  "identity",
  "*",
  "br;q=0",
  "gzip;q=2",
  "br;q=0.5, gzip;q=x",
  ",,,",
  "br,".repeat(500),
  ";q=1",
];
const DATES = ["Thu, 01 Jan 1970 00:00:00 GMT", "Fri, 31 Dec 9999 23:59:59 GMT", "yesterday", "0", "-1", "NaN"];
const TAGS = ["*", '"x"', 'W/"x"', "x", '"', "W/", '"a", "b"', `"${"a,".repeat(1_000)}"`];

const number = (random: Random) => pick(random, NUMBERS);
const range = (random: Random) => `${number(random)}-${number(random)}`;

function rangeHeader(random: Random): string {
  const unit = pick(random, ["bytes", "bytes", "bytes", "Bytes", "lines", "", "bytes "]);
  const ranges = Array.from({ length: pick(random, [1, 1, 1, 2, 3, 200]) }, () => range(random));
  return `${unit}${pick(random, ["=", "=", "=", "", " = "])}${ranges.join(pick(random, [",", ", ", " "]))}`;
}

/** Headers after which the connection goes on. */
const HARMLESS: ((random: Random) => string)[] = [
  (random) => `Range: ${rangeHeader(random)}`,
  (random) => `Range: ${rangeHeader(random)}`,
  (random) => `If-Range: ${pick(random, [...DATES, ...TAGS])}`,
  (random) => `If-None-Match: ${pick(random, TAGS)}`,
  (random) => `If-Match: ${pick(random, TAGS)}`,
  (random) => `If-Modified-Since: ${pick(random, DATES)}`,
  (random) => `If-Unmodified-Since: ${pick(random, DATES)}`,
  (random) => `Accept-Encoding: ${pick(random, CODINGS)}`,
  (random) => `Last-Event-ID: ${pick(random, ["end", "0", "x"])}`,
  (random) => `Origin: ${pick(random, ["null", "http://evil.example"])}`,
];
const HEADERS: ((random: Random) => string)[] = [
  ...HARMLESS,
  (random) => `Content-Length: ${number(random)}`,
  (random) => `Transfer-Encoding: ${pick(random, ["chunked", "gzip", "identity", "chunked, chunked", "\tchunked"])}`,
  (random) => `Expect: ${pick(random, ["100-continue", "nothing"])}`,
  (random) => `Connection: ${pick(random, ["close", "keep-alive", "Upgrade", "Range, Host"])}`,
  (random) => `Upgrade: ${pick(random, ["websocket", "h2c", ""])}`,
  (random) => `Origin: ${pick(random, ["null", "http://evil.example", "\u00ff"])}`,
  (random) => `Last-Event-ID: ${pick(random, ["end", "0", "x"])}`,
  (random) => `Host: ${pick(random, HOSTS)}`,
  (random) => `X: ${"x".repeat(pick(random, [1, 8_000, 20_000]))}`,
  () => " folded",
  () => "no colon",
  () => "__proto__: x",
];
const UPGRADE = `Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==`;

/** A well-formed request without a body, after which the connection goes on. */
export function politeRequest(random: Random): string {
  const lines = [
    `${pick(random, [...METHODS.slice(0, 4), ...METHODS.slice(0, 6)])} ${pick(random, PATHS)} HTTP/1.1`,
    "Host: localhost",
  ];
  for (let count = random(4); count > 0; count--) lines.push(pick(random, HARMLESS)(random));
  return `${lines.join("\r\n")}\r\n\r\n`;
}

/** One request, valid or with lies: method, target, headers and perhaps a body. */
export function fuzzedRequest(random: Random): string {
  const version = pick(random, ["HTTP/1.1", "HTTP/1.1", "HTTP/1.1", "HTTP/1.1", "HTTP/1.0", "HTTP/2.0", "HTTP/9"]);
  const lines = [`${pick(random, METHODS)} ${pick(random, PATHS)} ${version}`];
  if (random(20) > 0) lines.push(`Host: ${random(4) > 0 ? "localhost" : pick(random, HOSTS)}`);
  for (let count = random(4); count > 0; count--) lines.push(pick(random, HEADERS)(random));
  if (random(12) === 0) lines.push(UPGRADE);
  const body = random(10) === 0 ? pick(random, ["0\r\n\r\n", "5\r\nabcde\r\n0\r\n\r\n", "ffffffffff\r\n", "abc"]) : "";
  return `${lines.join("\r\n")}\r\n\r\n${body}`;
}
