import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { ENDINGS } from "@wasclean/data/load";
import { ConnectionRecordSchema, type WireEvent } from "@wasclean/schema";
import { expect, onTestFinished, vi } from "vitest";
import type { Ports } from "../http/own-ports.ts";
import { createLab } from "../lab.ts";
import type { LabOptions } from "../lab-options.ts";

/** Starts a lab on a free port of 127.0.0.1 until the test is over. */
export async function startLab(options?: LabOptions) {
  const lab = createLab(options);
  const server = createServer(lab.handleRequest).on("upgrade", lab.handleUpgrade);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  onTestFinished(async () => {
    await lab.close();
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
  const get = (path: string, init?: RequestInit) => fetch(`http://127.0.0.1:${port}${path}`, init);
  let opening: Promise<Ports> | undefined;
  /** The port of an ending; those that have one to themselves open theirs by this. */
  async function portOf(ending: string): Promise<number> {
    if (ENDINGS.find(({ id }) => id === ending)?.connectsTo !== "own-port") return port;
    opening ??= lab.openPorts("127.0.0.1");
    return (await opening)[ending] ?? port;
  }
  return { lab, server, port, get, portOf };
}

/** The server that `startLab` gives. */
export type LabServer = Awaited<ReturnType<typeof startLab>>;

/** The record of a connection, valid, once it is ended. */
export function endedRecord({ get }: LabServer, id: string) {
  return vi.waitFor(
    async () => {
      const record = ConnectionRecordSchema.parse(await (await get(`/lab/connections/${id}`)).json());
      expect(record.state).toBe("ended");
      return record;
    },
    { timeout: 4_000, interval: 5 },
  );
}

/** Events in a few words each, without times. */
export function inWords(events: WireEvent[]): string[] {
  return events.map((event) => {
    const start = `${event.by} ${event.kind}`;
    if (event.kind === "handshake") return `${start} ${event.line}`;
    if (event.kind === "bytes") return `${start} ${event.length}`;
    if (event.kind !== "frame") return start;
    const flags = `${event.fin ? "" : " more"}${event.rsv ? ` rsv${event.rsv}` : ""}${event.masked ? " masked" : ""}`;
    const close = event.opcode === 8 ? ` ${event.code} ${JSON.stringify(event.reason)}` : "";
    return `${start} ${event.opcode}${flags} ${event.length}${close}`;
  });
}
