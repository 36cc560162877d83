import type { IncomingMessage, ServerResponse } from "node:http";
import { answerRefusal } from "../responses/http-response.ts";
import type { Hosts } from "./hosts.ts";

/** Whether a request's Host is one of `hosts`; if not, answers it with a refusal. */
export function checkHost(hosts: Hosts, request: IncomingMessage, response: ServerResponse): boolean {
  const refusal = hosts.check(request);
  if (refusal !== null) answerRefusal(response, refusal);
  return refusal === null;
}
