"""
Send and read chat messages, and read what a fan spent, through the Fanvue API.

Knows paths, headers, the shapes of answers and of errors. Whether and when to try again is the
database's; where tokens come from is the token source's. What Fanvue does is known from its
documentation and other people's clients only, so base URL, prefix and version are settings.
"""

from __future__ import annotations

import asyncio
import copy
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Literal, Protocol
from urllib.parse import quote

import httpx

from worker.errors import (
    FanvueRejected,
    FanvueUnavailable,
    FanvueUncertain,
    SettingsInvalid,
)
from worker.fanvue_answers import (
    ChatMessage,
    ChatPage,
    FanInsights,
    Me,
    PeoplePage,
    chat_message,
    chat_page,
    fan_insights,
    many_fan_insights,
    message_uuid,
    own_profile,
    people_page,
)
from worker.fanvue_failures import failure_of, json_of
from worker.fanvue_limits import Gate, read_limits

__all__ = [
    "ChatMessage", "ChatPage", "FanInsights", "FanvueClient", "TokenSource", "static_token",
]  # fmt: skip


class TokenSource(Protocol):
    """Gives the bearer token for calls about a creator."""

    async def token(self, creator_uuid: str) -> str:
        """Return one that should be good."""

    async def renewed(self, creator_uuid: str, refused: str) -> str | None:
        """Return another one than `refused`, which Fanvue did not take; None: there is none."""


LARGEST_PAGE = 50
# Of one question about many fans.
MOST_INSIGHTS = 20

# Raised before the first byte of the request has left. Anything else may have reached Fanvue.
_NOT_SENT = (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout, httpx.ProxyError)
_NOT_A_URL = (httpx.InvalidURL, httpx.UnsupportedProtocol)
_FOREIGN = (httpx.HTTPError, httpx.StreamError, httpx.CookieConflict, TimeoutError)


class _Static:
    def __init__(self, token: str) -> None:
        self._token = token.strip()

    async def token(self, creator_uuid: str) -> str:
        return self._token

    async def renewed(self, creator_uuid: str, refused: str) -> str | None:
        return None


def static_token(token: str) -> TokenSource:
    """Return a source that gives `token` for every creator: their own, or an agency's."""
    return _Static(token)


@dataclass(frozen=True)
class _Call:
    """One request; `sends` says that doing it twice would be seen by the fan."""

    method: str
    path: str
    params: Mapping[str, str | int] | None = None
    body: Mapping[str, object] | None = None
    sends: bool = False


