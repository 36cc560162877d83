import { testRule } from "./testing/test-rule.ts";
import { valuesSourced } from "./values-sourced.ts";

const COMPAT = "compat/CloseEvent.json";
testRule(valuesSourced, [
  [
    "a source that the file does not have",
    ({ files }) => {
      files.get(COMPAT).features["api.CloseEvent"].baseline = { source: "web-features" };
    },
    `${COMPAT}/features/api.CloseEvent/baseline/source`,
    /"web-features" is not a source of this file/,
  ],
  [
    "a name that every object has",
    ({ files }) => {
      files.get(COMPAT).features.x = { source: "toString" };
    },
    `${COMPAT}/features/x/source`,
    /"toString"/,
  ],
  [
    "a source of nothing",
    ({ files }) => {
      files.get(COMPAT).sources.wiki = {};
    },
    `${COMPAT}/sources/wiki`,
    /No value is from "wiki"/,
  ],
  [
    "an engine without version and file",
    ({ differences }) => {
      Reflect.deleteProperty(differences.engines, "ws");
    },
    "computed/differences.json/differences/0/groups/1/engines/0",
    /"ws" is not among the file's engines/,
  ],
  [
    "a registered code from elsewhere",
    ({ closeCodes }) => {
      closeCodes[1].source.registry = "RFC 6455";
    },
    "close-codes.json/closeCodes/1/source/registry",
    /registered are not taken from RFC 6455/,
  ],
  [
    "a code that the registry does not list",
    ({ closeCodes }) => {
      closeCodes[0].source.registry = "IANA WebSocket Close Code Number Registry";
    },
    "close-codes.json/closeCodes/0/source/registry",
    /not-used are not taken from IANA/,
  ],
]);
