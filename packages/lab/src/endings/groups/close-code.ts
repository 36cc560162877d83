import { encodeClose } from "../../wire/close-frame.ts";
import type { Connection } from "../../wire/connection.ts";
import type { Implementation } from "../implementation.ts";

/** The codes that have an ending of their own. */
const CODES = [
  ...[1000, 1001, 1002, 1003, 1007, 1008, 1009, 1010, 1011, 1012, 1013, 1014],
  ...[3000, 3003, 3008, 3999, 4000, 4999],
  ...[0, 999, 1004, 1005, 1006, 1015, 1016, 1100, 2000, 2999, 5000, 65535],
] as const;

const ofCodes = Object.fromEntries(
  CODES.map((code) => [
    `server-close-${code}`,
    (connection: Connection) => close(connection, code, connection.target.reason),
  ]),
) as Record<`server-close-${(typeof CODES)[number]}`, Implementation>;

/** The server sends a Close frame with a status code. */
export const closeCodeEndings = {
  "server-close": (connection) => close(connection, connection.target.code, connection.target.reason),
  ...ofCodes,
} satisfies Record<string, Implementation>;

function close(connection: Connection, code: number, reason: string): void {
  connection.accept();
  connection.send(encodeClose(code, reason));
  connection.awaitClose();
}
