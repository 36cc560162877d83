import type { IncomingMessage, ServerResponse } from "node:http";
import { createBoundedServer } from "../bounded-server.ts";
import type { EndingId } from "../endings/ending-ids.ts";
import type { Implementation } from "../endings/implementation.ts";
import { IMPLEMENTATIONS } from "../endings/implementations.ts";
import { installLastResort } from "../http/last-resort.ts";
import { createLab } from "../lab.ts";

// A server in a process of its own whose handlers fail on purpose: prints its port.

const endings: Partial<Record<EndingId, Implementation>> = IMPLEMENTATIONS;
endings["close-empty"] = () => {
  throw new Error("in an ending");
};
endings["fin-no-close"] = () => {
  setTimeout(() => {
    throw new Error("in a timer of an ending");
  }, 5);
};
endings["rst-no-close"] = (connection) => {
  connection.accept();
  connection.onClientClose(() => {
    throw new Error("in a listener of the socket");
  });
};
endings["close-twice"] = (connection) => {
  connection.accept();
  connection.onClientClose(() => {
    setTimeout(() => {
      throw new Error("in a timer that a listener set");
    }, 5);
  });
};

const FAULTS: Record<string, (request: IncomingMessage, response: ServerResponse) => void> = {
  "/throw": () => {
    throw new Error("at once,\nin two lines");
  },
  "/throw-later": (_, response) => {
    response.setHeader("X-Half", "done");
    setTimeout(() => {
      throw new Error("later");
    }, 5);
  },
  "/throw-after-head": (_, response) => {
    response.writeHead(200, { "Content-Length": 10 }).write("12345");
    throw new Error("after the head");
  },
  "/reject": () => {
    void Promise.reject(new Error("a promise"));
  },
  "/reject-null": () => {
    void Promise.reject(null);
  },
  "/outside": () => queueMicrotask(outside),
};
/** Throws where no connection is to blame. */
let outside = () => {};
setTimeout(() => {
  const { port1, port2 } = new MessageChannel();
  port2.onmessage = () => {
    throw new Error("without a connection");
  };
  outside = () => port1.postMessage(null);
});

installLastResort();
const lab = createLab();
const { listen } = createBoundedServer(lab, (request, response) => {
  const fault = FAULTS[request.url ?? ""];
  if (fault !== undefined) fault(request, response);
  else lab.handleRequest(request, response);
});
console.log(new URL(await listen(0, "127.0.0.1")).port);
