/** The address of a Redis or Valkey. */
export interface RecordsAddress {
  /** The URL for @redis/client, including the password. */
  url: string;
  /** The address for messages, without user and password. */
  name: string;
}

const SCHEMES: Record<string, string> = { "redis:": "redis:", "rediss:": "rediss:" };
Object.assign(SCHEMES, { "valkey:": "redis:", "valkeys:": "rediss:" });

/** Reads `redis://[user:password@]host[:port][/db]`, also `rediss:` (TLS), `valkey:` and `valkeys:`; `null` for anything else. */
export function fromRecordsUrl(text: string): RecordsAddress | null {
  if (!URL.canParse(text)) return null;
  const { protocol, hostname, host, pathname, search, hash } = new URL(text);
  const scheme = Object.hasOwn(SCHEMES, protocol) ? SCHEMES[protocol] : undefined;
  if (scheme === undefined || hostname === "" || search !== "" || hash !== "") return null;
  if (!/^(\/\d{0,4})?$/.test(pathname)) return null;
  return { url: scheme + text.slice(protocol.length), name: `${protocol}//${host}${pathname}` };
}
