import { describeTime } from "../observe/describe-time.ts";
import { element } from "./element.ts";

/** One row of a list of events: time in milliseconds, name, and description. */
export function timedRow(at: number, name: string, words: string): HTMLLIElement {
  return element(
    "li",
    { part: "event" },
    element("span", { class: "time", part: "time" }, describeTime(at)),
    " ",
    element("span", { class: "name", part: "event-name" }, name),
    " ",
    element("span", { class: "words" }, words),
  );
}
