"""
Serve Fanvue's API for chats, fans and insights from a platform in memory, with faults on demand.

Knows paths, checks and faults. Who may call is fanvue_access.py's, what happens when a message
is sent fanvue.py's.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Mount, Route
from starlette.types import Receive, Scope, Send

from devstack.fanvue_access import Refused, authorised
from devstack.fanvue_records import Chat, Creator
from devstack.fanvue_rows import (
    LARGEST_PAGE,
    One,
    Row,
    chat_row,
    insights_row,
    message_row,
    newest_first,
    page_of,
    user_row,
)
from devstack.faults import Fault

if TYPE_CHECKING:
    from devstack.fanvue import FanvuePlatform

API_FAULTS = (
    "slow",  # answers as usual after `seconds`
    "hang",  # does nothing and never answers
    "accept_then_hang",  # does it, never answers
    "accept_then_drop",  # does it, closes the connection in the middle of the answer
    "accept_then_error",  # does it, answers 502
    "accept_without_uuid",  # does it, answers {}
    "server_error",  # 500, nothing done
    "rate_limited",  # 429 with Retry-After: `seconds`
    "unauthorised",  # 401, as when a token ran out
    "forbidden",  # 403, as when a scope is missing
    "not_contactable",  # 400 {"message"}
    "quotes_request",  # 400 whose message repeats what was sent, and to whom
)


# Of one answer about many fans.
MOST_INSIGHTS = 20


@dataclass(frozen=True)
class _Call:
    """One authorised call: on whose behalf, on which chat, with what."""

    creator: Creator | None
    chat: Chat | None
    request: Request
    body: dict[str, object]


class _Dropped(Response):
    """An answer that breaks off: the server closes the connection when the body is too short."""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        headers = [(b"content-type", b"application/json"), (b"content-length", b"1000")]
        await send({"type": "http.response.start", "status": 201, "headers": headers})


class FanvueApi:
    """The HTTP side of one platform."""

    def __init__(self, platform: FanvuePlatform) -> None:
        self._platform = platform

    def app(self) -> Starlette:
        chats: list[tuple[str, str, str, Callable[[_Call], Response]]] = [
            ("GET", "/chats", "chats", self._list_chats),
            ("POST", "/chats/{fan}/message", "send", self._send),
            ("GET", "/chats/{fan}/messages", "list", self._list_messages),
            ("GET", "/chats/{fan}/messages/{message}", "get", self._get_message),
            ("POST", "/chats/{fan}/typing", "typing", self._typing),
            ("GET", "/insights/fans/{fan}", "insights", self._insights),
            ("GET", "/insights/fans", "insights", self._many_insights),
            ("GET", "/subscribers", "subscribers", self._list_subscribers),
            ("GET", "/followers", "followers", self._list_followers),
            ("GET", "/users/me", "me", self._me),
        ]
        routes = [
            Route(before + path, self._endpoint(operation, act), methods=[method])
            for before in ("", "/creators/{creator}")
            for method, path, operation, act in chats
        ]
        creators = self._endpoint("creators", self._list_creators)
        routes.append(Route("/creators", creators, methods=["GET"]))
        return Starlette(
            routes=[*routes, *self._platform.sign_in.routes, Mount("/v1", routes=routes)]
        )

    def _endpoint(self, operation: str, act: Callable[[_Call], Response]) -> Callable[..., object]:
        async def endpoint(request: Request) -> Response:
            # Read before anything else: only then does `receive` tell of a client that went away.
            raw = await request.body()
            try:
                return await self._answer(operation, act, request, raw)
            except Refused as refused:
                return refused.response

        return endpoint

    async def _answer(
        self, operation: str, act: Callable[[_Call], Response], request: Request, raw: bytes
    ) -> Response:
        creator = authorised(self._platform, request)
        budget = self._platform.limits.take(creator.uuid if creator else "agency")
        if not budget.granted:
            return JSONResponse({"error": "Too many requests"}, 429, budget.headers)
        fault = next(iter(self._platform.faults.take(operation)), None)
        await self._before(fault, request)
        call = _Call(creator, self._chat_of(creator, request), request, _body(raw))
        response = act(call)
        response.headers.update(budget.headers)
        return await self._after(fault, request, response)

    def _chat_of(self, creator: Creator | None, request: Request) -> Chat | None:
        if creator is None or "fan" not in request.path_params:
            return None
        chat = self._platform.chats.get((creator.uuid, request.path_params["fan"]))
        if chat is None:
            raise Refused(404, {"message": "Chat not found"})
        return chat

    async def _before(self, fault: Fault | None, request: Request) -> None:
        """Suffer what comes before the call does anything."""
        if fault is None:
            return
        scope = _scope(request.url.path)
        match fault.kind:
            case "slow":
                await self._platform.sleep(fault.seconds)
            case "hang":
                await _disconnected(request)
                raise Refused(500, {"error": "the client went away"})
            case "server_error":
                raise Refused(500, {"error": "Internal Server Error"})
            case "rate_limited":
                wait = f"{fault.seconds:g}"
                raise Refused(429, {"error": "Too many requests"}, Retry_After=wait)
            case "unauthorised":
                raise Refused(401, {"error": "Unauthorized"})
            case "forbidden":
                raise Refused(403, {"error": "Forbidden", "message": f"Missing scope {scope}"})
            case "not_contactable":
                raise Refused(400, {"message": "This user cannot be contacted"})
            case "quotes_request":
                chats = self._platform.chats.values()
                names = [f"{chat.fan.handle}, {chat.fan.display_name}" for chat in chats]
                sent = (await request.body()).decode()
                raise Refused(
                    400, {"message": f"Bad request: {sent} of {request.url.path}: {names}"}
                )

    async def _after(self, fault: Fault | None, request: Request, response: Response) -> Response:
        """Return what the caller gets to see of an answer."""
        match fault.kind if fault else None:
            case "accept_then_hang":
                await _disconnected(request)
            case "accept_then_drop":
                return _Dropped()
            case "accept_then_error":
                return JSONResponse({"error": "Bad Gateway"}, 502)
            case "accept_without_uuid":
                return JSONResponse({}, response.status_code)
        return response

    def _send(self, call: _Call) -> Response:
        assert call.chat is not None
        text = call.body.get("text")
        media = call.body.get("mediaUuids") or []
        price = call.body.get("price")
        if not isinstance(text, str | None) or not (1 <= len(text or "") <= 5000 or media):
            raise _invalid("text", "must have 1 to 5000 characters")
        if price is not None and not (isinstance(price, int) and price >= 300):
            raise _invalid("price", "must be 300 cents or more")
        if not call.chat.contactable:
            raise Refused(400, {"message": "This user cannot be contacted"})
        message = self._platform.add_message(
            call.chat.fan, "api", text, price_cents=price, has_media=bool(media)
        )
        return JSONResponse({"messageUuid": message.uuid}, 201)

    def _list_messages(self, call: _Call) -> Response:
        assert call.chat is not None
        chat = call.chat
        newest = chat.messages[::-1]
        response = _page(newest, call.request, lambda message: message_row(message, chat))
        # Fanvue marks as read unless asked not to.
        if call.request.query_params.get("markAsRead") != "false":
            self._platform.mark_read(chat.fan)
        return response

    def _get_message(self, call: _Call) -> Response:
        assert call.chat is not None
        wanted = call.request.path_params["message"]
        for message in call.chat.messages:
            if message.uuid == wanted:
                return JSONResponse(message_row(message, call.chat))
        raise Refused(404, {"message": "Message not found"})

    def _typing(self, call: _Call) -> Response:
        assert call.chat is not None
        if not isinstance(call.body.get("isTyping"), bool):
            raise _invalid("isTyping", "must be true or false")
        self._platform.show_typing(call.chat.fan, call.body["isTyping"] is True)
        return Response(status_code=204)

    def _insights(self, call: _Call) -> Response:
        assert call.chat is not None
        return JSONResponse(self._insights_row(call.chat))

    def _many_insights(self, call: _Call) -> Response:
        assert call.creator is not None
        asked = call.request.query_params.getlist("fanUuids")
        uuids = [uuid for part in asked for uuid in part.split(",") if uuid]
        if not 1 <= len(uuids) <= MOST_INSIGHTS:
            raise _invalid("fanUuids", f"must be 1 to {MOST_INSIGHTS}")
        chats = [self._platform.chats.get((call.creator.uuid, uuid)) for uuid in uuids]
        rows = [{"fanUuid": c.fan.uuid, **self._insights_row(c)} for c in chats if c is not None]
        return JSONResponse({"data": rows})

    def _insights_row(self, chat: Chat) -> Row:
        return insights_row([one for one in self._platform.payments if one.fan == chat.fan])

    def _list_chats(self, call: _Call) -> Response:
        assert call.creator is not None
        chats = [one for one in self._platform.chats.values() if one.fan.creator == call.creator]
        if call.request.query_params.get("filter") == "unread":
            chats = [chat for chat in chats if chat.unread]
        return _page(newest_first(chats), call.request, chat_row)

    def _list_subscribers(self, call: _Call) -> Response:
        """List whoever ever paid for a subscription: here none of them ends."""
        assert call.creator is not None
        payments = self._platform.payments
        paid = {one.fan.uuid: one.fan for one in payments if one.kind == "subscription"}
        fans = [fan for fan in paid.values() if fan.creator == call.creator]
        return _page(fans, call.request, user_row)

    def _list_followers(self, call: _Call) -> Response:
        assert call.creator is not None
        chats = [one for one in self._platform.chats.values() if one.fan.creator == call.creator]
        return _page([chat.fan for chat in chats if chat.follows], call.request, user_row)

    def _me(self, call: _Call) -> Response:
        assert call.creator is not None
        one = call.creator
        return JSONResponse(
            {
                "uuid": one.uuid, "handle": one.handle, "displayName": one.display_name,
                "isCreator": True,
            }
        )  # fmt: skip

    def _list_creators(self, call: _Call) -> Response:
        def row(one: Creator) -> Row:
            return {"uuid": one.uuid, "handle": one.handle, "displayName": one.display_name}

        return _page(list(self._platform.creators.values()), call.request, row)


def _scope(path: str) -> str:
    if "/insights/" in path:
        return "read:insights"
    return "read:fan" if path.endswith(("/subscribers", "/followers")) else "write:chat"


def _page(all_: Sequence[One], request: Request, write: Callable[[One], Row]) -> Response:
    try:
        page = int(request.query_params.get("page", "1"))
        size = int(request.query_params.get("size", "20"))
    except ValueError:
        raise _invalid("size", "must be a number") from None
    if page < 1 or not 1 <= size <= LARGEST_PAGE:
        raise _invalid("size", f"must be 1 to {LARGEST_PAGE}")
    return JSONResponse(page_of(all_, page, size, write))


def _body(raw: bytes) -> dict[str, object]:
    try:
        body = json.loads(raw) if raw else {}
    except ValueError:
        raise _invalid("body", "is not JSON") from None
    if not isinstance(body, dict):
        raise _invalid("body", "is not an object")
    return body


def _invalid(name: str, message: str) -> Refused:
    return Refused(400, {"errors": [{"path": [name], "message": f"{name} {message}"}]})


async def _disconnected(request: Request) -> None:
    """Wait until the client has gone."""
    while (await request.receive())["type"] != "http.disconnect":
        pass
