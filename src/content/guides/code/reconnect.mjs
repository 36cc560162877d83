/** Ends after which another attempt can help: the server restarts, has too much to do, or was lost. */
const AGAIN = new Set([0, 1001, 1005, 1006, 1011, 1012, 1013, 1014]);

/** Milliseconds to wait before an attempt: any time up to 5 s, then up to 10 s, 20 s, 40 s, 60 s. */
export function waitBefore(attempt, random = Math.random) {
  return random() * Math.min(60_000, 5000 * 2 ** attempt);
}

/** Keeps a connection open until `close()` is called or the server says that it is no use. */
export function connect(url, { onMessage, onEnd, WebSocket = globalThis.WebSocket, random = Math.random }) {
  let attempt = 0;
  let isDone = false;
  let socket;
  let timer;

  function open() {
    let settled;
    socket = new WebSocket(url);
    socket.onmessage = ({ data }) => onMessage(data);
    socket.onopen = () => {
      // A connection that is lost at once must not bring the wait back to its beginning.
      settled = setTimeout(() => {
        attempt = 0;
      }, 10_000);
    };
    socket.onclose = (event) => {
      clearTimeout(settled);
      if (isDone || !AGAIN.has(event.code)) return onEnd?.(event);
      // 1013 asks for more patience.
      attempt = event.code === 1013 ? Math.max(attempt, 3) : attempt;
      timer = setTimeout(open, waitBefore(attempt++, random));
    };
  }

  open();
  return {
    send: (data) => socket.send(data),
    close() {
      isDone = true;
      clearTimeout(timer);
      socket.close(1000);
    },
  };
}
