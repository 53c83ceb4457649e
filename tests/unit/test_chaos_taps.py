"""A tap kills or loses at the named point, and nowhere else."""

from __future__ import annotations

import httpx
import pytest
from starlette.types import Receive, Scope, Send

from devstack.chaos_taps import Arm, Harm, Taps, call_of
from devstack.serve import serving


class App:
    """Answers everything, and counts."""

    handled = 0

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        self.handled += 1
        await send({"type": "http.response.start", "status": 200, "headers": []})
        await send({"type": "http.response.body", "body": b"done"})


@pytest.mark.parametrize(
    ("harm", "handled", "killed"),
    [("kill before", 0, [1]), ("kill after", 1, [1]), ("lose answer", 1, [])],
)
async def test_an_armed_call_is_harmed_once_and_at_its_point(
    harm: Harm, handled: int, killed: list[int]
) -> None:
    dead: list[int] = []
    taps = Taps(dead.append)
    app = App()
    taps.arm(Arm("begin_send", harm))
    async with serving(taps.tap(app, 1)) as url, httpx.AsyncClient(base_url=url) as http:
        other = await http.post("/rest/v1/rpc/finish_send")
        if harm == "lose answer":
            with pytest.raises(httpx.RemoteProtocolError):
                await http.post("/rest/v1/rpc/begin_send")
        else:
            assert (await http.post("/rest/v1/rpc/begin_send")).status_code == 500
        assert app.handled - 1 == handled
        again = await http.post("/rest/v1/rpc/begin_send")

    assert dead == killed
    assert other.text == again.text == "done"
    assert taps.met == {f"{harm} begin_send": 1}


async def test_a_worker_that_is_terminated_during_a_call_still_gets_its_answer() -> None:
    told: list[int] = []
    taps = Taps(lambda worker: None, told.append)
    taps.arm(Arm("model complete", "terminate during"))
    async with serving(taps.tap(App(), 1)) as url, httpx.AsyncClient(base_url=url) as http:
        answer = await http.post("/v1/chat/completions")
    assert (told, answer.text) == ([1], "done")


@pytest.mark.parametrize(
    ("path", "call"),
    [
        ("/rest/v1/rpc/claim_jobs", "claim_jobs"),
        ("/chats/f/message", "fanvue send"),
        ("/v1/creators/c/chats/f/messages", "fanvue list"),
        ("/chats/f/messages/m", "fanvue get"),
        ("/v1/creators/c/chats", "fanvue chats"),
        ("/chats/f/typing", "fanvue typing"),
        ("/v1/creators/c/insights/fans/f", "fanvue insights"),
        ("/v1/chat/completions", "model complete"),
        ("/v1/models", None),
    ],
)
def test_a_call_is_known_by_its_path(path: str, call: str | None) -> None:
    assert call_of(path) == call


@pytest.mark.parametrize(("call", "dead"), [("finish_send", []), ("finish_reconcile", [1])])
async def test_who_has_just_started_is_killed_only_at_what_is_seldom_called(
    call: str, dead: list[int]
) -> None:
    killed: list[int] = []
    taps = Taps(killed.append, heard=lambda worker: False)
    taps.arm(Arm(call, "kill before"))
    async with serving(taps.tap(App(), 1)) as url, httpx.AsyncClient(base_url=url) as http:
        await http.post(f"/rest/v1/rpc/{call}")
    assert killed == dead
