import { fieldWords, outcomeFields, secondsOf } from "../facts/outcome-fields.ts";
import { boundedText } from "../observe/bounded-text.ts";
import { describeTime } from "../observe/describe-time.ts";
import type { RunData } from "../run/run-data.ts";
import { describeWireEvent } from "../ui/describe-wire-event.ts";
import type { Comparison } from "./comparison.ts";
import { rowsOf } from "./comparison-table.ts";
import { engineVerdict, specificationVerdict } from "./comparison-words.ts";

/** The most events of the wire that are listed. */
const LIMIT = 50;

/** A difference as a report in Markdown, ready to be filed. Foreign texts are shortened and put into code, so that they are not read as Markdown. */
export function toReport(run: RunData, comparison: Comparison): string {
  const { details, measured } = comparison;
  const id = `${details?.id}`;
  const own = comparison.own?.engine.id;
  const rows = rowsOf(
    { ...comparison, measured: measured.filter(({ engine }) => engine.id === own) },
    "This browser",
    secondsOf(run.events),
  );
  const wire = run.wire
    .slice(0, LIMIT)
    .map((event) => `- ${describeTime(event.at)}, ${event.by}: ${code(describeWireEvent(event))}`);
  return `# WebSocket ending ${code(id)}

${specificationVerdict(comparison, "This browser")}
${engineVerdict(comparison, "This browser", run.userAgent)}

- Server: ${details?.server}
- Browser: ${code(run.userAgent)}
- Date: ${run.startedAt}

## Expected and seen

${rows.map(({ name, outcome }) => `- ${name}: ${outcomeFields.map((field) => `${field} ${code(fieldWords(outcome?.[field] ?? null))}`).join(", ")}`).join("\n")}

## On the wire, as the lab saw it

${wire.join("\n") || "Not known."}

## How to reproduce

1. Run \`npx @wasclean/lab\`.
2. In this browser, choose the ending ${code(id)} in the playground, or open a WebSocket to ${code(addressOf(run.url))}.
`;
}

/** The URL without the connection's id, which can be used only once. */
function addressOf(url: string): string {
  const address = URL.parse(url);
  address?.searchParams.delete("connection");
  return address?.href ?? url;
}

/** A text as code, fenced by more backquotes than it has in a row. */
function code(text: string): string {
  const shown = boundedText(text);
  const most = Math.max(0, ...(shown.match(/`+/g) ?? []).map(({ length }) => length));
  const fence = "`".repeat(most + 1);
  return most > 0 || shown === "" ? `${fence} ${shown} ${fence}` : fence + shown + fence;
}
