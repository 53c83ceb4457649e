"""
Wait on this machine for the browser that comes back from Fanvue's sign-in (RFC 8252, 7.3).

Serves one page on 127.0.0.1, reads the code out of the address, and is gone. Anything else that
asks meanwhile, a browser's icon say, gets 404 and ends nothing.
"""

from __future__ import annotations

import asyncio
import hmac
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import asynccontextmanager
from html import escape
from urllib.parse import parse_qs, urlsplit

from worker.errors import SettingsInvalid, SignInAtFanvueRefused

PATH = "/callback"
_LONGEST_LINE = 8192

_PAGE = """<!doctype html><meta charset="utf-8"><title>fanpace</title>
<body style="font: 18px/1.5 system-ui; max-width: 32em; margin: 15vh auto; padding: 0 1em">
<p>{said}<p>You can close this page and go back to the terminal."""


def code_of(query: Mapping[str, str], state: str) -> str:
    """
    Return the code of an answer. Raises SignInAtFanvueRefused where the creator did not agree, or
    where the answer is not to our question.
    """
    if not hmac.compare_digest(query.get("state", "").encode(), state.encode()):
        raise SignInAtFanvueRefused(
            "this answer belongs to another sign-in: run fanpace connect again"
        )
    if error := query.get("error"):
        told = query.get("error_description") or error
        raise SignInAtFanvueRefused(f"Fanvue says: {told[:200]}")
    if not query.get("code"):
        raise SignInAtFanvueRefused("the answer has no code")
    return query["code"]


def query_of(address: str) -> dict[str, str]:
    """Read the part after the question mark, of a whole address or of its end."""
    query = urlsplit(address.strip()).query or address.strip()
    return {name: values[0] for name, values in parse_qs(query).items()}


@asynccontextmanager
async def redirected(port: int, state: str) -> AsyncIterator[Callable[[], Awaitable[str]]]:
    """
    Serve 127.0.0.1:`port` and yield what waits for the code.

    Raises SettingsInvalid if the port is taken.
    """
    answered: asyncio.Future[str] = asyncio.get_running_loop().create_future()

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            async with asyncio.timeout(10):
                line = (await reader.readline()).decode("latin-1")
                while (await reader.readline()).strip():
                    pass  # headers say nothing of use
            target = line.split(" ")[1] if line.startswith("GET ") else ""
            writer.write(_answer(target, state, answered))
            await writer.drain()
        except (TimeoutError, ConnectionError, ValueError, IndexError):
            pass
        finally:
            writer.close()

    try:
        server = await asyncio.start_server(serve, "127.0.0.1", port, limit=_LONGEST_LINE)
    except OSError as exc:
        raise SettingsInvalid(
            f"port {port} is taken: name another with --port, and register it at Fanvue too"
        ) from exc
    async with server:

        async def code() -> str:
            return await answered

        yield code


def _answer(target: str, state: str, answered: asyncio.Future[str]) -> bytes:
    if urlsplit(target).path != PATH:
        return _page("404 Not Found", "There is nothing here.")
    try:
        code = code_of(query_of(target), state)
    except SignInAtFanvueRefused as refused:
        if not answered.done():
            answered.set_exception(refused)
        return _page("400 Bad Request", f"fanpace is not connected. {refused}")
    if not answered.done():
        answered.set_result(code)
    return _page("200 OK", "fanpace is connected with Fanvue.")


def _page(status: str, said: str) -> bytes:
    body = _PAGE.format(said=escape(said)).encode()
    head = (
        f"HTTP/1.1 {status}\r\nContent-Type: text/html; charset=utf-8\r\n"
        f"Content-Length: {len(body)}\r\nCache-Control: no-store\r\nConnection: close\r\n\r\n"
    )
    return head.encode() + body
