/** The lab's limits, each with its default. Bytes and milliseconds; whole numbers from 1 up. */
export const DEFAULT_LIMITS = {
  /** WebSocket connections at once. */
  maxConnections: 2_000,
  /** WebSocket connections at once from one IP address. */
  maxConnectionsPerAddress: 100,
  /** Bytes of one message from a client, all its fragments together. */
  maxMessageBytes: 65_536,
  /** Milliseconds that a refused client has for going away; the command also allows them for a request's head. */
  handshakeMs: 5_000,
  /** Milliseconds without a byte in either direction until the lab ends the connection. */
  idleMs: 60_000,
  /** Milliseconds that a client has for answering a Close frame or a broken frame, and again for answering FIN. */
  closingMs: 5_000,
  /** Milliseconds that a connection lives until the lab ends it. */
  totalMs: 300_000,
  /** Records kept, those of open connections included; the oldest ended one goes first. Rises with maxConnections. */
  maxRecords: 4_000,
  /** Milliseconds for which the record of an ended connection is kept. */
  recordMs: 60_000,
  /** Events in one record. */
  maxEvents: 100,
  /** Streams of records at once. */
  maxStreams: 200,
};

/** The lab's limits; see `DEFAULT_LIMITS`. */
export type LabLimits = typeof DEFAULT_LIMITS;
