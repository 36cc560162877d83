import type { CloseCodeEntry, DerivedCloseCode, DerivedCloseCodes, Reports } from "@wasclean/schema";
import { describeCode as describeNumber } from "../tables/index.ts";
import { outcomeWords, senderWords } from "../words/index.ts";

type Engines = DerivedCloseCodes["engines"];

/** The longest reason, in code points. */
const MOST_CHARACTERS = 24;

/** A close code in a few sentences: what it means, who may send it, what engines report. */
export function describeCode(
  code: number,
  entry: CloseCodeEntry,
  observed: DerivedCloseCode | null,
  engines: Engines,
): string {
  const name =
    entry.name ?? (Array.isArray(entry.code) ? `${describeNumber(entry.code)}, ${entry.status}` : entry.status);
  const when = entry.onWire === false ? "When a Close frame has it all the same" : "When a Close frame has it";
  const endings = Object.keys(observed?.reportedIn ?? {}).length;
  return [
    `${code} (${name}): ${entry.meaning}`,
    `${senderWords(entry.sentBy)}, ${WIRE[`${entry.onWire}`]}, and script ${entry.scriptMayPass ? "may" : "may not"} pass it to close().`,
    ...describeReports(`${when}, script sees`, observed?.received ?? null, engines),
    ...describeReports("When script passes it to close(), it sees", observed?.passedToClose ?? null, engines),
    ...(endings > 0 ? [`Endings after which a close event has it, in some engine or all: ${endings}.`] : []),
  ].join(" ");
}

const WIRE: Record<`${CloseCodeEntry["onWire"]}`, string> = {
  true: "a Close frame may carry it",
  false: "a Close frame must not carry it",
  null: "nothing says what it means in a Close frame",
};

/** Groups engines with equal reports; if runs differed, lists all outcomes. */
function describeReports(begin: string, reports: Reports | null, engines: Engines): string[] {
  if (reports === null) return [];
  const groups = reports.groups.map((group) => {
    const seen = [...new Set(group.outcomes.map((outcome) => outcomeWords(outcome, MOST_CHARACTERS)))].join(" or ");
    return `${seen} in ${group.engines.map((id) => toName(id, engines[id])).join(", ")}`;
  });
  return [`${begin}: ${groups.join("; ")}.`];
}

/** An engine's name and version, without the brackets that say on what it is built. */
const toName = (id: string, engine: Engines[string] | undefined) =>
  engine ? `${engine.name} ${engine.version}`.replace(/ \([^)]*\)/g, "") : id;
