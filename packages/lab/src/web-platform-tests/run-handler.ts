import type { HandlerConnection } from "./handler-connection.ts";
import type { Handler } from "./handlers.ts";
import { Stop } from "./stop.ts";

/** Runs a handler, then closes the connection with 1000 unless the handler has closed it. */
export async function runHandler(handler: Handler, connection: HandlerConnection): Promise<void> {
  try {
    const code = await stopCode(() => handler(connection));
    if (code !== null) await stopCode(() => connection.close(code));
  } finally {
    connection.end();
  }
}

/** The status code to close with; `null` for none. */
async function stopCode(run: () => Promise<void>): Promise<number | null> {
  try {
    await run();
    return 1000;
  } catch (error) {
    if (error instanceof Stop) return error.code;
    throw error;
  }
}
