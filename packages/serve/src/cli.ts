#!/usr/bin/env node
import { fileURLToPath } from "node:url";
import { fromArguments, installLastResort, type ServeCommand, toExposure, toListenMessage } from "@wasclean/lab";
import { compressFiles } from "./compress-files.ts";
import { checkSite, createSiteServer } from "./create-site-server.ts";

const PAGE = "/apis/websocket/CloseEvent/";

function fail(message: string, status: number): void {
  console.error(message);
  process.exitCode = status;
}

/** Compresses the files; if that fails, says why and returns `false`. */
async function compress(folder: string): Promise<boolean> {
  try {
    await compressFiles(folder);
    return true;
  } catch (error) {
    console.error(`the files are served uncompressed: ${(error as Error).message}`);
    return false;
  }
}

async function serve(folder: string, { port, host, options }: ServeCommand): Promise<void> {
  const { hosts = null } = options;
  checkSite(folder);
  const exposure = toExposure({ host, what: "the site and the lab", hosts, origins: null });
  if (exposure !== null) console.error(exposure);
  const isCompressed = await compress(folder);
  const { listen, stop } = createSiteServer(folder, { isCompressed, hosts });
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, stop);
  try {
    const address = await listen(port, host);
    console.log(`wasClean is ready. Open ${address}${PAGE}\nThe lab is at ${address}/lab/. Ctrl-C stops both.`);
  } catch (error) {
    fail(toListenMessage(error as NodeJS.ErrnoException, port, host), 1);
  }
}

installLastResort();
const [folder = fileURLToPath(new URL("../../../dist", import.meta.url))] = process.argv.slice(2);
const command = fromArguments([], process.env, "4321");
if (command.kind === "error") fail(command.message, 2);
else if (command.kind === "serve") await serve(folder, command).catch((error: Error) => fail(error.message, 1));
