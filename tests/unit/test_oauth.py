"""What Fanvue's sign-in is sent, and what its answers and the browser's mean."""

from __future__ import annotations

import base64
import socket
from collections.abc import Callable
from urllib.parse import parse_qs, urlsplit

import httpx
import pytest

from worker.errors import FanvueUnavailable, SettingsInvalid, SignInAtFanvueRefused
from worker.loopback import code_of, query_of, redirected
from worker.oauth import OAuthClient, Proof

PAIR = {"access_token": "a", "refresh_token": "r", "expires_in": 3600, "scope": "read:chat"}


def client(answer: httpx.Response | Callable[[httpx.Request], httpx.Response]) -> OAuthClient:
    handler = answer if callable(answer) else lambda request: answer
    return OAuthClient(
        "me", "secret", auth_url="http://auth", transport=httpx.MockTransport(handler)
    )


def said(status: int, error: str) -> httpx.Response:
    return httpx.Response(status, json={"error": error})


def test_the_challenge_is_that_of_the_standard() -> None:
    # RFC 7636, appendix B.
    proof = Proof("dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk")
    assert proof.challenge == "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM"
    assert 43 <= len(Proof.new().verifier) <= 128
    assert Proof.new() != Proof.new()


def test_the_creator_is_sent_with_state_and_challenge_and_without_the_verifier() -> None:
    url = client(httpx.Response(200)).authorization_url("http://127.0.0.1:1/callback", "st", "ch")
    query = {name: values[0] for name, values in parse_qs(urlsplit(url).query).items()}
    assert url.startswith("http://auth/oauth2/auth?")
    assert "offline_access" in query.pop("scope").split()
    assert query == {
        "client_id": "me", "response_type": "code", "redirect_uri": "http://127.0.0.1:1/callback",
        "state": "st", "code_challenge": "ch", "code_challenge_method": "S256",
    }  # fmt: skip


async def test_the_secret_goes_in_basic_and_never_in_the_body() -> None:
    seen: list[httpx.Request] = []

    def endpoint(request: httpx.Request) -> httpx.Response:
        seen.append(request)
        return httpx.Response(200, json=PAIR)

    pair = await client(endpoint).exchange("code", "http://127.0.0.1:1/callback", "verifier")
    assert (pair.access_token, pair.refresh_token, pair.expires_in) == ("a", "r", 3600)
    assert seen[0].headers["Authorization"] == "Basic " + base64.b64encode(b"me:secret").decode()
    assert b"secret" not in seen[0].content
    assert "a" not in repr(pair).replace("Tokens", "").replace("scope='read:chat'", "")


async def test_a_server_that_does_not_rotate_leaves_the_old_refresh_token() -> None:
    answer = httpx.Response(200, json={"access_token": "a2", "expires_in": 60})
    assert (await client(answer).refresh("r1")).refresh_token == "r1"


@pytest.mark.parametrize(
    ("answer", "error", "words"),
    [
        (said(400, "invalid_grant"), SignInAtFanvueRefused, "invalid_grant"),
        (said(401, "invalid_client"), SettingsInvalid, "FANVUE_CLIENT_ID"),
        (said(429, "slow_down"), FanvueUnavailable, "429 slow_down"),
        (httpx.Response(502, text="<html>"), FanvueUnavailable, "502"),
        (httpx.Response(200, text="<html>"), FanvueUnavailable, "unknown form"),
        (httpx.Response(200, json={"access_token": "a"}), SignInAtFanvueRefused, "offline_access"),
        # What quotes a token is not passed on.
        (said(400, "bad token r1-XYZ"), FanvueUnavailable, "400$"),
    ],
)  # fmt: skip
async def test_what_an_answer_means(
    answer: httpx.Response, error: type[Exception], words: str
) -> None:
    with pytest.raises(error, match=words):
        await client(answer).exchange("code", "http://127.0.0.1:1/callback", "v")


async def test_no_answer_is_no_refusal() -> None:
    def silent(request: httpx.Request) -> httpx.Response:
        raise httpx.ReadTimeout("")

    with pytest.raises(FanvueUnavailable, match="ReadTimeout"):
        await client(silent).refresh("r1")


def test_a_code_counts_with_our_state_only() -> None:
    assert code_of({"code": "c", "state": "st"}, "st") == "c"
    for query, words in (
        ({"code": "c", "state": "another"}, "another sign-in"),
        ({"code": "c"}, "another sign-in"),
        ({"error": "access_denied", "state": "st"}, "access_denied"),
        ({"state": "st"}, "no code"),
    ):
        with pytest.raises(SignInAtFanvueRefused, match=words):
            code_of(query, "st")


def test_a_pasted_address_may_be_its_end_alone() -> None:
    assert query_of(" http://127.0.0.1:8976/callback?code=c&state=s \n") == {
        "code": "c", "state": "s",
    }  # fmt: skip
    assert query_of("code=c&state=s") == {"code": "c", "state": "s"}


async def test_a_port_that_is_taken_is_said_before_anybody_signs_in() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        with pytest.raises(SettingsInvalid, match="--port"):
            async with redirected(taken.getsockname()[1], "st"):
                pass


async def test_what_is_not_the_callback_ends_nothing() -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    async with redirected(port, "st") as came_back, httpx.AsyncClient() as browser:
        base = f"http://127.0.0.1:{port}"
        assert (await browser.get(f"{base}/favicon.ico")).status_code == 404
        page = await browser.get(f"{base}/callback", params={"code": "c", "state": "st"})
        assert (page.status_code, "connected" in page.text) == (200, True)
        assert await came_back() == "c"
