import { readFileSync } from "node:fs";
import { arch, availableParallelism, cpus, platform } from "node:os";

const PEERS = ["wikiparser-node", "wtf_wikipedia"];

/** What a number depends on besides the code: machine, versions, date. */
export const readMachine = () => ({
  date: new Date().toISOString().slice(0, 10),
  machine: `${availableParallelism()} cores of ${cpus()[0]?.model.trim() ?? "an unknown processor"}, ${platform()} ${arch()}`,
  node: `Node.js ${process.versions.node}`,
  peers: PEERS.map((name) => `${name} ${versionOf(name)}`).join(", "),
});

function versionOf(name: string): string {
  const file = new URL(`../node_modules/${name}/package.json`, import.meta.url);
  return (JSON.parse(readFileSync(file, "utf8")) as { version: string }).version;
}