class FanvueClient:
    """
    Speak for creators, each with their own token, or for an agency with its one.

    `rate_remaining` holds, by creator, the last X-RateLimit-Remaining: Fanvue's budget is per
    creator, not per token (documentation, authentication/rate-limits).
    Cancelling a send leaves it as uncertain as a time-out does.
    """

    def __init__(
        self,
        token: TokenSource,
        *,
        base_url: str = "https://api.fanvue.com",
        path_prefix: str = "",
        api_version: str = "2025-06-26",
        account: Literal["creator", "agency"] = "creator",
        timeout: float = 20.0,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
        transport: httpx.AsyncBaseTransport | None = None,
    ) -> None:
        """No call takes longer than `timeout` seconds."""
        self.rate_remaining: dict[str, int] = {}
        self._token = token
        self._prefix = f"/{path_prefix.strip('/')}" if path_prefix.strip("/") else ""
        self._agency = account == "agency"
        self._timeout = timeout
        self._now = now
        self._gate: Gate | None = None
        try:
            self._http = httpx.AsyncClient(
                base_url=base_url,
                headers={"X-Fanvue-API-Version": api_version, "Accept": "application/json"},
                # Waiting for a connection, connecting and TLS end well before the whole time is
                # over, so that running out of it always means 'after something was sent'.
                timeout=httpx.Timeout(timeout, connect=timeout / 4, pool=timeout / 4),
                # Shorter than servers keep idle connections: a send on one that the server is
                # just closing would count as uncertain and cost a reconciliation.
                limits=httpx.Limits(max_connections=50, keepalive_expiry=3.0),
                transport=transport,
            )
        except _NOT_A_URL as exc:
            raise SettingsInvalid("FANVUE_BASE_URL is not a URL") from exc

    def gated_by(self, gate: Gate) -> FanvueClient:
        """Return this client with `gate` before each of its requests."""
        gated = copy.copy(self)
        gated._gate = gate
        return gated

    async def send_message(self, creator_uuid: str, fan_uuid: str, text: str) -> str:
        """
        Send one text (1 to 5000 characters) and return the uuid that Fanvue gave it.

        Raises FanvueUnavailable if nothing was sent for certain, FanvueUncertain if the fan may
        have got it, FanvueRateLimited and FanvueRejected if Fanvue refused.
        """
        path = f"{self._chat(creator_uuid, fan_uuid)}/message"
        call = _Call("POST", path, body={"text": text}, sends=True)
        answer = await self._do(creator_uuid, call)
        if uuid := message_uuid(json_of(answer)):
            return uuid
        raise FanvueUncertain(f"Fanvue answered {answer.status_code} without a messageUuid")

    async def list_chats(self, creator_uuid: str, *, page: str | None = None) -> ChatPage:
        """
        Return a page of the creator's chats: the first, or that which another page names as
        `following`. That those which changed last come first is not documented.
        """
        call = _Call("GET", self._chats(creator_uuid), params=_paging(page))
        listed = chat_page(json_of(await self._do(creator_uuid, call)))
        if listed is None:
            raise FanvueUnavailable("Fanvue answered the list of chats in an unknown form")
        return listed

    async def list_people(
        self,
        creator_uuid: str,
        which: Literal["subscribers", "followers"],
        *,
        page: str | None = None,
    ) -> PeoplePage:
        """
        Return a page of the creator's subscribers or followers: the first, or that which another
        names as `following`. Raises FanvueRejected with 403 where the token lacks read:fan.
        """
        call = _Call("GET", f"{self._owner(creator_uuid)}/{which}", params=_paging(page))
        listed = people_page(json_of(await self._do(creator_uuid, call)))
        if listed is None:
            raise FanvueUnavailable(f"Fanvue answered the list of {which} in an unknown form")
        return listed

    async def list_messages(
        self, creator_uuid: str, fan_uuid: str, *, size: int = LARGEST_PAGE, page: int = 1
    ) -> list[ChatMessage]:
        """Return a page of a chat, newest first; the first has the newest `size`, at most 50."""
        path = f"{self._chat(creator_uuid, fan_uuid)}/messages"
        # Reading must not tell the fan that somebody has read.
        paging = {"page": page} if page > 1 else {}
        call = _Call("GET", path, params={"size": size, **paging, "markAsRead": "false"})
        body = json_of(await self._do(creator_uuid, call))
        rows = body.get("data") if isinstance(body, dict) else None
        if not isinstance(rows, list):
            raise FanvueUnavailable("Fanvue answered the list of messages in an unknown form")
        return [_parsed(row) for row in rows]

    async def get_message(self, creator_uuid: str, fan_uuid: str, uuid: str) -> ChatMessage:
        """
        Return one message.

        Its own address is known for the /v1 API only; where there is none, it is looked for among
        the newest messages of the chat. Raises FanvueRejected (404) if it is in neither place.
        """
        path = f"{self._chat(creator_uuid, fan_uuid)}/messages/{quote(uuid, safe='')}"
        call = _Call("GET", path, params={"markAsRead": "false"})
        try:
            body = json_of(await self._do(creator_uuid, call))
        except FanvueRejected as rejection:
            if rejection.status not in (404, 405):
                raise
            for message in await self.list_messages(creator_uuid, fan_uuid):
                if message.uuid == uuid.lower():
                    return message
            raise
        # Some answers of this API wrap the object in "data", some do not.
        return _parsed(body["data"] if isinstance(body, dict) and "data" in body else body)

    async def get_fan_insights(self, creator_uuid: str, fan_uuid: str) -> FanInsights:
        """
        Return what a fan spent. Raises FanvueRejected with 403 where the token lacks
        read:insights, and with 404 where Fanvue knows nothing of this fan.
        """
        owner = self._owner(creator_uuid)
        call = _Call("GET", f"{owner}/insights/fans/{quote(fan_uuid, safe='')}")
        insights = fan_insights(json_of(await self._do(creator_uuid, call)))
        if insights is None:
            raise FanvueUnavailable("Fanvue answered a fan's insights in an unknown form")
        return insights

    async def get_many_fan_insights(
        self, creator_uuid: str, fan_uuids: Sequence[str]
    ) -> dict[str, FanInsights]:
        """
        Return what up to MOST_INSIGHTS fans spent, by uuid; who is not in it is not known.

        Raises FanvueRejected as get_fan_insights does, and with 404 too where this address, which
        is known from other people's clients only, is none.
        """
        call = _Call(
            "GET",
            f"{self._owner(creator_uuid)}/insights/fans",
            params={"fanUuids": ",".join(fan_uuids)},
        )
        found = many_fan_insights(json_of(await self._do(creator_uuid, call)))
        if found is None:
            raise FanvueRejected("Fanvue answered fans' insights in an unknown form", status=404)
        return found

    async def show_typing(self, creator_uuid: str, fan_uuid: str, typing: bool) -> None:
        """Show or hide 'is typing'. A failure costs nothing: the caller may go on."""
        path = f"{self._chat(creator_uuid, fan_uuid)}/typing"
        await self._do(creator_uuid, _Call("POST", path, body={"isTyping": typing}))

    async def get_me(self) -> Me:
        """
        Return whose token this is. Raises FanvueRejected with 403 where it lacks read:self.

        Source: API reference, users, "Get current user".
        """
        me = own_profile(json_of(await self._do("", _Call("GET", "/users/me"))))
        if me is None:
            raise FanvueUnavailable("Fanvue answered whose token this is in an unknown form")
        return me

    async def check(self, creator_uuid: str | None = None) -> None:
        """
        Make the cheapest call that needs a good token; raise what goes wrong.

        An agency's token is tried on `creator_uuid`'s chats, or without one on its creators.
        """
        if self._agency and creator_uuid is None:
            path = "/creators"
        else:
            path = self._chats(creator_uuid or "")
        await self._do(creator_uuid or "", _Call("GET", path, params={"size": 1}))

    async def aclose(self) -> None:
        """Close all connections."""
        await self._http.aclose()

    def _owner(self, creator_uuid: str) -> str:
        return f"/creators/{quote(creator_uuid, safe='')}" if self._agency else ""

    def _chats(self, creator_uuid: str) -> str:
        return f"{self._owner(creator_uuid)}/chats"

    def _chat(self, creator_uuid: str, fan_uuid: str) -> str:
        return f"{self._chats(creator_uuid)}/{quote(fan_uuid, safe='')}"

    async def _do(self, creator_uuid: str, call: _Call) -> httpx.Response:
        if self._gate is not None:
            await self._gate.before_request()
        # Fetched outside the clock below: a slow token source has sent nothing to the fan.
        token = await self._token.token(creator_uuid)
        response = await self._request(creator_uuid, call, token)
        if response.status_code == 401:
            # Nothing was done. It may have ended early, or been taken back for a new one.
            other = await self._token.renewed(creator_uuid, token)
            if other is not None:
                token = other
                response = await self._request(creator_uuid, call, token)
        if response.is_success:
            return response
        raise failure_of(response, _unclear(call), token, self._now())

    async def _request(self, creator_uuid: str, call: _Call, token: str) -> httpx.Response:
        headers = _authorization(token)
        try:
            async with asyncio.timeout(self._timeout):
                response = await self._http.request(
                    call.method,
                    self._prefix + call.path,
                    params=call.params,
                    json=call.body,
                    headers=headers,
                )
        except _NOT_A_URL as exc:
            raise SettingsInvalid("FANVUE_BASE_URL is not an http or https URL") from exc
        except _NOT_SENT as exc:
            raise FanvueUnavailable(f"Fanvue cannot be reached: {type(exc).__name__}") from exc
        except _FOREIGN as exc:
            raise _unclear(call)(f"no answer from Fanvue: {type(exc).__name__}") from exc
        reading = read_limits(response.status_code, response.headers, self._now())
        if reading.remaining is not None:
            self.rate_remaining[creator_uuid] = reading.remaining
        if self._gate is not None:
            await self._gate.after_request(reading)
        return response


def _unclear(call: _Call) -> type[FanvueUncertain | FanvueUnavailable]:
    """What it means that no answer came: where a fan may have got something, nobody knows."""
    return FanvueUncertain if call.sends else FanvueUnavailable


def _paging(page: str | None) -> dict[str, str | int]:
    name, _, value = (page or "").partition("=")
    return {"size": LARGEST_PAGE, **({name: value} if name in ("page", "cursor") else {})}


def _authorization(token: str) -> httpx.Headers:
    # httpx quotes a header value that it cannot send in its error; so such a token stops here.
    if not token or not token.isascii() or not token.isprintable() or " " in token:
        raise SettingsInvalid(
            "Fanvue's token (FANVUE_TOKEN?) is empty or has characters that no token has"
        )
    return httpx.Headers({"Authorization": f"Bearer {token}"})


def _parsed(row: object) -> ChatMessage:
    message = chat_message(row)
    if message is None:
        # Never skipped: a message that we cannot read may be the one that we look for.
        raise FanvueUnavailable("Fanvue answered with a message in an unknown form")
    return message
