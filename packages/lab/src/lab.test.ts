import { expect, test } from "vitest";
import { endedRecord, inWords, startLab } from "./testing/lab-server.ts";
import { clientClose, clientFrame, RawClient, request } from "./testing/raw-client.ts";
import { encodeFrame } from "./wire/encode-frame.ts";

const ID = "connection-1-of-this-test";

test.each(["server-close", "server-close?code=1005", "client-close-other-code"])(
  "%s takes the first subprotocol offered, with ws and without",
  async (path) => {
    const { port } = await startLab();
    const tcp = new RawClient(port, request(`/lab/${path}`, { "Sec-WebSocket-Protocol": "b.1 , a" }));
    expect(await tcp.head()).toMatch(/^Sec-WebSocket-Protocol: b\.1$/m);
  },
);

test.each(["client-close-echo", "client-close-other-code?code=3000&reason=bye"])(
  "%s: frames that come in one packet with the request are read",
  async (path) => {
    const lab = await startLab();
    const bytes = Buffer.concat([
      Buffer.from(request(`/lab/${path}${path.includes("?") ? "&" : "?"}connection=${ID}`)),
      clientFrame({ opcode: 1, payload: Buffer.from("hi") }),
      clientFrame({ opcode: 9, payload: Buffer.from("p") }),
      clientClose("0bb8627965"),
    ]);
    const tcp = new RawClient(lab.port, bytes);
    expect(await tcp.end()).toBe("fin");
    const frames = tcp.received.toString("hex").split(Buffer.from("\r\n\r\n").toString("hex"))[1];
    expect(frames).toBe("8a0170" + "88050bb8627965");
    tcp.socket.end();
    const record = await endedRecord(lab, ID);
    expect(inWords(record.events.filter(({ by }) => by === "client")).slice(1)).toEqual([
      "client frame 1 masked 2",
      "client frame 9 masked 1",
      'client frame 8 masked 5 3000 "bye"',
      "client fin",
    ]);
    expect(record.clientClose).toEqual({ code: 3000, reason: "bye" });
  },
);

const BROKEN: [what: string, frame: Buffer, replies: string][] = [
  ["unmasked", encodeFrame({ opcode: 1, payload: Buffer.from("hi") }), "880203ea"],
  ["RSV1", clientFrame({ opcode: 1, rsv: 4 }), "880203ea"],
  ["opcode 3", clientFrame({ opcode: 3 }), "880203ea"],
  ["continuation of nothing", clientFrame({ opcode: 0 }), "880203ea"],
  ["HTTP", Buffer.from("GET / HTTP/1.1\r\n\r\n"), "880203ea"],
];

test.each(
  ["client-close-echo", "client-close-other-code"].flatMap((ending) => BROKEN.map((row) => [ending, ...row] as const)),
)("%s: a frame that is %s fails the connection", async (ending, _, frame, replies) => {
  const lab = await startLab();
  const tcp = new RawClient(lab.port, request(`/lab/${ending}?connection=${ID}`));
  const { length } = await tcp.head();
  tcp.socket.write(frame);
  expect(await tcp.end()).toBe("fin");
  expect(tcp.received.subarray(length + 4).toString("hex")).toBe(replies);
  tcp.socket.end();
  expect((await endedRecord(lab, ID)).clientClose).toBeNull();
});

test.each(["client-close-echo", "client-close-other-code"])("%s: the client's FIN and RST are seen", async (ending) => {
  const lab = await startLab();
  const fin = new RawClient(lab.port, request(`/lab/${ending}?connection=client-fin-of-this-lab-test`));
  const rst = new RawClient(lab.port, request(`/lab/${ending}?connection=client-rst-of-this-lab-test`));
  await Promise.all([fin.head(), rst.head()]);
  fin.socket.end();
  rst.socket.resetAndDestroy();
  expect(await fin.end()).toBe("fin");
  const [ended, reset] = await Promise.all([
    endedRecord(lab, "client-fin-of-this-lab-test"),
    endedRecord(lab, "client-rst-of-this-lab-test"),
  ]);
  expect(inWords(ended.events).slice(2)).toEqual(["client fin", "server fin"]);
  expect(ended.clientEnd).toBe("fin");
  expect(inWords(reset.events).slice(2)).toEqual(["client rst"]);
  expect(reset.clientEnd).toBe("rst");
});

test.each(["client-close-echo", "client-close-other-code"])("%s: half a frame is told as bytes", async (ending) => {
  const lab = await startLab();
  const tcp = new RawClient(lab.port, request(`/lab/${ending}?connection=${ID}`));
  await tcp.head();
  tcp.socket.end(clientFrame({ opcode: 1, payload: Buffer.alloc(50) }).subarray(0, 20));
  await tcp.end();
  const { events } = await endedRecord(lab, ID);
  expect(inWords(events).slice(2)).toEqual(["client bytes 20", "client fin", "server fin"]);
});

