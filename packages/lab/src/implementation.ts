import type { Connection } from "./connection.ts";

/** Makes one ending happen to one connection, from the answer to its opening handshake on. */
export type Implementation = (connection: Connection) => void;
