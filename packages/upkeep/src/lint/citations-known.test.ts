import { citationsKnown } from "./citations-known.ts";
import { testRule } from "./testing/test-rule.ts";

const at = (field: string) => `endings.json/0/citation/0/${field}`;
const change =
  (values: object) =>
  ({ endings }: { endings: { citation: object[] }[] }) => {
    Object.assign(endings[0]?.citation[0] ?? {}, values);
  };
testRule(citationsKnown, [
  [
    "a specification that nobody knows",
    change({ specification: "RFC 6456" }),
    at("specification"),
    /"RFC 6456" is no specification/,
  ],
  ["a name that every object has", change({ specification: "constructor" }), at("specification"), /"constructor"/],
  ["an address that is none", change({ url: "no address" }), at("url"), /no address is no section of RFC 6455/],
  [
    "an address elsewhere",
    change({ url: "https://example.org/#section-7.1.4" }),
    at("url"),
    /is no section of RFC 6455/,
  ],
  [
    "an address without a section",
    change({ specification: "WHATWG WebSockets", url: "https://websockets.spec.whatwg.org/#" }),
    at("url"),
    /is no section/,
  ],
  ["the address of another section", change({ section: "§7.1.5" }), at("url"), /is not the address of §7\.1\.5/],
]);