test("rst-no-close: the answer to the handshake gets a head start, so that the RST does not overtake it", async () => {
  const lab = await startLab();
  await new RawClient(lab.port, request(`/lab/rst-no-close?connection=${ID}`)).end();
  const [, answer, rst] = (await endedRecord(lab, ID)).events;
  expect((rst?.at ?? 0) - (answer?.at ?? 0)).toBeGreaterThan(90);
});

test("close-then-rst: the answer to the handshake gets a head start, the Close frame gets none", async () => {
  const lab = await startLab();
  await new RawClient(lab.port, request(`/lab/close-then-rst?connection=${ID}`)).end();
  const [, answer, close, rst] = (await endedRecord(lab, ID)).events;
  expect((close?.at ?? 0) - (answer?.at ?? 0)).toBeGreaterThan(90);
  expect((rst?.at ?? 0) - (close?.at ?? 0)).toBeLessThan(90);
});

test("close-with-handshake: both come in one packet", async () => {
  const { port } = await startLab();
  const tcp = new RawClient(port, request("/lab/close-with-handshake"));
  await tcp.bytes(1);
  expect(tcp.received.subarray(-7).toString("hex")).toBe("88050fa1627965");
});

test("client-close-late: a second passes before the answer", async () => {
  const lab = await startLab();
  const tcp = new RawClient(lab.port, request(`/lab/client-close-late?connection=${ID}`));
  await tcp.head();
  tcp.socket.write(clientClose("03e8"));
  await tcp.end();
  tcp.socket.end();
  const [, , asked, answered] = (await endedRecord(lab, ID)).events;
  expect((answered?.at ?? 0) - (asked?.at ?? 0)).toBeGreaterThan(990);
});

test("client-close-late: a client that goes before gets no answer", async () => {
  const lab = await startLab();
  const tcp = new RawClient(lab.port, request(`/lab/client-close-late?connection=${ID}`));
  await tcp.head();
  tcp.socket.end(clientClose("03e8"));
  await tcp.end();
  const { events } = await endedRecord(lab, ID);
  expect(inWords(events).slice(2)).toEqual(['client frame 8 masked 2 1000 ""', "client fin", "server fin"]);
});

test("fin-no-close: a Close frame that comes after the server's FIN is seen and not answered", async () => {
  const lab = await startLab();
  const tcp = new RawClient(lab.port, request(`/lab/fin-no-close?connection=${ID}`));
  expect(await tcp.end()).toBe("fin");
  tcp.socket.end(clientClose("03e8"));
  const record = await endedRecord(lab, ID);
  expect(inWords(record.events).slice(2)).toEqual(["server fin", 'client frame 8 masked 2 1000 ""', "client fin"]);
  expect(record.clientClose).toEqual({ code: 1000, reason: "" });
});

test("what follows a refused handshake is told as bytes", async () => {
  const lab = await startLab();
  const tcp = new RawClient(lab.port, request(`/lab/handshake-status-403?connection=${ID}`));
  await tcp.end();
  tcp.socket.end(clientClose("03e8"));
  const { events, clientClose: close } = await endedRecord(lab, ID);
  expect(inWords(events).slice(2)).toEqual(["server fin", "client bytes 8", "client fin"]);
  expect(close).toBeNull();
});

test("without an id of the client's the lab makes one", async () => {
  const lab = await startLab();
  const ids = await Promise.all(
    ["fin-no-close", "handshake-status-403", "close-twice"].map(async (ending) => {
      const tcp = new RawClient(lab.port, request(`/lab/${ending}`));
      const id = /^X-WasClean-Connection: ([A-Za-z0-9_-]{22})$/m.exec(await tcp.head())?.[1] ?? "";
      tcp.socket.end();
      expect((await endedRecord(lab, id)).ending).toBe(ending);
      return id;
    }),
  );
  expect(new Set(ids).size).toBe(3);
});

test("close() ends all connections, those that stay by RST, and refuses new ones", async () => {
  const { lab, port } = await startLab();
  const paths = ["client-close-echo", "server-close", "masked-text", "handshake-wrong-accept"];
  const stubborn = paths.map((ending) => new RawClient(port, request(`/lab/${ending}`)));
  await Promise.all(stubborn.map((tcp) => tcp.head()));
  const closing = lab.close();
  expect(await Promise.all(stubborn.map((tcp) => tcp.end()))).toEqual(paths.map(() => "fin"));
  const late = new RawClient(port, request("/lab/server-close"));
  expect(await late.head()).toMatch(/^HTTP\/1\.1 503 /);
  late.socket.end();
  await closing;
});

test("owns() the paths under /lab/", async () => {
  const { lab } = await startLab();
  const paths = ["/lab/", "/lab/server-close?code=1", "/lab", "/labs/", "/", "", "/LAB/"];
  expect(paths.map(lab.owns)).toEqual([true, true, false, false, false, false, false]);
});
