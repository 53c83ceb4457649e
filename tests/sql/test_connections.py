"""How creators' tokens are kept, and whose turn it is to exchange them."""

from __future__ import annotations

from collections.abc import Iterator
from uuid import uuid4

import psycopg
import pytest
from psycopg.types.json import Jsonb

from tests.project import CREATOR, Project, Row

PAIR = {"access_token": "a1", "refresh_token": "r1", "expires_in": 3600, "scope": "read:chat"}
NEXT = {"access_token": "a2", "refresh_token": "r2", "expires_in": 3600, "scope": "read:chat"}
AHEAD = 3600 - 600


class Connected:
    """A creator who signed in at the project's moment."""

    def __init__(self, project: Project) -> None:
        self.project = project
        self.answer = self.connect()

    def connect(self, creator: str = CREATOR, **tokens: object) -> Row:
        return self._call(
            "connect_creator", creator, "Luna", "An AI writes.", Jsonb({**PAIR, **tokens})
        )

    def lease(self, worker: str = "w1", refused: int | None = None) -> Row:
        return self._call("lease_token_refresh", CREATOR, worker, refused)

    def store(self, lease: Row, **tokens: object) -> Row:
        return self._call("store_tokens", CREATOR, lease["lease_token"], Jsonb({**NEXT, **tokens}))

    def fail(self, lease: Row, *, final: bool) -> Row:
        return self._call(
            "fail_token_refresh", CREATOR, lease["lease_token"], "invalid_grant", final
        )

    def due(self) -> list[str]:
        found: list[str] = self._call("due_token_refreshes")["due"]
        return found

    @property
    def row(self) -> Row:
        return self.project.row("select * from creator_connections")

    def _call(self, name: str, *arguments: object) -> Row:
        places = ", ".join(["%s"] * (len(arguments) + 1))
        answer: Row = self.project.value(
            f"select private.{name}({places})", *arguments, self.project.now
        )
        return answer


@pytest.fixture
def connected(project: Project) -> Iterator[Connected]:
    yield Connected(project)
    project.execute("delete from creator_connections")


def test_a_new_creator_is_added_and_waits_for_a_person(connected: Connected) -> None:
    answer = connected.connect(str(uuid4()))
    assert (answer["outcome"], answer["automation"]) == ("added", "approve")
    assert answer["disclosure"] == "An AI writes."
    assert connected.answer["outcome"] == "connected"  # was added by hand


def test_tokens_are_in_vault_only(connected: Connected) -> None:
    public = connected.project.row("select to_jsonb(c) from creator_connections as c")
    assert "a1" not in str(public)
    assert "r1" not in str(public)
    secret = connected.project.row("select name, decrypted_secret from vault.decrypted_secrets")
    assert "a1" in secret["decrypted_secret"]
    assert secret["name"].startswith(f"fanpace, creator {connected.project.creator_id}, ")


def test_a_good_token_is_given_to_everybody(connected: Connected) -> None:
    connected.project.later(AHEAD - 1)
    for worker in ("w1", "w2"):
        step = connected.lease(worker)
        assert (step["outcome"], step["access_token"]) == ("token", "a1")
        assert "refresh_token" not in step
    assert connected.due() == []


def test_ten_minutes_before_its_end_one_exchanges_it_and_the_others_go_on(
    connected: Connected,
) -> None:
    connected.project.later(AHEAD)
    assert connected.due() == [CREATOR]
    mine = connected.lease("w1")
    assert (mine["outcome"], mine["refresh_token"]) == ("refresh", "r1")
    assert connected.due() == []
    other = connected.lease("w2")
    assert (other["outcome"], other["access_token"]) == ("token", "a1")
    assert connected.store(mine) == {"outcome": "stored", "generation": 2}
    assert connected.lease("w2")["access_token"] == "a2"
    assert connected.row["access_expires_at"] == connected.project.now.replace(hour=13, minute=50)


def test_who_has_no_good_token_waits_for_the_one_whose_turn_it_is(connected: Connected) -> None:
    connected.project.later(3600)
    connected.lease("w1")
    step = connected.lease("w2")
    assert (step["outcome"], step["wait_seconds"]) == ("wait", 6)
    assert step["access_token"] is None


def test_who_died_between_exchange_and_store_is_followed_within_the_grace(
    connected: Connected,
) -> None:
    connected.project.later(AHEAD)
    connected.lease("w1")  # dies
    connected.project.later(6)
    # Though the token at hand is good for ten minutes more.
    assert connected.due() == [CREATOR]
    step = connected.lease("w2")
    assert (step["outcome"], step["refresh_token"]) == ("refresh", "r1")


