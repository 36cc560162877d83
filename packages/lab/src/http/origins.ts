import { REFUSAL, type Refusal } from "../responses/refusal.ts";

/** The origins whose pages may connect to the lab, and read its answers. */
export class Origins {
  readonly #allowed: ReadonlySet<string> | null;

  /**
   * Allows the given origins; `null` allows all.
   * @throws {RangeError} for a text that is not an origin as browsers send it.
   */
  constructor(allowed: readonly string[] | null) {
    const bad = allowed?.find((origin) => !isOrigin(origin));
    if (bad !== undefined) {
      const remedy = "use scheme, host and port as browsers send them, such as https://example.org";
      throw new RangeError(`createLab: ${JSON.stringify(bad)} is not an origin; ${remedy}`);
    }
    this.#allowed = allowed === null ? null : new Set(allowed);
  }

  /** The refusal of a handshake with this Origin header, or `null`; a handshake without it does not come from a page. */
  check(origin: string | undefined): Refusal | null {
    return origin === undefined || this.#allows(origin) ? null : REFUSAL.originForbidden(origin);
  }

  /** The headers that let a page read a response. */
  toHeaders(origin: string | undefined): Record<string, string> {
    if (this.#allowed === null) return { "Access-Control-Allow-Origin": "*" };
    const allow = origin !== undefined && this.#allows(origin) ? { "Access-Control-Allow-Origin": origin } : {};
    return { ...allow, Vary: "Origin" };
  }

  #allows(origin: string): boolean {
    return this.#allowed === null || this.#allowed.has(origin);
  }
}

/** Whether a text is an origin in the form of the Origin header: https://html.spec.whatwg.org/#ascii-serialisation-of-an-origin */
function isOrigin(text: string): boolean {
  if (text === "null") return true;
  if (!URL.canParse(text) || !/^[a-z][a-z0-9+.-]*:\/\/[^\s/?#@\\]+$/.test(text)) return false;
  return !/^https?:/.test(text) || new URL(text).origin === text;
}
