import { isLoopback } from "../http/hosts.ts";

/** The options that decide who may do what. */
export interface Exposed {
  host: string;
  /** What is served, as the subject of a sentence: “the lab”. */
  what: string;
  hosts: readonly string[] | null;
  origins: readonly string[] | null;
}

/** One line on what a server outside of loopback opens to whom; `null` on loopback. */
export function toExposure({ host, what, hosts, origins }: Exposed): string | null {
  if (isLoopback(host)) return null;
  const who = "everyone whose network reaches this computer";
  const names = hosts === null ? "under any name" : `under the names ${["localhost", ...hosts].join(", ")}`;
  const pages = origins === null ? "pages of every origin" : `pages of ${origins.join(", ")}`;
  return (
    `HOST is ${host}: ${who} can use ${what} ${names}, without a password or encryption; ` +
    `${pages} can connect to the lab and read the records of connections whose ids they know`
  );
}
