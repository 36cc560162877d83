const WIDTH = 24;

/** Shows how far a long piece of work is: a bar where somebody looks at a terminal, else nothing but its ends. */
export class Progress {
  readonly #label: string;
  readonly #total: number;
  readonly #out: { isTTY?: boolean; write(text: string): unknown };
  #done = 0;

  constructor(label: string, total: number, out: { isTTY?: boolean; write(text: string): unknown } = process.stderr) {
    this.#label = label;
    this.#total = total;
    this.#out = out;
    if (!out.isTTY) out.write(`${label}: ${total} connections\n`);
  }

  /** One more is done; `what` it was. */
  step(what: string): void {
    this.#done++;
    if (!this.#out.isTTY) return;
    const filled = Math.round((WIDTH * this.#done) / Math.max(1, this.#total));
    const bar = "█".repeat(filled).padEnd(WIDTH, "░");
    this.#out.write(`\r\x1b[K${this.#label} ${bar} ${this.#done}/${this.#total} ${what.slice(0, 40)}`);
  }

  /** It is over; `summary` is what came of it. */
  end(summary: string): void {
    this.#out.write(`${this.#out.isTTY ? "\r\x1b[K" : ""}${this.#label}: ${summary}\n`);
  }
}
