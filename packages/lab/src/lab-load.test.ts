import { fork, spawn } from "node:child_process";
import { once } from "node:events";
import { connect } from "node:net";
import { fileURLToPath } from "node:url";
import type { ConnectionRecord } from "@wasclean/schema";
import { expect, onTestFinished, test, vi } from "vitest";
import { ENDING_IDS } from "./endings/ending-ids.ts";
import { RecordStore } from "./records/record-store.ts";
import { startLab } from "./testing/lab-server.ts";
import { LightClient, type Manners } from "./testing/light-client.ts";
import { request } from "./testing/raw-client.ts";

const UNANSWERED = "handshake-no-answer";
const pathTo = (file: string) => fileURLToPath(new URL(file, import.meta.url));

test("2,000 connections at once, through all endings, leave nothing behind", async () => {
  const COUNT = 2_000;
  const MANNERS: Manners[] = ["closes", "resets", "silent"];
  const most = { maxConnections: 2_500, maxConnectionsPerAddress: 2_500, maxRecords: 2_500 };
  const times = { closingMs: 2_000, idleMs: 2_000, totalMs: 4_000 };
  const records = new RecordStore({ maxRecords: 1_500, recordMs: 60_000, monotonic: () => performance.now() });
  const ended: ConnectionRecord[] = [];
  let open = 0;
  let mostOpen = 0;
  const count = (resource: string) => process.getActiveResourcesInfo().filter((name) => name === resource).length;
  const before = { sockets: count("TCPSocketWrap"), timers: count("Timeout") };
  const onConnectionEnd = (record: ConnectionRecord) => {
    ended.push(record);
    open--;
  };
  const lab = await startLab({ ...most, ...times, records, onConnectionEnd });
  const add = records.add.bind(records);
  records.add = (record) => {
    mostOpen = Math.max(mostOpen, ++open);
    add(record);
  };

  const ports = new Map(await Promise.all(ENDING_IDS.map(async (id) => [id, await lab.portOf(id)] as const)));
  const clients = Array.from({ length: COUNT }, (_, index) => {
    const id = ENDING_IDS[index % ENDING_IDS.length] ?? "server-close";
    const manners = MANNERS[index % MANNERS.length] ?? "silent";
    return new LightClient(ports.get(id) ?? lab.port, request(`/lab/${id}`), manners, true);
  });
  await vi.waitFor(() => expect(open + ended.length).toBe(COUNT), { timeout: 10_000, interval: 5 });
  for (const client of clients) client.acts();
  await vi.waitFor(() => expect(ended).toHaveLength(COUNT), { timeout: 10_000, interval: 20 });

  expect(mostOpen).toBeGreaterThan(1_500); // some endings are over at once
  expect(new Set(ended.map(({ ending }) => ending))).toEqual(new Set(ENDING_IDS));
  expect(ended.filter(({ state }) => state !== "ended")).toEqual([]);
  expect(ended.filter(({ events }) => events.length < 2)).toEqual([]);
  for (const client of clients) client.ends(); // what was silent has its own half still open
  await Promise.all(clients.map(({ closed }) => closed));
  // One more, because what is too old is dropped when somebody comes.
  await new LightClient(lab.port, request("/lab/fin-no-close"), "closes").closed;
  expect(records.size).toBeLessThanOrEqual(1_501);
  await vi.waitFor(() => expect(count("TCPSocketWrap")).toBe(before.sockets));
  await vi.waitFor(() => expect(count("Timeout")).toBeLessThanOrEqual(before.timers + 1)); // waitFor has one itself
}, 120_000);

interface Usage {
  bytes: number;
  sockets: number;
  timers: number;
}

test("10,000 endings one after the other: memory stays what it was after the first thousand", async () => {
  const LIMITS = { maxConnections: 100, maxConnectionsPerAddress: 100, maxRecords: 200 };
  const child = fork(pathTo("testing/lab-child.ts"), [JSON.stringify(LIMITS)], { execArgv: ["--expose-gc"] });
  onTestFinished(() => void child.kill("SIGKILL"));
  const [port] = (await once(child, "message")) as [number];
  const KINDS: [ending: string, manners: Manners][] = [
    ["server-close-1000", "closes"],
    ["server-close-1005", "closes"],
    ["client-close-echo", "closes"],
    ["client-close-other-code", "closes"],
    ["masked-text", "closes"],
    ["fin-no-close", "closes"],
    ["handshake-status-403", "closes"],
    ["client-close-echo", "resets"],
    ["close-tcp-open", "resets"],
    ["no-such-ending", "closes"],
  ];
  let done = 0;
  const runTo = async (count: number): Promise<Usage> => {
    const one = async () => {
      while (done < count) {
        const [ending, manners] = KINDS[done++ % KINDS.length] ?? ["server-close", "closes"];
        const client = new LightClient(port, request(`/lab/${ending}`), manners);
        if (ending === "masked-text") client.ends(); // the lab waits for the client to fail the connection
        await client.closed;
      }
    };
    await Promise.all(Array.from({ length: 20 }, one));
    const message = once(child, "message");
    child.send("usage");
    return ((await message) as [Usage])[0];
  };
  const first = await runTo(1_000);
  const middle = await runTo(5_500);
  const last = await runTo(10_000);
  const grown = [middle, last].map(({ bytes }) => (bytes - first.bytes) / 1e6);
  expect(Math.max(...grown)).toBeLessThan(2);
  expect([last.sockets, last.timers]).toEqual([0, first.timers]);
}, 120_000);

test("SIGTERM: with 500 connections open, the ports are given up within a second", async () => {
  const args = ["--port", "0", "--max-connections-per-address", "1000"];
  const { PORT: _, HOST: __, WASCLEAN_RECORDS: ___, ...env } = process.env;
  const child = spawn(process.execPath, [pathTo("command/cli.ts"), ...args], {
    env,
    stdio: ["ignore", "pipe", "inherit"],
  });
  onTestFinished(() => void child.kill("SIGKILL"));
  const [line] = (await once(child.stdout, "data")) as [Buffer];
  const port = Number(/:(\d+)\/lab\//.exec(line.toString())?.[1]);
  const index = (await (await fetch(`http://127.0.0.1:${port}/lab/`)).json()) as { ports: Record<string, number> };
  const own = index.ports[UNANSWERED] ?? 0;
  const paths = ["client-close-echo", "close-tcp-open", "server-close", UNANSWERED];
  const clients = Array.from({ length: 500 }, (_, at) => {
    const path = paths[at % paths.length] ?? "";
    return new LightClient(path === UNANSWERED ? own : port, request(`/lab/${path}`), "silent", true);
  });
  await Promise.all(clients.filter((_, at) => paths[at % paths.length] !== UNANSWERED).map(({ answered }) => answered));
  const since = performance.now();
  const exit = once(child, "exit");
  child.kill("SIGTERM");
  expect(await exit).toEqual([0, null]);
  expect(performance.now() - since).toBeLessThan(1_000);
  for (const to of [port, own]) {
    const [error] = (await once(connect(to, "127.0.0.1"), "error")) as [NodeJS.ErrnoException];
    expect(error.code).toBe("ECONNREFUSED");
  }
  for (const client of clients) client.ends();
  await Promise.all(clients.map(({ closed }) => closed));
}, 120_000);
