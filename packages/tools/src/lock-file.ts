import { readFileSync, writeFileSync } from "node:fs";

/** What of a package-lock.json is used here (https://docs.npmjs.com/cli/configuring-npm/package-lock-json). */
interface LockFile {
  packages: Record<string, LockedPackage>;
}
interface LockedPackage {
  version?: string;
  dev?: boolean;
  optional?: boolean;
  os?: string[];
  cpu?: string[];
  libc?: string[];
  engines?: Record<string, string>;
  optionalDependencies?: Record<string, string>;
}

/** The project's and the bench's, below the root. */
export const LOCK_FILES = ["package-lock.json", "bench/package-lock.json"] as const;
const toUrl = (file: string) => new URL(`../../../${file}`, import.meta.url);
const OS = ["aix", "android", "darwin", "freebsd", "linux", "netbsd", "openbsd", "openharmony", "sunos", "win32"];
const CPU = ["arm", "arm64", "ia32", "loong64", "mips64el", "ppc64", "riscv64", "s390x", "x64", "wasm32"];

/** Reads a lock file of LOCK_FILES. */
export const readLockFile = (file: string): LockFile => JSON.parse(readFileSync(toUrl(file), "utf8"));

/**
 * Optional dependencies that no entry stands for. npm leaves out those of other platforms where it found another
 * platform's installed, or a registry that has not got them yet (https://github.com/npm/cli/issues/4828), and `npm ci`
 * then refuses the file.
 */
export function findMissing({ packages }: LockFile): { name: string; entry: LockedPackage }[] {
  const missing = new Map<string, LockedPackage>();
  for (const holder of Object.values(packages)) {
    for (const [name, version] of Object.entries(holder.optionalDependencies ?? {})) {
      const isLocked = Object.keys(packages).some((path) => path.endsWith(`node_modules/${name}`));
      if (!isLocked && /^\d/.test(version)) missing.set(name, toEntry(name, version, holder));
    }
  }
  return [...missing].map(([name, entry]) => ({ name, entry }));
}

/** An entry for a binary of one platform; its name says which. Where a registry has it, npm adds the checksum. */
function toEntry(name: string, version: string, holder: LockedPackage): LockedPackage {
  const words = name.split(/[/-]/);
  const pick = (known: string[]) => known.filter((word) => words.includes(word));
  const libc = words.includes("musl") ? ["musl"] : words.includes("gnu") ? ["glibc"] : [];
  return {
    version,
    ...(pick(CPU).length > 0 && { cpu: pick(CPU) }),
    ...(holder.dev && { dev: true }),
    ...(libc.length > 0 && { libc }),
    optional: true,
    ...(pick(OS).length > 0 && { os: pick(OS) }),
  };
}

/** Writes the entries that are missing, and says how many they were. */
function complete(file: string): void {
  const lock = readLockFile(file);
  const missing = findMissing(lock);
  for (const { name, entry } of missing) lock.packages[`node_modules/${name}`] = entry;
  lock.packages = Object.fromEntries(Object.entries(lock.packages).sort(([a], [b]) => (a < b ? -1 : 1)));
  if (missing.length > 0) writeFileSync(toUrl(file), `${JSON.stringify(lock, null, 2)}\n`);
  console.log(`${file}: ${missing.length} platforms added.`);
}

if (import.meta.main) for (const file of LOCK_FILES) complete(file);
