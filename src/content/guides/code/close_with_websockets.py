import asyncio
import os
import signal

from websockets import ConnectionClosed, serve

connections = set()


async def handle(connection):
    connections.add(connection)
    try:
        async for message in connection:
            if isinstance(message, bytes):
                await connection.close(1003, "text only")
            elif message == "bye":
                await connection.close(1000, "bye")
            else:
                await connection.send(message)
    except ConnectionClosed:
        pass  # it ended without a closing handshake
    finally:
        connections.discard(connection)
    # A handler that returns ends the connection with 1000, one that raises with 1011.
    print("closed", connection.close_code, connection.close_reason, flush=True)


async def main():
    port = int(os.environ.get("PORT", "8080"))
    stop = asyncio.Event()
    asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, stop.set)
    # A message over max_size ends the connection with 1009.
    async with serve(handle, "127.0.0.1", port, max_size=64 * 1024, close_timeout=5):
        await stop.wait()
        # The end of this block closes with 1001 as well, but without a reason.
        await asyncio.gather(*(each.close(1001, "restarting") for each in connections))


asyncio.run(main())
