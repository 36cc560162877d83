import type { Implementation } from "../implementation.ts";

const MOST_BYTES = 1_024;

/** The client sends a message that breaks a rule of the server's. */
export const serverRuleEndings = {
  "message-too-big": forbid((data) => data.length > MOST_BYTES, 1009, `at most ${MOST_BYTES} bytes`),
  "binary-message": forbid((_, isBinary) => isBinary, 1003, "text only"),
  "forbidden-word": forbid(
    (data, isBinary) => !isBinary && /\bforbidden\b/.test(data.toString()),
    1008,
    "forbidden word",
  ),
} satisfies Record<string, Implementation>;

/** Closes on the first message that breaks the rule; other messages are read and dropped. */
function forbid(isBroken: (data: Buffer, isBinary: boolean) => boolean, code: number, reason: string): Implementation {
  return (connection) =>
    connection.acceptByWs((webSocket) =>
      webSocket.on("message", (data: Buffer, isBinary) => {
        if (webSocket.readyState !== webSocket.OPEN || !isBroken(data, isBinary)) return;
        webSocket.close(code, reason);
        connection.awaitClose();
      }),
    );
}
