/** Logs all that script can know about the end of a socket. Call it right after `new WebSocket()`. */
export function logTheEnd(socket, log = console.log) {
  const begun = Date.now();
  const events = [];
  let lastHeard = begun;
  const seconds = (since) => Math.round((Date.now() - since) / 100) / 10;

  for (const type of ["open", "message", "error"]) {
    socket.addEventListener(type, () => {
      if (type !== "message") events.push(type);
      if (type !== "error") lastHeard = Date.now();
    });
  }
  socket.addEventListener("close", ({ code, reason, wasClean }) => {
    const online = globalThis.navigator?.onLine;
    log({
      url: socket.url,
      events: [...events, "close"].join(" "),
      code,
      reason,
      wasClean,
      after: seconds(begun),
      quietFor: seconds(lastHeard),
      online,
    });
  });
}
