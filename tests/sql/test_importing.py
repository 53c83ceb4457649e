"""A creator's past that is brought in at once: what is recorded, where it goes on, what follows."""

from __future__ import annotations

import threading
import uuid
from datetime import datetime, timedelta
from typing import Any

import psycopg
import pytest
from psycopg.types.json import Jsonb

from tests.project import START, Project, Row, fan_uuid, refused

CREATED = START - timedelta(hours=1)


@pytest.fixture(autouse=True)
def _connected_an_hour_ago(project: Project) -> None:
    project.execute("update settings set insights_every = '1 day'")
    project.execute("update creators set created_at = %s", CREATED)


def said(hours: float, *, fan: bool = True, text: str = "from before", **more: Any) -> Row:
    """A message that was sent so many hours before the connection."""
    return {
        "uuid": str(uuid.uuid4()), "sent_at": (CREATED - timedelta(hours=hours)).isoformat(),
        "text": text, "by_fan": fan, "is_automated": False, "has_media": False,
        "price_cents": None, "signals": [], **more,
    }  # fmt: skip


def chat(fan: str, hours: float = 1, unread: int = 0) -> Row:
    last = (CREATED - timedelta(hours=hours)).isoformat()
    return {"fan_uuid": fan_uuid(fan), "handle": fan, "last_message_at": last, "unread": unread}


class Importer:
    """One run of `fanpace import`; each method is one of its calls."""

    def __init__(self, project: Project, name: str = "w1", lease: int = 60, **options: Any) -> None:
        self.project = project
        self.begun = self.rpc("begin_import", "Luna", name, lease, options)

    def rpc(self, name: str, *arguments: Any) -> Row:
        values = [Jsonb(one) if isinstance(one, dict | list) else one for one in arguments]
        marks = ", ".join(["%s"] * (len(values) + 1))
        return dict(
            self.project.value(f"select private.{name}({marks})", *values, self.project.now)
        )

    def call(self, name: str, *arguments: Any) -> Row:
        return self.rpc(name, self.begun["creator_id"], self.begun["lease_token"], *arguments)

    def step(self) -> Row:
        return self.call("next_import_step")

    def page(self, *rows: Row, following: str | None = None, step: Row | None = None) -> Row:
        """Record a page of the list that is being read."""
        at = step or self.step()
        return self.call("record_import_page", at["phase"], at["step"], following, list(rows))

    def to_spend(self, *chats: Row) -> None:
        """Record one page of chats, and that nobody subscribes or follows."""
        for rows in (chats, (), ()):
            self.page(*rows)
        assert self.step()["phase"] == "spend"

    def spend(self, **cents: int) -> None:
        while (step := self.step())["phase"] == "spend":
            told = {fan_uuid(name): amount for name, amount in cents.items()}
            as_of = self.project.now.isoformat()
            self.call("record_import_spend", [
                {"fan_uuid": uuid_, "insights": {
                    "gross_cents": told[uuid_], "as_of": as_of, "last_purchase_at": None,
                } if uuid_ in told else None}
                for uuid_ in step["fans"]
            ])  # fmt: skip

    def messages(self, fan: str, *rows: Row, page: int = 1, more: bool = False) -> Row:
        return self.call("record_import_messages", fan_uuid(fan), page, list(rows), more)


def imported(project: Project, *rows: Row, unread: int = 0, **options: Any) -> Row:
    """Import one fan, ada, whose chat is this, newest first; return her row."""
    run = Importer(project, **options)
    run.to_spend(chat("ada", unread=unread))
    run.spend()
    run.messages("ada", *rows)
    assert run.step()["phase"] == "done"
    return project.fan("ada")


# -- what is recorded


