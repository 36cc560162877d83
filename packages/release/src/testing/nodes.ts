import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, realpathSync, symlinkSync } from "node:fs";
import { delimiter, join } from "node:path";

/** A Node to try a package on. */
export interface Node {
  version: string;
  path: string;
}

/** The Node that runs this, and the first on PATH that is older and no older than Node 20. */
export function findNodes(): Node[] {
  const onPath = (process.env.PATH ?? "").split(delimiter).map((folder) => join(folder, "node"));
  const older = onPath.filter(existsSync).map(toNode).find(isOlder);
  return [{ version: process.version, path: process.execPath }, ...(older ? [older] : [])];
}

function toNode(path: string): Node {
  return { version: execFileSync(path, ["--version"], { encoding: "utf8" }).trim(), path: realpathSync(path) };
}

function isOlder({ version }: Node): boolean {
  const major = Number.parseInt(version.slice(1), 10);
  return major >= 20 && major < 24;
}

/** An environment in which `node` is that Node, and nothing says that npm runs a script of this project. */
export function withNode({ version, path }: Node, folder: string): NodeJS.ProcessEnv {
  const bin = join(folder, version);
  mkdirSync(bin, { recursive: true });
  if (!existsSync(join(bin, "node"))) symlinkSync(path, join(bin, "node"));
  const { npm_config_local_prefix: _, INIT_CWD: __, PORT: ___, HOST: ____, ...env } = process.env;
  return { ...env, PATH: `${bin}${delimiter}${env.PATH}` };
}
