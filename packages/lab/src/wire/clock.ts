/** The lab's source of time; a test can pass its own. */
export interface Clock {
  /** The time of day: milliseconds since the epoch. */
  wall(): number;
  /** Milliseconds since any fixed moment; never goes back. */
  monotonic(): number;
}

/** The clock of this computer. */
export const systemClock: Clock = { wall: () => Date.now(), monotonic: () => performance.now() };