def test_a_creator_s_past_comes_in_and_nothing_of_it_is_answered(project: Project) -> None:
    run = Importer(project)
    assert run.begun["outcome"] == "begun"
    assert run.step()["phase"] == "chats"
    run.page(chat("ada", 1), chat("bob", 5))
    assert run.step()["phase"] == "subscribers"
    run.page({"fan_uuid": fan_uuid("ada")}, {"fan_uuid": fan_uuid("cleo"), "handle": "cleo"})
    run.page({"fan_uuid": fan_uuid("bob")}, {"fan_uuid": fan_uuid("dan"), "handle": "dan"})
    step = run.step()
    assert step["phase"] == "spend"
    assert set(step["fans"]) == {fan_uuid(name) for name in ("ada", "bob", "cleo")}
    run.spend(ada=15000)
    assert [one["fan_uuid"] for one in run.step()["chats"]] == [fan_uuid("ada"), fan_uuid("bob")]
    run.messages("ada", *[said(hours, fan=hours % 2 == 1) for hours in range(1, 51)])
    run.messages("bob", said(5, text="STOP"), said(6, text="are you a bot?"))
    done = run.step()
    assert done["phase"] == "done"
    assert done["progress"] == {
        "chats": 2, "chats_read": 2, "messages": 52, "subscribers": 2, "followers": 2,
        "spenders": 3, "spend_read": 3, "waiting": 0,
    }  # fmt: skip
    ada = project.fan("ada")
    assert (ada["msg_count_inbound"], ada["stage"], ada["tier"], ada["automation"]) == (
        25, "flirty", "vip", "auto",
    )  # fmt: skip
    assert ada["engagement_score"] == 0, "what was said long ago engages nobody"
    assert project.fan("dan")["stage"] == "new"
    for table in ("turns", "jobs_queue", "webhook_events", "disclosures", "operator_notes"):
        assert project.value(f"select count(*) from {table}") == 0, table
    assert project.value("select count(*) from messages where inspected_at is null") == 0
    kinds = project.rows("select kind::text, count(*) from messages group by 1 order by 1")
    assert [(row["kind"], row["count"]) for row in kinds] == [("fan", 27), ("human", 25)]


def test_a_fan_who_was_silent_for_long_is_met_again_and_not_flirted_with(project: Project) -> None:
    fan = imported(project, *[said(24 * 30 + number) for number in range(30)])
    assert (fan["stage"], fan["msg_count_inbound"]) == ("warmup", 30)
    assert fan["last_inbound_at"] == CREATED - timedelta(days=30)
    project.fan_writes("ada", "hey, long time no see")
    fan = project.fan("ada")
    assert (fan["stage"], fan["returned_count"]) == ("warmup", 1)


def test_the_first_reply_after_an_import_tells_what_answers_and_knows_the_past(
    project: Project,
) -> None:
    fan = imported(project, said(1, text="newer", fan=False), said(2, text="older"))
    assert fan["last_human_at"] == CREATED - timedelta(hours=1)
    project.fan_writes("ada")
    assert project.jobs("history") == [], "it is here already"
    job = project.claim_reply("ada")
    assert [row["body"] for row in job["context"]["messages"]] == ["older", "newer", "hello"]
    assert len(job["context"]["unanswered_ids"]) == 1
    project.commit(job, "hey you")
    assert project.deliver_all()[0] == project.value("select disclosure from creators")


def test_what_was_sent_since_the_connection_is_left_to_webhooks(project: Project) -> None:
    fan = imported(project, said(-0.5, text="did you get this?"), said(1))
    assert fan["msg_count_inbound"] == 1


def test_texts_that_are_past_their_retention_do_not_come_in(project: Project) -> None:
    imported(project, said(1), said(24 * 731))
    old, new = project.rows("select * from messages order by sent_at")
    assert (old["body"], old["expired_at"]) == (None, project.now)
    assert (new["body"], new["expired_at"]) == ("from before", None)
    assert project.fan("ada")["msg_count_inbound"] == 2


def test_a_possible_minor_is_held_for_a_person(project: Project) -> None:
    fan = imported(project, said(1), said(2, text="i'm 15", signals=["minor"]))
    assert (fan["stop_sign"], fan["automation"]) == ("minor", "human")


