import { generatedFrom } from "./generated-from.ts";
import { testRule } from "./testing/test-rule.ts";

const DERIVED = "computed/differences.json/generatedFrom";
testRule(generatedFrom, [
  [
    "a file that is not there",
    ({ differences }) => {
      differences.generatedFrom.push("observations/bun.json");
    },
    DERIVED,
    /from observations\/bun\.json, which does not exist/,
  ],
  [
    "an engine left out",
    ({ differences }) => {
      differences.generatedFrom.pop();
    },
    DERIVED,
    /was not generated from observations\/ws\.json/,
  ],
  [
    "endings left out",
    ({ differences }) => {
      differences.generatedFrom.shift();
    },
    DERIVED,
    /was not generated from endings\.json/,
  ],
  [
    "another version of an engine",
    ({ differences }) => {
      differences.engines.ws.version = "0";
    },
    DERIVED,
    /from another observations\/ws\.json/,
  ],
  [
    "another day",
    ({ differences }) => {
      differences.engines.ws.observedOn = "2025-12-31";
    },
    DERIVED,
    /from another observations\/ws\.json/,
  ],
  [
    "a page whose source is gone",
    ({ files }) => {
      files.get("pages/x.json").source.path = "y.wiki";
    },
    "pages/x.json/source",
    /wiki\/y\.wiki, which does not exist/,
  ],
  [
    "a page whose source has changed",
    ({ files }) => {
      files.get("pages/x.json").source.sha256 = "01";
    },
    "pages/x.json/source",
    /wiki\/x\.wiki, whose text has changed/,
  ],
  [
    "drift from another page",
    ({ files }) => {
      files.get("computed/drift.json").sources.wiki.sha256 = "01";
    },
    "computed/drift.json/sources/wiki",
    /wiki\/x\.wiki/,
  ],
]);
