const BODY = `console.log(JSON.stringify({
  wasClean: closeEvent.features["api.CloseEvent.wasClean"].support.firefox.version_added,
  supported: isSupported("api.CloseEvent", "chrome 60"),
  prefix: supportOf("api.WebSocket", "firefox", 8).statement.prefix,
  code: explain(1006).entry.name,
  clean: observationsOf("fin-no-close")[0].result.wasClean,
  ending: endingOf("fin-no-close").expected.code,
  engine: engines.engines[0].id,
  differs: differences().some(({ ending }) => ending === "fin-no-close"),
}));
`;
const FUNCTIONS = "differences, endingOf, explain, isSupported, observationsOf, supportOf";

/** Programs that use the published package, by file name. */
export const CONSUMERS = {
  "consumer.mjs": `import { ${FUNCTIONS} } from "@wasclean/data";
import closeEvent from "@wasclean/data/compat/CloseEvent.json" with { type: "json" };
import engines from "@wasclean/data/engines.json" with { type: "json" };
${BODY}`,
  "consumer.cjs": `const { ${FUNCTIONS} } = require("@wasclean/data");
const closeEvent = require("@wasclean/data/compat/CloseEvent.json");
const engines = require("@wasclean/data/engines.json");
${BODY}`,
  "query.mjs": `import { isSupportedByQuery } from "@wasclean/data";
await isSupportedByQuery("api.CloseEvent", "defaults").catch(({ message }) => console.log(message));
`,
  "bundled.mjs": `import { isSupported } from "@wasclean/data";
console.log(isSupported("api.CloseEvent.wasClean", "chrome 60"));
`,
};

/** What `consumer.mjs` and `consumer.cjs` print, as JSON. */
export const PRINTED = {
  wasClean: "8",
  supported: true,
  prefix: "Moz",
  code: "Abnormal Closure",
  clean: false,
  ending: 1006,
  engine: "chromium",
  differs: true,
};

const TYPED = `
const version: string | false | undefined = [closeEvent.features["api.CloseEvent"].support.chrome].flat()[0]?.version_added;
const low: string | undefined = closeEvent.features["api.CloseEvent.wasClean"].baseline?.baseline_low_date;
const seen: boolean | null = chromium.results["fin-no-close"].wasClean;
const engine: string = differences.engines.webkitgtk.version;
const sameEngine: typeof engine = computed.engines.webkitgtk.version;
const engineIds: EngineId[] = engines.engines.map(({ id }) => id);
const ids: EndingId[] = endings.map(({ id }) => id);
const state: "yes" | "partial" | "other-name" | "behind-flag" | "no" | "unknown" = supportOf("api.WebSocket", "safari_ios", 15).state;
const code: CloseCodeEntry = explain(1006).entry;
// @ts-expect-error -- no such member
closeEvent.features["api.CloseEvent.colour"];
// @ts-expect-error -- no such browser
closeEvent.features["api.CloseEvent"].support.netscape;
// @ts-expect-error -- no such ending
chromium.results["fin"];
// @ts-expect-error -- no such engine
differences.engines.netscape;
// @ts-expect-error -- no such feature
supportOf("api.CloseEvents", "chrome", 60);
// @ts-expect-error -- no such browser
supportOf("api.CloseEvent", "netscape", 60);
// @ts-expect-error -- no such ending
observationsOf("fin");
export const used = [version, low, seen, engine, sameEngine, engineIds, ids, state, code];
`;
const NAMED = "type CloseCodeEntry, type EndingId, type EngineId, explain, observationsOf, supportOf";
const JSON_FILES = [
  ["closeEvent", "compat/CloseEvent"],
  ["chromium", "observations/chromium"],
  ["differences", "derived/differences"],
  ["computed", "computed/differences"],
  ["endings", "endings"],
  ["engines", "engines"],
] as const;
const importJson = ([name, path]: readonly [string, string]) =>
  `import ${name} from "@wasclean/data/${path}.json" with { type: "json" };`;

/** Programs that TypeScript is to find right, down to what they expect to be wrong. */
export const TYPES = {
  "types.mts": `import { ${NAMED} } from "@wasclean/data";\n${JSON_FILES.map(importJson).join("\n")}${TYPED}`,
  "types.cts": `import { ${NAMED} } from "@wasclean/data";
${JSON_FILES.map(([name, path]) => `import ${name} = require("@wasclean/data/${path}.json");`).join("\n")}${TYPED}`,
};

/** Programs that TypeScript is to find wrong. */
export const NOT_TYPES = {
  "no-attribute.mts": `import closeEvent from "@wasclean/data/compat/CloseEvent.json";\nexport const { name } = closeEvent;\n`,
};
