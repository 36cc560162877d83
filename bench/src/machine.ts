import { readFileSync } from "node:fs";
import { findPackageJSON } from "node:module";
import { arch, availableParallelism, cpus, platform } from "node:os";

/** The packages whose speed the parsers' is compared with. */
export const PARSER_PEERS = ["wikiparser-node", "wtf_wikipedia"];

/** The machine, versions and date, on which figures depend besides the code. */
export const readMachine = (peers: readonly string[]) => ({
  date: new Date().toISOString().slice(0, 10),
  machine: `${availableParallelism()} cores of ${cpus()[0]?.model.trim() ?? "an unknown processor"}, ${platform()} ${arch()}`,
  node: `Node.js ${process.versions.node}`,
  peers: peers.map((name) => `${name} ${versionOf(name)}`).join(", "),
});

function versionOf(name: string): string {
  const file = findPackageJSON(name, import.meta.url);
  if (file === undefined) throw new Error(`${name} is not installed; run npm ci`);
  return (JSON.parse(readFileSync(file, "utf8")) as { version: string }).version;
}
