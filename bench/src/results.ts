import { writeFileSync } from "node:fs";
import { readMachine } from "./machine.ts";
import type { Options } from "./options.ts";
import { median, toDigits } from "./statistics.ts";

/** A row of a table. */
export interface Row {
  name: string;
  unit: "ms" | "MB" | "kB" | "/s";
  /** All measurements, in `unit`. */
  samples: number[];
  /** Bytes read in that time. */
  bytes?: number;
  /** A comparison, e.g. `12 × ours`, and its target. */
  ratio?: { value: number; of: string } & Partial<Target>;
  /** A remark, such as why there are no samples. */
  note?: string;
}
type Target = { atLeast: number } | { atMost: number };

/** The results of a benchmark. */
export interface Results {
  benchmark: string;
  /** A sentence on the input. */
  input: string;
  /** The packages compared with ours. */
  peers: string[];
  rows: Row[];
}

/** Prints a benchmark's table; on request writes it as JSON, and sets the exit status by its targets. */
export function reportResults({ benchmark, input, peers, rows }: Results, { json, assert }: Options): void {
  const machine = readMachine(peers);
  const summary = rows.map((row) => ({ ...summarize(row), ...row }));
  console.log(`\n${benchmark}: ${input}\n\n${toTable(rows)}\n\n${Object.values(machine).join("; ")}.`);
  if (json) writeFileSync(json, `${JSON.stringify({ benchmark, input, machine, rows: summary }, null, 2)}\n`);
  if (assert && summary.some(({ met }) => met === false)) process.exitCode = 1;
}

/** The rows as a table in Markdown. */
function toTable(rows: readonly Row[]): string {
  const head = ["", "median", "min–max", "MB/s", "ratio", "target", "met"];
  const cells = rows.map((row) => {
    const { middle, low, high, speed, met } = summarize(row);
    const { ratio, unit, note } = row;
    const measured = row.samples.length > 0;
    return [
      row.name.replaceAll("|", "\\|"),
      measured ? `${toDigits(middle)} ${unit}` : (note ?? "–"),
      measured ? `${toDigits(low)}–${toDigits(high)}` : "",
      speed === null ? "" : toDigits(speed),
      ratio && !Number.isNaN(ratio.value) ? `${toDigits(ratio.value)} ${ratio.of}`.trim() : "",
      toTarget(ratio),
      met === null ? "" : met ? "yes" : "**no**",
    ];
  });
  const widths = head.map((word, column) =>
    Math.max(3, ...[head, ...cells].map((line) => (line[column] ?? word).length)),
  );
  const toLine = (line: string[]) => `| ${line.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(" | ")} |`;
  const rule = widths.map((width) => "-".repeat(width));
  return [head, rule, ...cells].map(toLine).join("\n");
}

function toTarget(ratio: Row["ratio"]): string {
  if (ratio && "atLeast" in ratio) return `≥ ${ratio.atLeast}`;
  return ratio && "atMost" in ratio ? `≤ ${ratio.atMost}` : "";
}

function summarize({ samples, bytes, ratio }: Row) {
  const middle = median(samples);
  return {
    middle,
    low: Math.min(...samples),
    high: Math.max(...samples),
    speed: bytes === undefined || samples.length === 0 ? null : bytes / 1e6 / (middle / 1e3),
    met: isMet(ratio),
  };
}

/** Whether a ratio meets its target; `null` without a target. NaN, for no comparison, misses every target. */
function isMet(ratio: Row["ratio"]): boolean | null {
  if (ratio && "atLeast" in ratio && ratio.atLeast !== undefined) return ratio.value >= ratio.atLeast;
  if (ratio && "atMost" in ratio && ratio.atMost !== undefined) return ratio.value <= ratio.atMost;
  return null;
}