def test_who_was_erased_does_not_come_back(project: Project) -> None:
    project.fan_writes("ada")
    project.value("select private.erase_fan('ada', 'asked', false, %s)", project.now)
    run = Importer(project)
    run.page(chat("ada"), chat("bob"))
    assert run.step()["progress"]["chats"] == 1
    assert project.rows("select 1 from fans where platform_uuid = %s", fan_uuid("ada")) == []


def test_who_is_erased_in_the_middle_is_let_go(project: Project) -> None:
    run = Importer(project, answer_unread=True)
    run.to_spend(chat("ada", unread=1))
    run.spend()
    project.value("select private.erase_fan('ada', 'asked', false, %s)", project.now)
    assert run.messages("ada", said(1))["outcome"] == "known"
    assert run.step()["phase"] == "done"
    assert project.value("select count(*) from messages") == 0


# -- unread


def test_unread_messages_wait_for_a_person_who_is_told(project: Project) -> None:
    imported(
        project, said(1, text="hello?"), said(2, text="you there?"), said(3, fan=False), said(4),
        unread=2,
    )  # fmt: skip
    note = project.row("select * from operator_notes")
    assert (note["kind"], note["fan_id"]) == ("unread_before", None)
    assert note["text"].startswith("1 fans")
    (waiting,) = status(project)["waiting"]
    assert (waiting["fan"], waiting["messages"]) == ("ada", 2)
    assert datetime.fromisoformat(waiting["since"]) == CREATED - timedelta(hours=2)
    project.platform_sent("ada", str(uuid.uuid4()))
    assert status(project)["waiting"] == [], "somebody has answered"


def status(project: Project) -> Row:
    return dict(project.value("select private.import_status('Luna', %s)", project.now))


@pytest.mark.parametrize(
    ("unread", "rows", "waits"),
    [
        (0, [(True, False)], 0),
        (1, [(True, False), (True, False)], 1),
        (3, [(True, False), (False, True), (True, False), (False, False), (True, False)], 2),
        (2, [(False, False), (True, False)], 0),
    ],
    ids=["read", "some of them", "a broadcast is no answer", "answered meanwhile"],
)
def test_what_waits_is_unread_and_newer_than_the_last_answer(
    project: Project, unread: int, rows: list[tuple[bool, bool]], waits: int
) -> None:
    listed = [
        said(place + 1, fan=fan, is_automated=automated)
        for place, (fan, automated) in enumerate(rows)
    ]
    imported(project, *listed, unread=unread)
    assert project.value("select waiting_count from import_fans") == waits


def test_with_answer_unread_they_are_answered_as_if_they_came_now(project: Project) -> None:
    unread = [said(1, text="you there?"), said(2, text="hello?")]
    fan = imported(project, *unread, said(3, fan=False), said(4), unread=2, answer_unread=True)
    assert fan["msg_count_inbound"] == 3
    job = project.claim_reply("ada")
    assert project.unanswered(job) == ["hello?", "you there?"]
    assert project.value("select count(*) from messages") == 4
    assert [row["job_type"] for row in project.jobs()] == ["reply", "inspect"]
    assert status(project)["waiting"] == []
    # The webhook that comes late is a duplicate.
    event = project.event("ada", "message.received", message={"uuid": unread[0]["uuid"]})
    assert project.ingest(event)["status"] == "duplicate"


# -- once


@pytest.mark.parametrize("webhook_first", [True, False])
def test_a_message_that_a_webhook_brings_too_is_here_once(
    project: Project, webhook_first: bool
) -> None:
    old = said(1)
    event = project.event("ada", "message.received", message={"uuid": old["uuid"], "text": "x"})
    if webhook_first:
        assert project.ingest(event)["status"] == "accepted"
    imported(project, old)
    if not webhook_first:
        assert project.ingest(event)["status"] == "duplicate"
    assert project.fan("ada")["msg_count_inbound"] == 1
    assert project.value("select count(*) from messages") == 1


