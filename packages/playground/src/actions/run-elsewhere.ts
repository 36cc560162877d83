import type { SocketConstructor } from "../observe/observe.ts";
import { wait } from "../observe/wait.ts";
import type { Choice, RunLab } from "../run/run.ts";
import type { Session } from "../run/session.ts";
import { openFrame } from "./throwaway-frame.ts";

/** Milliseconds that a page gets to close its connection when it goes away. */
const AFTER_LEAVING = 300;

/** Milliseconds to wait for the events of a forbidden connection: not every browser fires `close`. */
const FORBIDDEN = 2000;

/** Runs an ending that takes more than a connection to the lab: a port of its own, an absent server, a policy, a page that goes away. */
export async function runElsewhere(session: Session, parent: Node, choice: Choice, lab: RunLab): Promise<void> {
  const plan = session.plan(choice, lab);
  const { ending } = choice;
  if (ending === null) return;
  const { connectsTo, id } = ending;
  if (connectsTo.endsWith("port")) {
    if (lab.ports[id] === undefined)
      return session.say(`Not connected: the lab at ${lab.url.href} has no port for this ending.`);
    session.run(choice, lab, connectsTo === "own-port" ? plan : { ...plan, record: null });
  } else if (connectsTo === "unknown-host") {
    // An https page may not connect to ws:.
    const url = `${location.protocol === "https:" ? "wss" : "ws"}://wasclean.invalid/`;
    const label = "live, against a host that does not exist";
    session.run(choice, lab, { ...plan, data: { ...plan.data, url }, label, record: null });
  } else await runInFrame(session, parent, choice, lab, connectsTo === "lab-forbidden-by-csp");
}

async function runInFrame(
  session: Session,
  parent: Node,
  choice: Choice,
  lab: RunLab,
  isForbidden: boolean,
): Promise<void> {
  const plan = session.plan(choice, lab);
  let frame: Awaited<ReturnType<typeof openFrame>>;
  try {
    frame = await openFrame(parent, isForbidden);
  } catch (error) {
    return session.say(
      `Not connected: ${(error as Error).message} Its recording can be played: choose the mode recorded.`,
    );
  }
  const watching = new AbortController();
  let hasLeft = false;
  const run = session.run(
    choice,
    lab,
    isForbidden ? { ...plan, record: null } : plan,
    {
      WebSocket: frame.WebSocket as SocketConstructor,
      document: frame.document,
      changed(changed) {
        session.show(session.shown);
        if (changed.state === "closed") frame.remove();
        if (isForbidden || hasLeft || changed.state !== "open") return;
        hasLeft = true;
        // Not within the `open` event, where no page goes away.
        void wait(0, run.signal).then(() => frame.remove());
        void wait(AFTER_LEAVING, run.signal).then(() => watching.abort());
      },
    },
    watching,
  );
  run.signal.addEventListener("abort", () => frame.remove());
  if (isForbidden) void wait(FORBIDDEN, run.signal).then(() => watching.abort());
}
