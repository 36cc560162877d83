import type { ConnectionRecord } from "@wasclean/schema";
import type { Ports } from "../http/own-ports.ts";

/** Messages on the command's standard output. */
export interface Report {
  /** The server listens; `url` is the lab's address. */
  listening(url: string, ports: Ports): void;
  /** A connection has ended. */
  connection(record: ConnectionRecord): void;
  /** All connections have ended and all ports are closed. */
  stopped(): void;
}

/** Reports in words, without the connections, of which there may be thousands. */
export function createTextReport(write: (line: string) => void): Report {
  return {
    listening: (url) => write(`wasclean-lab: ${url}`),
    connection: () => {},
    stopped: () => write("wasclean-lab: stopped"),
  };
}

/** Reports in JSON, one object per line. */
export function createJsonReport(write: (line: string) => void): Report {
  const tell = (event: string, members: object = {}) => write(JSON.stringify({ event, ...members }));
  return {
    listening: (url, ports) => tell("listening", { url, ports }),
    connection: (record) => tell("connection", summarize(record)),
    stopped: () => tell("stopped"),
  };
}

/** A record whose events are reduced to their number and to the time of the last one, in milliseconds. */
function summarize({ id, ending, startedAt, clientClose, clientEnd, events, truncated }: ConnectionRecord) {
  return {
    id,
    ending,
    startedAt,
    clientClose,
    clientEnd,
    truncated,
    events: events.length,
    ms: events.at(-1)?.at ?? 0,
  };
}
