/** The data's terms in words, each said in one place: for the tables, the command, the site and the element. */
export { cleanWords, eventWords, outcomeWords, reasonWords, serverSawWords } from "./outcome.ts";
export { SENDERS, senderWords } from "./sender.ts";
export { supportWords, toList, toStatements } from "./support.ts";
export { VERDICTS, type Verdict } from "./verdict.ts";