@pytest.mark.parametrize("answer_unread", [False, True])
def test_a_webhook_at_the_same_moment_waits_for_the_fan(
    project: Project, answer_unread: bool
) -> None:
    old = said(1)
    run = Importer(project, answer_unread=answer_unread)
    run.to_spend(chat("ada", unread=1))
    run.spend()
    event = project.event("ada", "message.received", message={"uuid": old["uuid"], "text": "x"})
    # As the import would write it: then the log is what it waits for.
    event["event_id"] = f"message.received:{old['uuid']}"
    answers: list[str] = []

    def deliver() -> None:
        with psycopg.connect(project.dsn, autocommit=True) as other:
            query = "select private.ingest_event(%s, %s)"
            row = other.execute(query, (Jsonb(event), project.now)).fetchone()
            assert row is not None
            answers.append(row[0]["status"])

    with project.connection.transaction():
        run.messages("ada", old)
        webhook = threading.Thread(target=deliver)
        webhook.start()
        with psycopg.connect(project.dsn, autocommit=True) as watch:
            Project.until_waiting(_Watching(watch))  # type: ignore[arg-type]
    webhook.join(10)
    assert answers == ["duplicate"]
    assert project.fan("ada")["msg_count_inbound"] == 1
    assert len(project.turns()) == (1 if answer_unread else 0)


class _Watching:
    """As much of a Project as it takes to see who waits, on a connection of its own."""

    def __init__(self, connection: psycopg.Connection) -> None:
        self._connection = connection

    def rows(self, query: str) -> list[Any]:
        return self._connection.execute(query).fetchall()


def test_a_page_that_is_told_twice_counts_once(project: Project) -> None:
    run = Importer(project)
    first = run.step()
    run.page(chat("ada"), following="page=2", step=first)
    assert run.page(chat("bob"), step=first)["outcome"] == "known"
    assert run.step()["page"] == "page=2"
    for rows in ((), (), (), ()):
        run.page(*rows)
    run.spend()
    page = [said(hours) for hours in range(1, 51)]
    assert run.messages("ada", *page, more=True)["imported"] == 50
    assert run.messages("ada", *page, more=True)["outcome"] == "known"
    assert run.messages("ada", *page, said(60), page=2)["imported"] == 1
    assert project.fan("ada")["msg_count_inbound"] == 51
    bodies = project.rows("select id from messages order by sent_at desc")
    assert [row["id"] for row in bodies] == sorted((row["id"] for row in bodies), reverse=True)


def test_reading_it_all_again_changes_nothing(project: Project) -> None:
    past = [said(1), said(2, fan=False)]
    before = imported(project, *past)
    assert Importer(project).begun["outcome"] == "done"
    project.later(10)
    run = Importer(project, again=True)
    run.to_spend(chat("ada"))
    run.spend()
    run.messages("ada", *past)
    after = project.fan("ada")
    assert {**after, "history_at": None} == {**before, "history_at": None}
    assert project.value("select count(*) from messages") == 2


# -- resuming


def test_it_goes_on_where_it_was_cut_off(project: Project) -> None:
    run = Importer(project, lease=60)
    run.page(chat("ada", 1), chat("bob", 2), following="cursor=abc")
    project.later(61)
    run = Importer(project, "w2")
    assert run.begun["outcome"] == "resumed"
    assert (run.step()["phase"], run.step()["page"]) == ("chats", "cursor=abc")
    for rows in ((), (), (), ()):
        run.page(*rows)
    run.spend()
    run.messages("ada", *[said(hours) for hours in range(1, 51)], more=True)
    run.call("release_import")
    run = Importer(project, "w3")
    assert [(one["fan_uuid"], one["page"]) for one in run.step()["chats"]] == [
        (fan_uuid("ada"), 2), (fan_uuid("bob"), 1),
    ]  # fmt: skip


