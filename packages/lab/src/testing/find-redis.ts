import { findProgram, isExecutable, pathFolders } from "@wasclean/tools/find-program";

const NAMES = ["redis-server", "valkey-server"];
const REMEDY = "Install Redis or Valkey, or set REDIS_SERVER_PATH to one; on Debian: apt-get install redis-server.";

/** The path of a Redis or Valkey to test with: REDIS_SERVER_PATH, or one on the PATH. Throws the remedy where none is installed. */
export function findRedis(): string {
  const chosen = process.env.REDIS_SERVER_PATH;
  if (chosen) {
    if (isExecutable(chosen)) return chosen;
    throw new Error(`REDIS_SERVER_PATH is “${chosen}”, which is not a program. ${REMEDY}`);
  }
  const found = findProgram(NAMES, [...pathFolders(), "/usr/bin"]);
  if (found === null) throw new Error(`No Redis found. ${REMEDY}`);
  return found;
}
