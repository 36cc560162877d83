import type { CloseCodeEntry, CloseCodes, Ending, EndingGroup, Observations } from "@wasclean/schema";
import { derive } from "../../computed/derive.ts";
import { type DataSet, toDataSet } from "../data-set.ts";

const RFC = "https://www.rfc-editor.org/rfc/rfc6455#section-";

/** A small data set with which nothing is wrong, anew each time, for a test to break. */
export function validData(): DataSet {
  const observations = ["chromium", "ws"].map(toObservations);
  const derived = [...derive(ENDINGS, observations)].map(([name, text]) => [`computed/${name}`, JSON.parse(text)]);
  const files = new Map<string, unknown>([
    ["archive.json", { archived: "2015-08" }],
    ["close-codes.json", { $schema: "./json-schema/close-codes.json", closeCodes: toEntries() } satisfies CloseCodes],
    [
      "compat/CloseEvent.json",
      { sources: { bcd: { date: "2026-01-01" } }, features: { "api.CloseEvent": { source: "bcd" } } },
    ],
    ...(derived as [string, unknown][]),
    ["computed/drift.json", { sources: { wiki: { path: "x.wiki", sha256: "00" } }, drift: { source: "wiki" } }],
    ...toGroupFiles(),
    ["engines.json", { engines: ["chromium", "ws"].map((id) => ({ id })) }],
    ...observations.map((file): [string, unknown] => [`observations/${file.engine.id}.json`, file]),
    ["pages/x.json", { source: { path: "x.wiki", sha256: "00", bytes: 0 }, sources: "2999-01" }],
  ]);
  // Parts that files share are to be broken one by one.
  const own = new Map([...files].map(([name, content]) => [name, JSON.parse(JSON.stringify(content))]));
  const wiki = new Map([["x.wiki", "00"]]);
  return toDataSet({ files: own, wiki, implementationGroups: ["close-code", "close-body"], today: "2026-01-02" });
}

const base: Ending = {
  id: "server-close",
  group: "close-code",
  title: "A code",
  initiator: "server",
  server: "Sends a Close frame.",
  parameters: [{ name: "code", sentBy: "server", default: 1000 }],
  connectsTo: "lab",
  client: [],
  expected: { code: { parameter: "code" }, reason: "", wasClean: true, events: ["open", "close"] },
  citation: [
    { specification: "RFC 6455", section: "§7.1.4", url: `${RFC}7.1.4` },
    { specification: "IANA", section: "Codes", url: "https://www.iana.org/assignments/websocket/websocket.xhtml#x" },
  ],
};
const fixed = { code: 1000, reason: "", wasClean: true, events: ["open" as const, "close" as const] };
const ENDINGS: Ending[] = [
  { ...base, expectedForLongReason: "close-empty" },
  {
    ...base,
    id: "server-close-1000",
    title: "A Close frame with 1000 (Normal Closure)",
    parameters: [],
    presetOf: { ending: "server-close", code: 1000 },
    expected: fixed,
  },
  { ...base, id: "close-empty", group: "close-body", parameters: [], expected: { ...fixed, code: 1005 } },
];

function toObservations(id: string): Observations {
  const seen = { ...fixed, code: id === "ws" ? 1006 : 1000, throws: null, seconds: null, serverSaw: [], runs: 3 };
  return {
    engine: { id, name: id, version: "1", os: "x" },
    observedOn: "2026-01-01",
    results: {
      "server-close-1000": { ...seen, stable: true },
      ...(id === "ws" ? {} : { "close-empty": { ...seen, stable: true } }),
    },
    notMeasured: id === "ws" ? { "close-empty": "It cannot." } : {},
  };
}

function toEntries(): CloseCodeEntry[] {
  const IANA = { registry: "IANA WebSocket Close Code Number Registry", date: "2026-01-01" } as const;
  const entry = {
    name: null,
    reference: [{ text: "RFC 6455", url: RFC }],
    registered: null,
    meaning: "x",
    source: IANA,
  };
  const unused = { ...entry, status: "not-used", sentBy: "nobody", onWire: null, scriptMayPass: false } as const;
  const outside = { ...unused, source: { registry: "RFC 6455", date: "2011-12" } } as const;
  const registered = { ...entry, status: "registered", sentBy: "either", onWire: true, scriptMayPass: false } as const;
  return [
    { ...outside, code: [0, 999] },
    { ...registered, code: 1000, name: "Normal Closure", scriptMayPass: true },
    { ...registered, code: [1001, 2999] },
    { ...registered, code: [3000, 4999], status: "private-use", scriptMayPass: true },
    { ...outside, code: [5000, 65535] },
  ];
}

/** The endings in the files of their groups. */
function toGroupFiles(): [string, EndingGroup][] {
  return [...Map.groupBy(ENDINGS, ({ group }) => group)].map(([group, members], index) => {
    const endings = members.map(({ group: _, ...rest }) => rest);
    return [
      `endings/${group}.json`,
      { $schema: "../json-schema/ending-group.json", group, title: group, order: index + 1, endings },
    ];
  });
}
