import type { ConnectionRecord } from "@wasclean/schema";
import type { Ports } from "../http/own-ports.ts";

/** What the command tells on its standard output. */
export interface Report {
  /** It listens; `url` is the lab's address. */
  listening(url: string, ports: Ports): void;
  /** A connection has ended. */
  connection(record: ConnectionRecord): void;
  /** All connections have ended and the ports are given up. */
  stopped(): void;
}

/** In words for people, without the connections: there may be thousands. */
export function createTextReport(write: (line: string) => void): Report {
  return {
    listening: (url) => write(`wasclean-lab: ${url}`),
    connection: () => {},
    stopped: () => write("wasclean-lab: stopped"),
  };
}

/** In JSON, one object a line. */
export function createJsonReport(write: (line: string) => void): Report {
  const tell = (event: string, members: object = {}) => write(JSON.stringify({ event, ...members }));
  return {
    listening: (url, ports) => tell("listening", { url, ports }),
    connection: (record) => tell("connection", summarize(record)),
    stopped: () => tell("stopped"),
  };
}

/** A record without its events, of which it tells the number and the time of the last one, in milliseconds. */
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
