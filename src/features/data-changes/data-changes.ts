import { CLOSE_EVENT } from "@wasclean/data/load";
import { engines } from "../observations/engines.ts";

/** A change of the data. */
export interface DataChange {
  title: string;
  description: string;
  /** The address, without the host. */
  href: string;
  /** A day, e.g. `2026-11-22`. */
  date: string;
}

/** The last change of each source of the data, the newest first. */
export function listDataChanges(base: string): DataChange[] {
  const { bcd } = CLOSE_EVENT.sources;
  const measured = engines.map(({ id, name, version, os, observedOn, results }) => ({
    title: `${name} ${version} was measured`,
    description: `${Object.keys(results).length} endings, on ${os}.`,
    href: `${base}api/observations/${id}.json`,
    date: observedOn,
  }));
  const renewed = {
    title: `Compatibility data of ${bcd.package} ${bcd.version}`,
    description: "Support of CloseEvent, WebSocket and their members.",
    href: `${base}api/compat/CloseEvent.json`,
    date: bcd.date ?? "",
  };
  return [...measured, renewed].toSorted((a, b) => b.date.localeCompare(a.date));
}
