import type { Connection } from "../wire/connection.ts";

/** Makes one ending happen to one connection, from the answer to its opening handshake on. */
export type Implementation = (connection: Connection) => void;
