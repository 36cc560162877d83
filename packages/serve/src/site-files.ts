import type { Stats } from "node:fs";
import { stat } from "node:fs/promises";
import type { IncomingMessage, ServerResponse } from "node:http";
import { extname, join } from "node:path";
import { SECURITY_HEADERS } from "@wasclean/lab";
import Negotiator from "negotiator";
import send from "send";
import { toRange } from "./to-range.ts";

/** File name extensions of what compressFiles() writes, by content coding, the smaller first. */
const CODINGS = new Map([
  ["br", ".br"],
  ["gzip", ".gz"],
]);
/** Errors of a name at which no file can be. Any other means that there is one that cannot be read now. */
const NO_FILE = new Set(["ENOENT", "ENOTDIR", "ENAMETOOLONG", "ELOOP", "EINVAL"]);
/** The computer or the process has too many files open. */
const TOO_MANY = new Set(["EMFILE", "ENFILE"]);

/** A folder's files by the URLs of a site. */
export interface SiteFilesOptions {
  folder: string;
  /** Whether compressFiles() has run on the folder. */
  isCompressed: boolean;
  /** Headers of the answer to a path; `path` is decoded. */
  headersFor: (path: string) => Record<string, string>;
  /** Answers where there is no such file. */
  notFound: (path: string, request: IncomingMessage, response: ServerResponse) => void;
}

/** Answers GET and HEAD with files: `/a/` and `/a` with `a/index.html`. Looks anew each time, for the site may be rebuilt. */
export class SiteFiles {
  readonly #options: SiteFilesOptions;

  constructor(options: SiteFilesOptions) {
    this.#options = options;
  }

  /** Answers a request. */
  async handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = toPath(request.url ?? "/");
    try {
      const file = path === null ? null : await this.#find(path);
      if (response.destroyed) return;
      if (path === null || file === null) this.#options.notFound(path ?? "/", request, response);
      else this.#send(path, file, await this.#choose(file, request, response), request, response);
    } catch (error) {
      refuse(response, error as NodeJS.ErrnoException);
    }
  }

  /** The name of the file at a path, relative to the folder. */
  async #find(path: string): Promise<string | null> {
    const name = path.split("/").filter(Boolean).join("/");
    const page = join(name, "index.html");
    const names = name === "" ? [page] : path.endsWith("/") ? [page, `${name}.html`] : [name, page, `${name}.html`];
    for (const candidate of names) if (await isFile(join(this.#options.folder, candidate))) return candidate;
    return null;
  }

  /** The content coding that the client likes best and that is there; `null` for none. */
  async #choose(file: string, request: IncomingMessage, response: ServerResponse): Promise<string | null> {
    if (!this.#options.isCompressed) return null;
    response.setHeader("Vary", "Accept-Encoding");
    const known = [...CODINGS.keys()];
    // With the same weight for several, as browsers send them, the server chooses.
    for (const coding of encodingsOf(request, [...known, "identity"], known)) {
      const extension = CODINGS.get(coding);
      if (extension === undefined) return null;
      if (await isFile(join(this.#options.folder, file + extension))) return coding;
    }
    return null;
  }

  #send(path: string, file: string, coding: string | null, request: IncomingMessage, response: ServerResponse): void {
    const { folder, headersFor, notFound } = this.#options;
    const name = file + (CODINGS.get(coding ?? "") ?? "");
    const target = name.split("/").map(encodeURIComponent).join("/");
    const sent = send(request, target, { root: folder, index: false, dotfiles: "allow", cacheControl: false });
    sent.on("file", (_: string, stats: Stats) => normalizeRange(request, stats));
    sent.on("headers", () => {
      const usual = { ...SECURITY_HEADERS, "Cache-Control": "no-cache" };
      for (const [header, value] of Object.entries({ ...usual, ...headersFor(path) }))
        response.setHeader(header, value);
      if (path.startsWith("/embed/frame/")) response.removeHeader("Content-Security-Policy"); // other sites frame this page
      if (coding !== null) response.setHeader("Content-Encoding", coding);
      if (extname(file) !== "") sent.type(file);
    });
    // A file that became shorter meanwhile would leave the client waiting for the rest.
    sent.on("stream", (stream: NodeJS.ReadableStream & { bytesRead: number }) => {
      stream.once("end", () => {
        if (stream.bytesRead < Number(response.getHeader("Content-Length"))) response.destroy();
      });
    });
    sent.on("error", (error: NodeJS.ErrnoException & { status?: number }) => {
      if (error.status === 404 && !response.headersSent) notFound(path, request, response);
      else refuse(response, error);
    });
    sent.pipe(response);
  }
}

/** The decoded path of a request's target; `null` if no file can be there. */
function toPath(url: string): string | null {
  try {
    const path = decodeURIComponent(url.split("?", 1)[0] ?? "");
    const isOdd = !path.startsWith("/") || /[\\\0]/.test(path);
    // Files that begin with a dot are nobody's business, and `..` leads out.
    return isOdd || /\/\.(?!well-known(?:\/|$))/.test(path) ? null : path;
  } catch {
    return null;
  }
}

async function isFile(path: string): Promise<boolean> {
  try {
    return !(await stat(path)).isDirectory();
  } catch (error) {
    if (NO_FILE.has((error as NodeJS.ErrnoException).code ?? "")) return false;
    throw error;
  }
}

/** Negotiator's types lack the third parameter: https://github.com/jshttp/negotiator#encodings */
function encodingsOf(request: IncomingMessage, available: string[], preferred: string[]): string[] {
  const negotiator = new Negotiator(request) as unknown as {
    encodings(available: string[], options: { preferred: string[] }): string[];
  };
  return negotiator.encodings(available, { preferred });
}

/**
 * Replaces a request's Range by one that `send` reads as RFC 9110 says, or removes it: of HEAD (§14.2), and with an
 * If-Range that is not exactly the date of the file (§13.1.5); its ETags are weak, and so never match.
 */
function normalizeRange({ method, headers }: IncomingMessage, { mtime, size }: Stats): void {
  const condition = headers["if-range"];
  const isFresh = condition === undefined || condition === mtime.toUTCString();
  const range = method === "HEAD" || !isFresh ? null : toRange(headers.range ?? "", size);
  if (range === null) delete headers.range;
  else headers.range = range;
}

/** Answers with the error's status, without a body, or ends the connection if the answer has begun. */
function refuse(response: ServerResponse, error: NodeJS.ErrnoException & { status?: number }): void {
  if (response.headersSent || response.destroyed) {
    response.destroy();
    return;
  }
  const range = response.getHeader("Content-Range");
  const { code = "", status = 500 } = error;
  for (const name of response.getHeaderNames()) response.removeHeader(name);
  const more: Record<string, string> = {};
  if (status === 416) more["Content-Range"] = String(range);
  if (TOO_MANY.has(code)) more["Retry-After"] = "1";
  if (status >= 500) console.error(`wasclean: a file of the site cannot be read: ${error.message}`);
  const final = TOO_MANY.has(code) ? 503 : status;
  response.writeHead(final, { ...SECURITY_HEADERS, ...more, "Content-Length": "0" }).end();
}
