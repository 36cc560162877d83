/** A WebSocket for tests: does nothing by itself, and records the calls. */
export class FakeWebSocket {
  /** The sockets made, the newest last. */
  static made: FakeWebSocket[] = [];
  /** Thrown by the constructor while set. */
  static refusal: unknown = null;

  binaryType = "blob";
  protocol = "chat";
  extensions = "permessage-deflate";
  readonly constructedWith: unknown[];
  readonly calls: unknown[][] = [];
  readonly listeners = new Map<string, Set<(event: Event) => void>>();

  constructor(...args: unknown[]) {
    if (FakeWebSocket.refusal !== null) throw FakeWebSocket.refusal;
    this.constructedWith = args;
    FakeWebSocket.made.push(this);
  }

  /** Sends, except for the text `refused`. */
  send(...args: unknown[]): void {
    if (args[0] === "refused") throw new DOMException("Still in CONNECTING state.", "InvalidStateError");
    this.calls.push(["send", ...args]);
  }

  /** Closes, except with 1001. */
  close(...args: unknown[]): void {
    if (args[0] === 1001) throw new DOMException("The code must be 1000 or 3000–4999.", "InvalidAccessError");
    this.calls.push(["close", ...args]);
  }

  addEventListener(type: string, listener: (event: Event) => void): void {
    this.listeners.set(type, (this.listeners.get(type) ?? new Set()).add(listener));
  }

  removeEventListener(type: string, listener: (event: Event) => void): void {
    this.listeners.get(type)?.delete(listener);
  }

  /** Fires an event with the fields given. */
  fire(type: string, fields: object = {}): void {
    for (const listener of [...(this.listeners.get(type) ?? [])]) listener(Object.assign(new Event(type), fields));
  }

  /** The number of listeners. */
  get listenerCount(): number {
    return [...this.listeners.values()].reduce((sum, set) => sum + set.size, 0);
  }
}
