/** Closes a socket, and gives its CloseEvent, or null if none comes in time. */
export function closeAndWait(socket, { code = 1000, reason = "", limit = 3000 } = {}) {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(null), limit);
    socket.addEventListener("close", (event) => {
      clearTimeout(timer);
      resolve(event);
    });
    socket.close(code, reason);
  });
}
