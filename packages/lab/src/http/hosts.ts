import type { IncomingMessage } from "node:http";
import { REFUSAL, type Refusal } from "../responses/refusal.ts";

/** `uri-host [ ":" port ]`: https://www.rfc-editor.org/rfc/rfc9110#section-7.2 */
const AUTHORITY = /^(\[[0-9A-Fa-f:.]{2,45}\]|[A-Za-z0-9._~!$&'()*+,;=%-]{1,255})(?::\d{0,5})?$/;
/** The names that browsers resolve to loopback themselves, and its addresses. */
const LOOPBACK = /^(?:(?:[a-z0-9-]+\.)*localhost\.?|127(?:\.\d{1,3}){3}|\[(?:0*:)*:?0*1\])$/;

/**
 * The names in the Host header to which a server answers. Without this check, a page whose name is made to resolve to
 * a loopback address could read what only this computer should (DNS rebinding).
 */
export class Hosts {
  readonly #allowed: ReadonlySet<string> | null;

  /**
   * Allows the given names besides those of loopback; `null` allows all.
   * @throws {RangeError} for a text that is not a host name or an address.
   */
  constructor(allowed: readonly string[] | null) {
    const bad = allowed?.find((name) => toName(name) === null || /:\d*$/.test(name.replace(/\[.*\]/, "")));
    if (bad !== undefined) {
      const remedy = "use names or addresses without a port, such as lab.example.org or [2001:db8::1]";
      throw new RangeError(`createLab: ${JSON.stringify(bad)} is not a host; ${remedy}`);
    }
    this.#allowed = allowed === null ? null : new Set(allowed.map((name) => name.toLowerCase()));
  }

  /** The refusal of a request with a missing, repeated, malformed or foreign Host, or `null`. */
  check({ headers, headersDistinct }: Pick<IncomingMessage, "headers" | "headersDistinct">): Refusal | null {
    const { host } = headers;
    const name = host === undefined || headersDistinct.host?.length !== 1 ? null : toName(host);
    if (name === null) return REFUSAL.hostBad();
    return this.#allowed === null || this.#isAllowed(name) ? null : REFUSAL.hostForbidden(name);
  }

  /** The Host header if its name is one that was allowed by name, else `null`: it may stand in an answer. */
  toTrusted(host: string): string | null {
    const name = toName(host);
    return name !== null && this.#isAllowed(name) ? host : null;
  }

  #isAllowed(name: string): boolean {
    return LOOPBACK.test(name) || (this.#allowed?.has(name) ?? false);
  }
}

/** Whether a host to listen on is loopback, so that only this computer can connect. */
export function isLoopback(host: string): boolean {
  return LOOPBACK.test(host.toLowerCase()) || LOOPBACK.test(`[${host}]`);
}

/** The name without the port, in lower case; `null` if malformed. */
function toName(host: string): string | null {
  return AUTHORITY.exec(host)?.[1]?.toLowerCase() ?? null;
}
