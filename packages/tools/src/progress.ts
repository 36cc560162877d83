/** A stream for progress: standard error, or a test's own. */
export interface Terminal {
  isTTY?: boolean;
  columns?: number;
  write(text: string): unknown;
}

/** Options of drawing progress. */
export interface ProgressOptions {
  /** The plural noun of the counted things, such as `pages`. */
  unit: string;
  /** The smallest total for which anything is drawn. Default: 0. */
  few?: number;
  /** Whether anything is drawn at all. Default: true. */
  isWanted?: boolean;
}

const WIDTH = 30;
/** Steps between two counts whose total is unknown. */
const STRIDE = 100;

/** Progress of long work: a bar on a terminal, a line for every tenth elsewhere. */
export class Progress {
  readonly #terminal: Terminal;
  readonly #unit: string;
  readonly #few: number;
  readonly #isWanted: boolean;
  #shown = "";

  constructor(terminal: Terminal, { unit, few = 0, isWanted = true }: ProgressOptions) {
    this.#terminal = terminal;
    this.#unit = unit;
    this.#few = few;
    this.#isWanted = isWanted;
  }

  /** Draws the count done out of `total`, which is `null` while unknown. `detail` follows the bar on a terminal. */
  show(step: string, done: number, total: number | null, detail = ""): void {
    if (!this.#isWanted || (total ?? this.#few) < this.#few) return;
    const isTerminal = this.#terminal.isTTY === true;
    if (total === null) {
      if (isTerminal && done % STRIDE === 0) this.#draw(`${step}: ${done} ${this.#unit}`);
    } else if (isTerminal) this.#draw(this.#toBar(step, done, total, detail));
    else if (Math.floor((done * 10) / total) > Math.floor(((done - 1) * 10) / total))
      this.#draw(`${step}: ${done} of ${total} ${this.#unit}, ${Math.floor((done * 10) / total) * 10} %`);
  }

  /** Prints a line of its own. */
  print(line: string): void {
    this.clear();
    this.#terminal.write(`${line}\n`);
  }

  /** Removes the bar. */
  clear(): void {
    if (this.#terminal.isTTY && this.#shown !== "") this.#terminal.write("\r\u001b[K");
    this.#shown = "";
  }

  #draw(line: string): void {
    if (line === this.#shown) return;
    this.clear();
    const { isTTY, columns = 80 } = this.#terminal;
    this.#terminal.write(isTTY ? line.slice(0, columns - 1) : `${line}\n`);
    this.#shown = line;
  }

  #toBar(step: string, done: number, total: number, detail: string): string {
    const full = Math.floor((done * WIDTH) / Math.max(1, total));
    const bar = `${"#".repeat(full)}${" ".repeat(WIDTH - full)}`;
    const percent = Math.floor((done * 100) / Math.max(1, total));
    return `${step} [${bar}] ${percent} % of ${total} ${this.#unit}${detail && ` ${detail}`}`;
  }
}