def test_a_pair_that_comes_late_counts_unless_somebody_took_over(connected: Connected) -> None:
    connected.project.later(AHEAD)
    slow = connected.lease("w1")
    connected.project.later(20)
    assert connected.store(slow)["outcome"] == "stored"

    connected.project.later(AHEAD)
    slow = connected.lease("w1")
    connected.project.later(7)
    quick = connected.lease("w2")
    assert connected.store(slow, access_token="a3")["outcome"] == "superseded"
    assert connected.store(quick, access_token="a4")["outcome"] == "stored"
    assert connected.lease("w1")["access_token"] == "a4"


def test_a_pair_that_is_told_twice_is_stored_once(connected: Connected) -> None:
    connected.project.later(AHEAD)
    step = connected.lease()
    connected.store(step)
    assert connected.store(step)["outcome"] == "superseded"
    assert connected.lease()["generation"] == 2


def test_an_exchange_that_failed_may_be_tried_by_anybody_at_once(connected: Connected) -> None:
    connected.project.later(AHEAD)
    connected.fail(connected.lease("w1"), final=False)
    assert connected.row["last_error"] == "invalid_grant"
    assert connected.due() == [CREATOR]
    step = connected.lease("w2")
    assert (step["outcome"], step["access_token"]) == ("refresh", "a1")
    connected.store(step)
    assert connected.row["last_error"] is None


def test_a_token_that_fanvue_refuses_is_exchanged_before_its_time(connected: Connected) -> None:
    step = connected.lease(refused=1)
    assert (step["outcome"], step["access_token"]) == ("refresh", None)
    connected.store(step)
    # Whoever was refused with the old one too has a new one already.
    assert connected.lease("w2", refused=1)["access_token"] == "a2"


def test_what_cannot_be_saved_waits_for_a_person_who_is_told(connected: Connected) -> None:
    project = connected.project
    project.later(AHEAD)
    assert connected.fail(connected.lease(), final=True)["outcome"] == "needs_reconnect"
    assert connected.lease()["outcome"] == "needs_reconnect"
    assert connected.due() == []
    assert [row["kind"] for row in project.rows("select kind from operator_notes")] == [
        "needs_reconnect"
    ]
    states = project.value("select private.list_connections(%s)", project.now)["creators"]
    assert [(one["state"], one["last_error"]) for one in states] == [
        ("needs_reconnect", "invalid_grant")
    ]
    assert connected.connect()["outcome"] == "reconnected"
    assert connected.lease()["outcome"] == "token"


def test_nothing_but_inspection_is_begun_while_a_creator_is_cut_off(connected: Connected) -> None:
    project = connected.project
    project.fan_writes("ann")
    project.later(AHEAD)
    connected.fail(connected.lease(), final=True)
    project.inspect()
    project.later(600)
    assert project.claim() == []
    connected.connect()
    assert project.claim() == []  # long overdue: it waits once more, as after any outage
    project.later(600)
    assert [job["job_type"] for job in project.claim()] == ["reply"]


def test_a_sign_in_ends_an_exchange_that_is_under_way(connected: Connected) -> None:
    connected.project.later(AHEAD)
    old = connected.lease()
    connected.connect(access_token="fresh", refresh_token="rf")
    assert connected.store(old)["outcome"] == "superseded"
    assert connected.lease()["access_token"] == "fresh"


def test_tokens_deleted_by_hand_are_an_end_that_is_told(connected: Connected) -> None:
    connected.project.execute("delete from vault.secrets")
    step = connected.lease()
    assert (step["outcome"], step["reason"]) == (
        "needs_reconnect", "the tokens are not in Vault any more",
    )  # fmt: skip
    assert connected.row["state"] == "needs_reconnect"


def test_no_token_stays_behind(connected: Connected) -> None:
    project = connected.project
    answer = project.value("select private.disconnect_creator('luna', %s)", project.now)
    assert answer["outcome"] == "disconnected"
    assert connected.lease()["outcome"] == "unknown"
    assert project.rows("select * from vault.secrets") == []

    connected.connect()
    project.execute("delete from creators")
    assert project.rows("select * from vault.secrets") == []


@pytest.mark.parametrize(
    "tokens",
    [{"access_token": ""}, {"refresh_token": None}, {"expires_in": "3600"}, {"expires_in": -1}],
)
def test_what_is_no_pair_is_refused(connected: Connected, tokens: dict[str, object]) -> None:
    with pytest.raises(psycopg.Error, match="not a pair of tokens"):
        connected.connect(**tokens)
