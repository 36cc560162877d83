/** An event of an event stream. */
export interface StreamedEvent {
  type: string;
  data: string;
  id: string;
}

/** Reads an event stream: https://html.spec.whatwg.org/multipage/server-sent-events.html#parsing-an-event-stream. Lines end in LF or CRLF. */
export class EventLines {
  #rest: string[] = [];
  #event: StreamedEvent = { type: "", data: "", id: "" };

  /** Takes the next part of the text, and returns the events that it completes. */
  add(chunk: string): StreamedEvent[] {
    const [first = "", ...lines] = chunk.split("\n");
    this.#rest.push(first);
    // A long line comes in many parts, which are joined once.
    if (lines.length === 0) return [];
    const whole = [this.#rest.join(""), ...lines];
    this.#rest = [whole.pop() ?? ""];
    return whole.flatMap((line) => this.#take(line.replace(/\r$/, "")) ?? []);
  }

  #take(line: string): StreamedEvent | null {
    if (line === "") {
      const event = this.#event;
      this.#event = { type: "", data: "", id: event.id };
      return event.data === "" ? null : event;
    }
    const [, name, value = ""] = /^([^:]*):? ?(.*)$/s.exec(line) ?? [];
    if (name === "event") this.#event.type = value;
    else if (name === "id") this.#event.id = value;
    else if (name === "data") this.#event.data += (this.#event.data && "\n") + value;
    return null;
  }
}
