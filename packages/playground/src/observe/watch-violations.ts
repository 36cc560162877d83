/** A connection that a Content-Security-Policy forbade: fields of a SecurityPolicyViolationEvent. */
export interface Violation {
  directive: string;
  blockedURI: string;
}

/** Collects the violations of a document's Content-Security-Policy until the signal is aborted. */
export function watchViolations(
  target: Pick<Document, "addEventListener">,
  into: Violation[],
  signal: AbortSignal,
): void {
  target.addEventListener(
    "securitypolicyviolation",
    ({ effectiveDirective, blockedURI }) => void into.push({ directive: effectiveDirective, blockedURI }),
    { signal },
  );
}