def test_two_at_once_do_not_disturb_each_other(project: Project) -> None:
    first = Importer(project, "w1", lease=60)
    project.later(59)
    second = Importer(project, "w2")
    assert (second.begun["outcome"], second.begun["importer"]) == ("busy", "w1")
    assert second.begun["wait_seconds"] == 1
    # Whatever it asks makes its lease last.
    first.step()
    project.later(59)
    assert Importer(project, "w2").begun["outcome"] == "busy"
    project.later(1)
    second = Importer(project, "w2")
    assert second.begun["outcome"] == "resumed"
    for late in (
        lambda: first.step(),
        lambda: first.call("record_import_page", "chats", 1, None, []),
        lambda: first.call("record_import_spend", []),
        lambda: first.messages("ada", said(1)),
        lambda: first.call("take_import_token"),
    ):
        with refused("PT409"):
            late()
    first.call("release_import")
    assert second.step()["phase"] == "chats", "the late one gives nothing away"


def test_a_chat_that_moves_to_the_front_meanwhile_is_not_missed(project: Project) -> None:
    run = Importer(project)
    run.page(chat("ada", 1), chat("bob", 2), following="page=2")
    # cleo was to come on the second page, and has just written.
    run.page(chat("bob", 2), chat("dan", 4))
    step = run.step()
    assert (step["phase"], step["page"]) == ("chats", None), "the list is read again"
    run.page(chat("cleo", 0), chat("ada", 1), chat("bob", 2), following="page=2")
    assert run.step()["page"] is None, "down to where it began, and once more for cleo's sake"
    run.page(chat("cleo", 0), chat("ada", 1), following="page=2")
    step = run.step()
    assert (step["phase"], step["progress"]["chats"]) == ("subscribers", 4)


def test_what_the_platform_does_not_show_is_left_out(project: Project) -> None:
    run = Importer(project)
    run.page(chat("ada"))
    for _ in range(2):
        step = run.step()
        run.call("record_import_page", step["phase"], step["step"], None, None)
    run.call("record_import_spend", None)
    step = run.step()
    assert (step["phase"], step["left_out"]) == ("messages", ["subscribers", "followers", "spend"])


# -- the budget


def test_an_import_leaves_half_of_the_budget_to_everybody_else(project: Project) -> None:
    run = Importer(project)
    taken = 0
    while (answer := run.call("take_import_token"))["granted"]:
        taken += 1
    # A quarter of 200 at once, half of that.
    assert (taken, answer["remaining"]) == (25, 25)
    query = "select private.take_rate_tokens(%s, 12, 'background', %s)"
    assert project.value(query, project.creator_id, project.now)["granted"], "a look for lost ones"
    project.later(answer["wait_seconds"])
    assert not run.call("take_import_token")["granted"]
    project.later(60)
    assert run.call("take_import_token")["granted"]


def test_what_is_no_import_is_refused(project: Project) -> None:
    with refused("PT404"):
        Importer(project).rpc("begin_import", "Nobody", "w1", 60, {})
    project.execute("delete from imports")
    run = Importer(project)
    for name, arguments in (
        ("record_import_page", ("friends", 1, None, [])),
        ("record_import_page", ("chats", 1, None, [{"fan_uuid": "x"}])),
        ("record_import_page", ("chats", 1, None, [chat("ada")] * 101)),
        ("record_import_spend", ([{"fan_uuid": fan_uuid("ada"), "insights": []}],)),
        (
            "record_import_spend",
            ([{"fan_uuid": fan_uuid("ada"), "insights": {"gross_cents": "5"}}],),
        ),
        ("record_import_messages", (fan_uuid("ada"), 1, [{**said(1), "uuid": "x"}], False)),
        ("record_import_messages", (fan_uuid("ada"), 1, [said(1)] * 101, False)),
        ("record_import_messages", (fan_uuid("ada"), 1, [{**said(1), "by_fan": None}], False)),
    ):
        with refused("PT422"):
            run.call(name, *arguments)
