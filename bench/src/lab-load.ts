import { connect, type Socket } from "node:net";

// Clients send prepared bytes, so that the processor time goes to the servers: a real WebSocket client costs more than
// the server under test.

const EMPTY_LINE = "\r\n\r\n";
/** Close frames with 1000: the server's, and the client's, which must be masked. */
const SERVER_CLOSE = Buffer.from("880203e8", "hex");
const CLIENT_CLOSE = Buffer.from("888237fa213d3412", "hex");
/** A read buffer, filled and read within one turn of the event loop, so that all sockets share it. */
const buffer = Buffer.alloc(4096);

const toHandshake = (path: string) =>
  Buffer.from(
    `GET ${path} HTTP/1.1\r\nHost: 127.0.0.1\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n`,
  );

/** Opens connections, `atOnce` at a time, until the server has closed `count` of them with 1000 and both TCP directions are over. */
export async function endConnections(port: number, path: string, count: number, atOnce: number): Promise<void> {
  const handshake = toHandshake(path);
  let left = count;
  const client = async () => {
    while (left-- > 0) await endConnection(port, handshake);
  };
  await Promise.all(Array.from({ length: atOnce }, client));
}

function endConnection(port: number, handshake: Buffer): Promise<void> {
  return new Promise((resolve, reject) => {
    let received = "";
    let answered = false;
    const onData = (length: number) => {
      received += buffer.toString("latin1", 0, length);
      const frame = received.indexOf(EMPTY_LINE) + EMPTY_LINE.length;
      if (answered || frame < EMPTY_LINE.length || received.length < frame + SERVER_CLOSE.length) return true;
      answered = received.startsWith("HTTP/1.1 101 ") && received.endsWith(SERVER_CLOSE.toString("latin1"), frame + 4);
      if (answered) socket.write(CLIENT_CLOSE);
      else socket.destroy(new Error(`not a Close frame with 1000: ${JSON.stringify(received)}`));
      return true;
    };
    const socket = open(port, onData);
    socket.on("error", reject);
    socket.on("close", () => (answered ? resolve() : reject(new Error("the server ended without a Close frame"))));
    socket.write(handshake);
  });
}

/** Opens connections that stay open. */
export async function holdConnections(port: number, path: string, count: number): Promise<Socket[]> {
  const handshake = toHandshake(path);
  const sockets: Socket[] = [];
  while (sockets.length < count) {
    const some = Array.from({ length: Math.min(50, count - sockets.length) }, () => holdConnection(port, handshake));
    sockets.push(...(await Promise.all(some)));
  }
  return sockets;
}

function holdConnection(port: number, handshake: Buffer): Promise<Socket> {
  return new Promise((resolve, reject) => {
    let received = "";
    const socket = open(port, (length) => {
      received += buffer.toString("latin1", 0, length);
      if (received.startsWith("HTTP/1.1 101 ") && received.endsWith(EMPTY_LINE)) resolve(socket);
      return true;
    });
    socket.on("error", reject);
    socket.on("close", () => reject(new Error(`the server ended: ${JSON.stringify(received)}`)));
    socket.write(handshake);
  });
}

const open = (port: number, onData: (length: number) => boolean): Socket =>
  connect({ port, host: "127.0.0.1", noDelay: true, onread: { buffer, callback: onData } });
