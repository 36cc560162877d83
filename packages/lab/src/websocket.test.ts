import { expect, test } from "vitest";
import { endedRecord, startLab } from "./testing/lab-server.ts";

/** What a WebSocket of this runtime reports: its events, and its CloseEvent. */
function observe(url: string, onOpen: (socket: WebSocket) => void = () => {}) {
  return new Promise((resolve) => {
    const events: string[] = [];
    const socket = new WebSocket(url);
    socket.onopen = () => {
      events.push("open");
      onOpen(socket);
    };
    socket.onerror = () => events.push("error");
    socket.onclose = ({ code, reason, wasClean }) => resolve({ events: [...events, "close"], code, reason, wasClean });
  });
}

test("a real WebSocket: the server closes", async () => {
  const lab = await startLab();
  const seen = await observe(
    `ws://127.0.0.1:${lab.port}/lab/server-close?code=4001&reason=bye&connection=abcdefghijklmnopqrstuvwxyz`,
  );
  expect(seen).toEqual({ events: ["open", "close"], code: 4001, reason: "bye", wasClean: true });
  expect((await endedRecord(lab, "abcdefghijklmnopqrstuvwxyz")).clientClose?.code).toBe(4001);
});

test("a real WebSocket: FIN without a Close frame", async () => {
  const lab = await startLab();
  const seen = await observe(`ws://127.0.0.1:${lab.port}/lab/fin-no-close`);
  expect(seen).toEqual({ events: ["open", "error", "close"], code: 1006, reason: "", wasClean: false });
});

test("a real WebSocket: RST comes after the connection is open", async () => {
  const lab = await startLab();
  const seen = await observe(`ws://127.0.0.1:${lab.port}/lab/rst-no-close`);
  expect(seen).toEqual({ events: ["open", "error", "close"], code: 1006, reason: "", wasClean: false });
});

test("a real WebSocket: the client closes, and the server answers with another code", async () => {
  const lab = await startLab();
  const url = `ws://127.0.0.1:${lab.port}/lab/client-close-other-code?code=4002&reason=no&connection=abcdefghijklmnopqrstuvwxyz`;
  const seen = await observe(url, (socket) => socket.close(3000, "bye"));
  expect(seen).toEqual({ events: ["open", "close"], code: 4002, reason: "no", wasClean: true });
  expect(await endedRecord(lab, "abcdefghijklmnopqrstuvwxyz")).toMatchObject({
    clientClose: { code: 3000, reason: "bye" },
  });
});
