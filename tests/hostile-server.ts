import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { build } from "esbuild";
import { type WebSocket, WebSocketServer } from "ws";

/** A server that means no good: pages with the playground in them, labs of several kinds, and WebSocket endpoints. */
export interface HostileServer {
  origin: string;
  stop(): Promise<void>;
}

const MEGABYTE = 1024 * 1024;
const MARKUP = '<img src=x onerror="window.ran = 1"><script>window.ran = 1</script>';
/** A text that would turn the rest of its line around, where it is shown as it is. */
const REVERSING = "\u202e\u2067\u2066שלום עליכם";
export const FLOOD = 100_000;

/** Messages of 10 MB. */
export const LARGE = 5;

/** Calls `write` until it says that it is over, and each time only when the last chunk has gone. */
function pour(response: ServerResponse, write: () => string | Buffer | null): void {
  const more = () => {
    for (;;) {
      const chunk = response.destroyed ? null : write();
      if (chunk === null) return void response.end();
      if (!response.write(chunk)) return void response.once("drain", more);
    }
  };
  more();
}

const SPACES = Buffer.alloc(64 * 1024, 0x20);
const WIRE = { at: 1, by: "server", kind: "frame", opcode: 8, fin: true, rsv: 0, masked: false, length: 9, code: 4000 };
const record = (rest: object) =>
  JSON.stringify({ state: "ended", clientClose: null, clientEnd: null, events: [], ...rest });
const deep = (depth: number) => `${'{"a":['.repeat(depth)}${"]}".repeat(depth)}`;
const PROTOTYPE = ["__proto__", "constructor", "toString", "hasOwnProperty"];
const prototypeEvents = PROTOTYPE.map(
  (name) => `{"at":1,"by":"server","kind":"${name}","line":{"toString":1},"${name}":{"polluted":1}}`,
);

/** Bodies of a lab's records, by the lab's name. */
const RECORDS: Record<string, (response: ServerResponse) => void> = {
  endless: (response) => pour(response, () => SPACES),
  wrong: (response) => response.end('{"state":{"toString":1},"events":{"length":-1}}'),
  huge: (response) => response.end(record({ events: Array(60_000).fill(WIRE) })),
  deep: (response) => response.end(`{"state":"ended","events":[],"clientClose":${deep(100_000)}}`),
  prototype: (response) =>
    response.end(
      `{"state":"ended","__proto__":{"polluted":1},"clientClose":{"code":{"toString":1},"reason":{"toString":1}},"events":[${prototypeEvents}]}`,
    ),
  markup: (response) =>
    response.end(
      record({
        clientClose: { code: 4000, reason: MARKUP + REVERSING },
        events: [
          { at: 0, by: "client", kind: "handshake", line: MARKUP.repeat(5000) },
          { ...WIRE, reason: REVERSING + MARKUP },
          { at: 2, by: "server", kind: MARKUP + REVERSING },
        ],
      }),
    ),
  slow: (response) => {
    const timer = setInterval(() => response.write(" "), 100);
    response.once("close", () => clearInterval(timer));
  },
};

/** Streams of a lab's records; a lab without one answers 404. */
const STREAMS: Record<string, (response: ServerResponse) => void> = {
  endless: (response) => pour(response, () => "data: ".padEnd(64 * 1024, "x")),
  huge: (response) => pour(response, () => `event: wire\nid: 0\ndata: ${JSON.stringify(WIRE)}\n\n`.repeat(400)),
  prototype: (response) => response.end(`event: wire\nid: 0\ndata: ${prototypeEvents[0]}\n\n`),
};

/** Indexes of labs; the others have an ordinary one. */
const INDEXES: Record<string, (response: ServerResponse) => void> = {
  "index-endless": (response) => pour(response, () => SPACES),
  "index-huge": (response) => response.end(`{"endings":[${"0,".repeat(25 * MEGABYTE)}0]}`),
  "index-deep": (response) => response.end(`{"endings":[],"ports":${deep(100_000)}}`),
  "index-wrong": (response) => response.end('{"endings":{"length":"x"},"ports":[]}'),
  "index-markup": (response) => response.end(MARKUP),
};

/** What WebSocket endpoints do, by their path; all others close at once with a reversing reason. */
const SOCKETS: Record<string, (socket: WebSocket) => void> = {
  "/flood": (socket) => {
    let left = FLOOD;
    const more = () => {
      for (let burst = 0; burst < 2000 && left > 0; burst += 1, left -= 1) socket.send(`${left}${MARKUP}`);
      if (left > 0 && socket.readyState === socket.OPEN) setTimeout(more, 1);
      else socket.close(4000, "flooded");
    };
    more();
  },
  "/large": (socket) => {
    const text = "é".repeat(5 * MEGABYTE);
    let left = LARGE;
    const more = () => (left-- > 0 ? socket.send(text, more) : socket.close(4000, "large"));
    more();
  },
};

async function bundle(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [new URL("../packages/playground/src/define.ts", import.meta.url).pathname],
    bundle: true,
    format: "esm",
    minify: true,
    write: false,
    logLevel: "error",
  });
  return outputFiles[0]?.text ?? "";
}

/** Starts it on the loopback interface. */
export async function serveHostile(): Promise<HostileServer> {
  const script = await bundle();
  const index = JSON.stringify({ endings: [], ports: {} });
  const server = createServer(({ url = "" }, response) => {
    const [path = ""] = url.split("?");
    const [, lab = "", rest = ""] = /^\/lab\/([^/]+)\/(.*)$/.exec(path) ?? [];
    if (path === "/own.js") return void response.setHeader("Content-Type", "text/javascript").end(script);
    if (lab === "") {
      const page = '<!doctype html><html lang="en"><title>x</title><script type="module" src="/own.js"></script>';
      return void response
        .setHeader("Content-Type", "text/html")
        .end(`${page}<close-event-playground fragment></close-event-playground>`);
    }
    const isStream = rest.endsWith("/stream");
    const bodies = isStream ? STREAMS : rest.startsWith("connections/") ? RECORDS : INDEXES;
    const answer = bodies[lab];
    if (answer === undefined && bodies !== INDEXES) return void response.writeHead(404).end();
    response.setHeader("Content-Type", isStream ? "text/event-stream" : "application/json");
    if (answer) answer(response);
    else response.end(index);
  });
  const sockets = new WebSocketServer({ server });
  sockets.on("connection", (socket, { url = "" }) => {
    socket.on("error", () => {});
    const act = SOCKETS[url];
    if (act) act(socket);
    else {
      socket.send(REVERSING + MARKUP);
      socket.close(4000, `${REVERSING}<b>${"x".repeat(20)}`);
    }
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    stop: () =>
      new Promise((done) => {
        for (const client of sockets.clients) client.terminate();
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}
