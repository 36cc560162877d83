import type { Violation } from "../observe/watch-violations.ts";
import type { LocalNetworkPermission } from "../run/run-data.ts";
import type { LabAnswer } from "./lab-index.ts";

/** Everything known about a lab that cannot be used. */
export interface UnreachableFacts {
  answer: LabAnswer;
  /** The lab's address. */
  lab: URL;
  violations: readonly Violation[];
  /** The page's `location.protocol`. */
  protocol: string;
  isOnline: boolean;
  localNetwork: LocalNetworkPermission;
}

const LOOPBACK = /^(localhost|127(\.\d+){3}|\[::1\])$/;

/** Why the lab cannot be used, in sentences: the certain reasons, else the possible ones. */
export function explainUnreachable(facts: UnreachableFacts): string[] {
  const { answer, lab, violations, protocol, isOnline, localNetwork } = facts;
  if (violations.some(({ directive }) => directive === "connect-src")) {
    return [`This page’s Content-Security-Policy forbids it to connect to ${lab.origin}: connect-src has to allow it.`];
  }
  if (answer.problem === "NOT_A_LAB") {
    return [
      `What answers at ${lab.href} is not a lab (status ${answer.status}): a static host, perhaps, which serves files only.`,
    ];
  }
  const isLocal = LOOPBACK.test(lab.hostname);
  const reasons = [];
  if (!isOnline && !isLocal) reasons.push("The browser says that it is offline.");
  if (protocol === "https:" && lab.protocol === "http:" && !isLocal) {
    reasons.push("This page came over https and the lab is at http: browsers block such mixed content.");
  }
  if (localNetwork === "denied" && isLocal) {
    reasons.push(
      "The browser’s permission to reach this computer is denied to this page; its site settings can change that.",
    );
  }
  if (reasons.length > 0) return reasons;
  return [
    answer.problem === "LAB_SILENT"
      ? `Nothing answered at ${lab.href} within three seconds.`
      : `Nothing answers at ${lab.href}, or it does not allow this page to read the answer; script is not told which.`,
    ...(isLocal && localNetwork === "prompt"
      ? ["The browser asks before a page may reach this computer; it was not allowed yet."]
      : []),
  ];
}
