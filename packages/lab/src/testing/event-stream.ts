import { onTestFinished } from "vitest";

/** One event of a stream. */
export interface StreamedEvent {
  event: string;
  id: string;
  // biome-ignore lint/suspicious/noExplicitAny: what a test expects it to be
  data: any;
}

/** Reads a text/event-stream. */
export class EventStream {
  readonly response: Response;
  /** All that has come, comments included. */
  text = "";
  #reader: ReadableStreamDefaultReader<Uint8Array> | undefined;
  readonly #decoder = new TextDecoder();

  private constructor(response: Response) {
    this.response = response;
  }

  /** Fulfilled once the head of the answer is there. */
  static async open(port: number, id: string, headers: Record<string, string> = {}): Promise<EventStream> {
    const abort = new AbortController();
    onTestFinished(() => abort.abort());
    const url = `http://127.0.0.1:${port}/lab/connections/${id}/stream`;
    return new EventStream(await fetch(url, { headers, signal: abort.signal }));
  }

  /** The events so far. */
  get events(): StreamedEvent[] {
    const blocks = this.text.split("\n\n").slice(0, -1);
    return blocks
      .filter((block) => !block.startsWith(":"))
      .map((block) => {
        const lines = block.split("\n").map((line) => [line.split(": ", 1)[0], line.slice(line.indexOf(": ") + 2)]);
        const { event = "", id = "", data = "null" } = Object.fromEntries(lines);
        return { event, id, data: JSON.parse(data) };
      });
  }

  /** Reads until that holds; throws where the stream ends before. */
  async until(condition: (stream: this) => boolean): Promise<StreamedEvent[]> {
    while (!condition(this)) {
      if (!(await this.#read())) throw new Error(`The stream has ended: ${this.text}`);
    }
    return this.events;
  }

  /** All events, once the stream has ended. */
  async end(): Promise<StreamedEvent[]> {
    while (await this.#read());
    return this.events;
  }

  /** Gives up reading. */
  async cancel(): Promise<void> {
    await (this.#reader ?? this.response.body)?.cancel();
  }

  async #read(): Promise<boolean> {
    this.#reader ??= this.response.body?.getReader() as ReadableStreamDefaultReader<Uint8Array> | undefined;
    const { done, value } = (await this.#reader?.read()) ?? { done: true, value: undefined };
    this.text += this.#decoder.decode(value, { stream: !done });
    return !done;
  }
}
