/** Where the lab takes the time from; give your own to control it in a test. */
export interface Clock {
  /** The time of day: milliseconds since the epoch. */
  wall(): number;
  /** Milliseconds since any fixed moment; never goes back. */
  monotonic(): number;
}

/** The clock of this computer. */
export const systemClock: Clock = { wall: () => Date.now(), monotonic: () => performance.now() };
