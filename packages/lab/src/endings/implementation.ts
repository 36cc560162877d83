import type { Connection } from "../wire/connection.ts";

/** Makes an ending happen to a connection, from the answer to its opening handshake on. */
export type Implementation = (connection: Connection) => void;
