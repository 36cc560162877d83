import type { Writable } from "node:stream";

/** Where the command prints. */
export type Terminal = Writable & { isTTY?: boolean; columns?: number };

/** Says how far the work is. */
export interface Progress {
  /** So many of so many pages are through this step; `total` is `null` where nobody knows yet. */
  show(step: string, done: number, total: number | null): void;
  /** Prints a line of its own. */
  print(line: string): void;
  /** Takes what is there away. */
  clear(): void;
}

const WIDTH = 30;
/** Fewer are through before anybody asks. */
const FEW = 100;

/** Makes the progress: a bar on a terminal, a line for every tenth elsewhere, nothing where it is not wanted. */
export function createProgress(terminal: Terminal, isWanted: boolean): Progress {
  let shown = "";
  const isTerminal = terminal.isTTY === true;
  const clear = () => {
    if (isTerminal && shown !== "") terminal.write("\r\u001b[K");
    shown = "";
  };
  const draw = (line: string) => {
    if (line === shown) return;
    clear();
    terminal.write(isTerminal ? line.slice(0, (terminal.columns ?? 80) - 1) : `${line}\n`);
    shown = line;
  };
  return {
    clear,
    print(line) {
      clear();
      terminal.write(`${line}\n`);
    },
    show(step, done, total) {
      if (!isWanted || (total ?? FEW) < FEW) return;
      if (total === null) {
        if (isTerminal && done % FEW === 0) draw(`${step}: ${done} pages`);
      } else if (isTerminal) draw(toBar(step, done, total));
      else if (Math.floor((done * 10) / total) > Math.floor(((done - 1) * 10) / total))
        draw(`${step}: ${done} of ${total} pages, ${Math.floor((done * 10) / total) * 10} %`);
    },
  };
}

function toBar(step: string, done: number, total: number): string {
  const full = Math.floor((done * WIDTH) / total);
  return `${step} [${"#".repeat(full)}${" ".repeat(WIDTH - full)}] ${Math.floor((done * 100) / total)} % of ${total} pages`;
}
