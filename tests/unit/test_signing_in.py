"""Signing in: what Supabase Auth may answer, and what a person is told."""

from __future__ import annotations

import asyncio
import json
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import httpx
import pytest

from devstack.keys import make_keys
from worker import signing_in
from worker.errors import AuthUnavailable, NotSignedIn, SignInRefused
from worker.session_file import Session, load_session, save_session
from worker.signing_in import SignIn, is_publishable

URL = "https://x.test"
NOW = 1_000_000.0
USER = {
    "id": "u1", "aud": "authenticated", "email": "a@b.c", "app_metadata": {}, "user_metadata": {},
    "created_at": "2026-01-01T00:00:00Z",
}  # fmt: skip
NEW = {
    "access_token": "planted-new", "refresh_token": "planted-next", "token_type": "bearer",
    "expires_in": 3600, "expires_at": int(NOW) + 3600, "user": USER,
}  # fmt: skip
Answer = Callable[[httpx.Request], httpx.Response]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "session.json"


def auth(monkeypatch: pytest.MonkeyPatch, path: Path, answer: Answer) -> SignIn:
    client = httpx.AsyncClient

    def in_process(**_: Any) -> httpx.AsyncClient:
        return client(transport=httpx.MockTransport(answer))

    monkeypatch.setattr(signing_in.httpx, "AsyncClient", in_process)
    return SignIn(URL, "sb_publishable_x", path, clock=lambda: NOW)


def session(expires_at: float = NOW + 3600, url: str = URL) -> Session:
    return Session(url, "u1", "a@b.c", "planted-old", "planted-once", int(expires_at))


def not_called(request: httpx.Request) -> httpx.Response:
    raise AssertionError(f"{request.method} {request.url.path}")


async def test_a_token_that_is_good_for_a_while_is_used_without_asking_anybody(
    monkeypatch: pytest.MonkeyPatch, path: Path
) -> None:
    save_session(path, session(NOW + 61))
    assert await auth(monkeypatch, path, not_called).token() == "planted-old"


async def test_a_token_that_ends_within_a_minute_is_renewed_and_kept(
    monkeypatch: pytest.MonkeyPatch, path: Path
) -> None:
    asked: list[Any] = []

    def answer(request: httpx.Request) -> httpx.Response:
        asked.append((request.url.params["grant_type"], json.loads(request.content)))
        assert request.headers["apikey"] == "sb_publishable_x"
        return httpx.Response(200, json=NEW)

    save_session(path, session(NOW + 60))
    sign_in = auth(monkeypatch, path, answer)
    assert await sign_in.token() == "planted-new"
    assert await sign_in.token() == "planted-new"
    assert asked == [("refresh_token", {"refresh_token": "planted-once"})]
    kept = load_session(path)
    assert kept
    assert (kept.refresh_token, kept.expires_at) == ("planted-next", int(NOW) + 3600)


REFUSALS = [
    (400, {"code": "refresh_token_already_used", "message": "Invalid Refresh Token: Already Used"}),
    (400, {"code": 400, "error_code": "x", "msg": "Invalid Refresh Token: Not Found"}),
    (403, {"code": "session_not_found", "message": "gone"}),
]


@pytest.mark.parametrize(("status", "body"), REFUSALS)
async def test_a_session_that_cannot_be_renewed_says_what_to_run(
    monkeypatch: pytest.MonkeyPatch, path: Path, status: int, body: Any
) -> None:
    save_session(path, session(0))
    sign_in = auth(monkeypatch, path, lambda _: httpx.Response(status, json=body))
    with pytest.raises(NotSignedIn, match=r"the session has ended .*: run fanpace login"):
        await sign_in.token()


FAILURES: list[Any] = [
    httpx.Response(500, json={"message": "oops"}),
    httpx.Response(503, text="<html>"),
    httpx.Response(429, json={"message": "slow down"}),
    httpx.Response(404, text="<html>planted-once"),
    httpx.Response(200, json={"access_token": "planted-new"}),
    httpx.Response(200, text="planted-new"),
    httpx.ConnectError("no route to planted-once"),
    httpx.ReadTimeout("late"),
]


@pytest.mark.parametrize("failure", FAILURES, ids=lambda failure: repr(failure)[:40])
async def test_a_server_that_is_away_or_talks_nonsense_costs_nobody_their_session(
    monkeypatch: pytest.MonkeyPatch, path: Path, failure: Any
) -> None:
    def answer(_: httpx.Request) -> httpx.Response:
        if isinstance(failure, Exception):
            raise failure
        return failure

    save_session(path, session(0))
    sign_in = auth(monkeypatch, path, answer)
    for calling in (sign_in.token, lambda: sign_in.sign_in("a@b.c", "planted-pass")):
        with pytest.raises(AuthUnavailable) as caught:
            await calling()
        assert "planted" not in str(caught.value)
    assert load_session(path) == session(0)


async def test_a_wrong_password_is_told_in_the_servers_words(
    monkeypatch: pytest.MonkeyPatch, path: Path
) -> None:
    body = {"code": "invalid_credentials", "message": "Invalid login credentials"}
    sign_in = auth(monkeypatch, path, lambda _: httpx.Response(400, json=body))
    with pytest.raises(SignInRefused, match="Invalid login credentials"):
        await sign_in.sign_in("a@b.c", "planted-pass")
    assert load_session(path) is None


async def test_a_session_of_another_project_is_not_sent_there(
    monkeypatch: pytest.MonkeyPatch, path: Path
) -> None:
    save_session(path, session(url="https://other.test"))
    sign_in = auth(monkeypatch, path, not_called)
    with pytest.raises(NotSignedIn, match="the session is for https://other"):
        await sign_in.token()
    # Signing out is about the file, then.
    assert await sign_in.sign_out() == session(url="https://other.test")
    assert load_session(path) is None


async def test_signing_out_forgets_the_session_though_the_server_is_away(
    monkeypatch: pytest.MonkeyPatch, path: Path
) -> None:
    save_session(path, session())
    with pytest.raises(AuthUnavailable):
        await auth(monkeypatch, path, lambda _: httpx.Response(503, text="")).sign_out()
    assert load_session(path) is None


def test_only_a_key_that_opens_the_door_asks_for_a_person() -> None:
    keys = make_keys(0)
    assert [is_publishable(key) for key in (keys.publishable, keys.anon)] == [True, True]
    for key in (keys.secret, keys.service_role, "k", "a.b.c", "", "a.bnVsbA.c"):
        assert not is_publishable(key)


async def test_of_two_at_once_the_second_takes_what_the_first_was_given(
    monkeypatch: pytest.MonkeyPatch, path: Path
) -> None:
    asked: list[str] = []

    def answer(request: httpx.Request) -> httpx.Response:
        asked.append(json.loads(request.content)["refresh_token"])
        # Long enough for the other one to ask too, were there no lock.
        time.sleep(0.1)
        return httpx.Response(200, json=NEW)

    save_session(path, session(0))
    sign_in = auth(monkeypatch, path, answer)
    tokens = await asyncio.gather(*(sign_in.token() for _ in range(3)))
    assert tokens == ["planted-new"] * 3
    assert asked == ["planted-once"]
