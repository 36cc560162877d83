import type { Socket } from "node:net";
import { PassThrough } from "node:stream";
import { expect, test } from "vitest";
import { clientClose, clientFrame } from "../testing/raw-client.ts";
import { MAX_TEST_MESSAGE_BYTES } from "./limits.ts";
import { MessageSource } from "./message-source.ts";

const message = (payload: string | Buffer) => clientFrame({ opcode: 1, payload: Buffer.from(payload) });

function open() {
  const socket = new PassThrough({ allowHalfOpen: true });
  const pings: string[] = [];
  const source = new MessageSource(socket as unknown as Socket, null, (body) => void pings.push(body.toString()));
  return { socket, source, pings };
}

test("messages come one by one, whatever the pieces", async () => {
  const { socket, source } = open();
  for (const byte of Buffer.concat([message("a"), message("b")])) socket.write(Buffer.of(byte));
  expect(await source.next()).toEqual({ kind: "message", data: "a" });
  socket.write(Buffer.concat([message("c"), message("d"), clientClose("03e86f6b"), message("never")]));
  const more = [
    await source.next(),
    await source.next(),
    await source.next(),
    await source.next(),
    await source.next(),
  ];
  const close = { kind: "close", code: 1000, reason: "ok" };
  expect(more.map((incoming) => (incoming.kind === "message" ? incoming.data : incoming))).toEqual([
    "b",
    "c",
    "d",
    close,
    close,
  ]);
});

test("pings are reported while something is awaited, and only then", async () => {
  const { socket, source, pings } = open();
  socket.write(clientFrame({ opcode: 9, payload: Buffer.from("p") }));
  await new Promise((resolve) => setImmediate(resolve));
  expect(pings).toEqual([]);
  const next = source.next();
  socket.end();
  expect(await next).toEqual({ kind: "end" });
  expect(pings).toEqual(["p"]);
});

test("what nobody has asked for yet is bounded", async () => {
  const { socket, source } = open();
  const large = message(Buffer.alloc(MAX_TEST_MESSAGE_BYTES / 2 + 1, "x"));
  socket.write(Buffer.concat([large, large, large]));
  const kinds = [await source.next(), await source.next(), await source.next()].map(({ kind }) => kind);
  expect(kinds).toEqual(["message", "message", "fault"]);
});

test("after drain() nothing comes", async () => {
  const { socket, source } = open();
  const next = source.next();
  source.drain();
  socket.write(message("a"));
  expect([await next, await source.next()]).toEqual([{ kind: "end" }, { kind: "end" }]);
});
