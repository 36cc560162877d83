import { AsyncLocalStorage } from "node:async_hooks";
import { EventEmitter } from "node:events";
import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";
import type { Duplex } from "node:stream";
import { answerRefusal } from "../responses/http-response.ts";
import { REFUSAL } from "../responses/refusal.ts";

/** Takes over the socket of an upgrade. */
export type UpgradeListener = (request: IncomingMessage, socket: Duplex, head: Buffer) => void;

/** One request or taken-over connection, which a fault in its handler ends. */
interface Scope {
  /** Method and target, for the log. */
  what: string;
  socket: Duplex;
  /** `null` for an upgrade. */
  response: ServerResponse | null;
}

const SCOPE = Symbol("scope");
type Guarded = Duplex & { [SCOPE]: Scope };

/** The scope of the code that runs: timers, promises and streams inherit it. */
const scopes = new AsyncLocalStorage<Scope>();
const LONGEST_QUOTE = 200;

/** Answers 500 where a handler throws, or destroys the socket where the answer has begun. */
export function guardRequests(handle: RequestListener): RequestListener {
  return (request, response) => {
    const scope = { what: toWhat(request), socket: request.socket, response };
    guard(scope, () => handle(request, response));
  };
}

/** Destroys the socket where a handler throws, and where a listener of the socket does so later. */
export function guardUpgrades(handle: UpgradeListener): UpgradeListener {
  return (request, socket, head) => {
    const scope = { what: toWhat(request), socket, response: null };
    (socket as Guarded)[SCOPE] = scope;
    // A socket's events come from outside of the scope in which its listeners were added.
    socket.emit = emitGuarded;
    guard(scope, () => handle(request, socket, head));
  };
}

/**
 * Makes a fault in a timer, promise or stream of one connection end that connection only; any other fault ends the
 * process with status 1. A closed pipe at standard output or error ends nothing. For commands: libraries leave the
 * process to its owner.
 */
export function installLastResort(): void {
  for (const stream of [process.stdout, process.stderr]) stream.on("error", () => {});
  // Unhandled rejections arrive here too.
  process.on("uncaughtException", (error: unknown) => {
    const scope = scopes.getStore();
    if (scope !== undefined) fail(scope, error);
    else {
      console.error(error);
      process.exit(1);
    }
  });
}

/** Shadows the socket's own `emit`. */
function emitGuarded(this: Duplex, ...event: unknown[]): boolean {
  const scope = (this as Guarded)[SCOPE];
  try {
    return scopes.run(scope, Reflect.apply, EventEmitter.prototype.emit, this, event);
  } catch (error) {
    fail(scope, error);
    return true;
  }
}

function guard(scope: Scope, run: () => void): void {
  try {
    scopes.run(scope, run);
  } catch (error) {
    fail(scope, error);
  }
}

function fail({ what, socket, response }: Scope, error: unknown): void {
  console.error(`wasclean: ${what} failed: ${toLine(error)}`);
  if (response === null || response.headersSent || response.destroyed) {
    socket.destroy();
    return;
  }
  for (const name of response.getHeaderNames()) response.removeHeader(name);
  answerRefusal(response, REFUSAL.failed());
}

const toWhat = ({ method, url = "" }: IncomingMessage) => `${method} ${JSON.stringify(url.slice(0, LONGEST_QUOTE))}`;

/** The error and where it was thrown, in one line. */
function toLine(error: unknown): string {
  if (!(error instanceof Error)) return JSON.stringify(String(error).slice(0, LONGEST_QUOTE));
  const at = /^ {4}at .*$/m.exec(error.stack ?? "")?.[0].trim() ?? "";
  return `${error.name}: ${JSON.stringify(error.message.slice(0, LONGEST_QUOTE))} ${at}`;
}
