/** Ends a handler: its connection is over, or is to be closed with `code`. */
export class Stop extends Error {
  /** `null`: without a Close frame. */
  readonly code: number | null;

  constructor(code: number | null) {
    super(code === null ? "The connection is over" : `To be closed with ${code}`);
    this.code = code;
  }
}
