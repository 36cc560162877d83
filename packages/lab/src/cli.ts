#!/usr/bin/env node
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { fromArguments, HELP, toListenMessage } from "./cli-arguments.ts";
import { encodeRefusal } from "./http-response.ts";
import { createLab } from "./lab.ts";
import { DEFAULT_LIMITS } from "./lab-options.ts";
import { REFUSAL } from "./refusal.ts";

const command = fromArguments(process.argv.slice(2), process.env);
if (command.kind === "help") process.stdout.write(HELP);
else if (command.kind === "error") fail(command.message, 2);
else serve(command.port, command.host);

function serve(port: number, host: string): void {
  const lab = createLab();
  const limits = { headersTimeout: DEFAULT_LIMITS.handshakeMs, connectionsCheckingInterval: 1_000 };
  const server = createServer({ ...limits, requestTimeout: 2 * DEFAULT_LIMITS.handshakeMs }, lab.handleRequest);
  server.maxConnections = 2 * DEFAULT_LIMITS.maxConnections; // idle HTTP connections count too
  server.on("upgrade", lab.handleUpgrade);
  server.on("clientError", (_, socket) => {
    if (socket.writable) socket.end(encodeRefusal(REFUSAL.requestBad()), () => socket.destroy());
    else socket.destroy();
  });
  server.on("error", (error) => fail(toListenMessage(error, port, host), 1));
  server.listen(port, host, () => process.stdout.write(`wasclean-lab: ${toUrl(server.address() as AddressInfo)}\n`));

  const stop = async () => {
    server.close();
    await lab.close();
    server.closeAllConnections();
  };
  process.once("SIGTERM", stop);
  process.once("SIGINT", stop);
}

function toUrl({ address, family, port }: AddressInfo): string {
  return `http://${family === "IPv6" ? `[${address}]` : address}:${port}/lab/`;
}

function fail(message: string, exitCode: number): void {
  process.stderr.write(`wasclean-lab: ${message}\n`);
  process.exitCode = exitCode;
}
