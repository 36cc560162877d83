/** The lab's limits with their defaults, in bytes and milliseconds; whole numbers from 1. */
export const DEFAULT_LIMITS = {
  /** WebSocket connections at once. */
  maxConnections: 2_000,
  /** WebSocket connections at once from one IP address. */
  maxConnectionsPerAddress: 100,
  /** Bytes of one message from a client, all its fragments together. */
  maxMessageBytes: 65_536,
  /** Milliseconds for a refused client to leave, and, in the command, for a request's head. */
  handshakeMs: 5_000,
  /** Milliseconds without a byte in either direction until the lab ends the connection. */
  idleMs: 60_000,
  /** Milliseconds for a client to answer a Close frame or a broken frame, and again to answer FIN. */
  closingMs: 5_000,
  /** Milliseconds from the start of a connection until the lab ends it. */
  totalMs: 300_000,
  /** Records kept, including those of open connections; the oldest ended one is dropped first. Rises with maxConnections. */
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
