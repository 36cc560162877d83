import type { CloseCodeEntry, DerivedCloseCode, DerivedCloseCodes, Reports } from "@wasclean/schema";
import { describeCode as describeNumber, describeOutcome } from "../tables/index.ts";

type Engines = DerivedCloseCodes["engines"];

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
    `${SENT_BY[entry.sentBy]}, ${WIRE[`${entry.onWire}`]}, and script ${entry.scriptMayPass ? "may" : "may not"} pass it to close().`,
    ...describeReports(`${when}, script sees`, observed?.received ?? null, engines),
    ...describeReports("When script passes it to close(), it sees", observed?.passedToClose ?? null, engines),
    ...(endings > 0 ? [`Endings after which a close event has it, in some engine or all: ${endings}.`] : []),
  ].join(" ");
}

const SENT_BY: Record<CloseCodeEntry["sentBy"], string> = {
  client: "Only the client may send it",
  server: "Only the server may send it",
  either: "Either side may send it",
  nobody: "Nobody may send it",
};

const WIRE: Record<`${CloseCodeEntry["onWire"]}`, string> = {
  true: "a Close frame may carry it",
  false: "a Close frame must not carry it",
  null: "nothing says what it means in a Close frame",
};

/** Engines that are alike together; where runs differed, all that was seen. */
function describeReports(begin: string, reports: Reports | null, engines: Engines): string[] {
  if (reports === null) return [];
  const groups = reports.groups.map((group) => {
    const seen = [...new Set(group.outcomes.map(describeOutcome))].join(" or ");
    return `${seen} in ${group.engines.map((id) => toName(id, engines[id])).join(", ")}`;
  });
  return [`${begin}: ${groups.join("; ")}.`];
}

/** Without what stands in brackets: what it is built on. */
const toName = (id: string, engine: Engines[string] | undefined) =>
  engine ? `${engine.name} ${engine.version}`.replace(/ \([^)]*\)/g, "") : id;
