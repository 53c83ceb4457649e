"""
Erasing a fan leaves nothing of them: not in a dump of the whole database, and not after whatever
is told of them late.
"""

from __future__ import annotations

import json
import threading
import uuid
from datetime import timedelta

import psycopg
import pytest
from psycopg import sql

from tests.project import CREATOR, Project, Row, fan_uuid, refused
from tests.sql.personal_data import (
    HANDLE,
    Traces,
    dump,
    everything_about_quinn,
)

DAY = 86400.0


@pytest.fixture
def quinn(project: Project) -> Traces:
    """Somebody about whom there is something in every table that can hold anything."""
    return everything_about_quinn(project)


def erase(
    project: Project, reason: str = "asked", fan: str = HANDLE, dry: bool = False,
    part: int = 20000,
) -> Row:  # fmt: skip
    return dict(
        project.value(
            "select private.erase_fan(%s, %s, %s, %s, %s)", fan, reason, dry, project.now, part
        )
    )


def test_a_dump_after_it_holds_no_text_id_name_or_handle(project: Project, quinn: Traces) -> None:
    before = dump(project.dsn)
    # Its control: every trace is found where it was not erased yet.
    assert quinn.missing_in(before) == set()
    erase(project)
    assert quinn.found_in(dump(project.dsn)) == set()


def test_no_table_has_a_row_about_them_and_the_others_are_whole(
    project: Project, quinn: Traces
) -> None:
    fan_id = project.fan_id(HANDLE)
    project.fan_writes("bob", "hi, bob here")
    others = _rows_of(project, project.fan_id("bob"))
    assert all(_rows_of(project, fan_id).values())
    erase(project)
    assert not any(_rows_of(project, fan_id).values())
    assert _rows_of(project, project.fan_id("bob")) == others
    assert others["messages"] == 1


def test_nothing_told_of_them_late_is_stored(project: Project, quinn: Traces) -> None:
    erase(project)
    project.later(60)
    before = _counts(project)
    for event in quinn.late_events(project):
        assert project.ingest(event) == {
            "status": "ignored", "reason": "erased", "job_id": None, "run_at": None,
        }, event["type"]  # fmt: skip
    assert _counts(project) == before
    assert quinn.found_in(dump(project.dsn)) == set()
    # Its control: of somebody else every one of them is stored.
    for event in quinn.late_events(project, about="bob"):
        assert project.ingest(event).get("reason") != "erased"
    assert _counts(project)["webhook_events"] == len(quinn.late_events(project, about="bob"))


def test_a_look_through_the_chats_does_not_bring_them_back(project: Project, quinn: Traces) -> None:
    erase(project)
    project.later(3600)
    project.execute("update creators set reconciled_at = '-infinity', reconciled_to = '-infinity'")
    project.execute("select private.enqueue_reconciliations(%s)", project.now)
    (job,) = [job for job in project.claim() if job["job_type"] == "reconcile"]
    project.later(60)
    chats = [
        {"fan_uuid": fan_uuid(fan), "last_message_at": project.now.isoformat()}
        for fan in (HANDLE, "bob")
    ]
    answer = project.call("find_changed_chats", job, None, chats)
    assert [chat["fan_uuid"] for chat in answer["changed"]] == [fan_uuid("bob")]
    events = [event for event in quinn.late_events(project) if _is_plain(event)]
    assert len(events) == 2
    recorded = project.value(
        "select private.record_missed_events(%s, %s, %s, %s, %s, %s)",
        job["id"], job["lease_token"], fan_uuid(HANDLE), json.dumps(events), project.now,
        project.now,
    )  # fmt: skip
    assert recorded == {"outcome": "recorded", "accepted": 0}
    assert project.rows("select id from fans") == []
    assert quinn.found_in(dump(project.dsn)) == set()


def test_a_worker_that_composes_loses_its_lease_and_writes_nothing(project: Project) -> None:
    project.was_told("ada")
    project.fan_writes("ada", "hello")
    job = project.claim_reply("ada")
    erase(project, fan="ada")
    with refused("PT409"):
        project.commit(job, "hey")
    with refused("PT409"):
        project.call("extend_lease", job, 60)
    with refused("PT409"):
        project.fail(job)
    assert _counts(project)["messages"] == 0


def test_a_send_that_ends_after_it_is_answered_and_not_recorded(project: Project) -> None:
    project.was_told("ada")
    project.fan_writes("ada", "hello")
    job, message = project.start_sending("ada", "hey", "there")
    assert erase(project, fan="ada")["on_their_way"] == 1
    sent = str(uuid.uuid4())
    answer = project.finish_send(job, message["id"], sent)
    assert answer == {"outcome": "erased", "more": False}
    # The platform tells of it, too.
    assert project.platform_sent("ada", sent)["reason"] == "erased"
    assert _counts(project)["messages"] == _counts(project)["webhook_events"] == 0
    # Its control: of a message that never was nobody is told that it was erased.
    with refused("PT404"):
        project.finish_send(job, message["id"] + 100)


def test_an_event_that_waits_for_the_erasure_is_not_stored(project: Project) -> None:
    project.fan_writes("ada", "hello")
    late = [
        project.event("ada", "message.received", message={"uuid": str(uuid.uuid4()), "text": "?"}),
        # Of a type from which nothing follows, and which therefore locks no fan.
        project.event("ada", "message.read"),
    ]
    answers: list[Row] = []

    def deliver(event: Row) -> None:
        with psycopg.connect(project.dsn, autocommit=True) as webhook:
            row = webhook.execute(
                "select private.ingest_event(%s, %s)", (json.dumps(event), project.now)
            ).fetchone()
            assert row is not None
            answers.append(row[0])

    for event in late:
        if not project.rows("select 1 from fans"):
            project.execute("truncate erased_fans")
            project.fan_writes("ada", "hello again")
        with project.connection.transaction():
            erase(project, fan="ada")
            webhook = threading.Thread(target=deliver, args=(event,))
            webhook.start()
            with psycopg.connect(project.dsn, autocommit=True) as looker:
                _until_waiting(looker)
        webhook.join(10)
        assert project.rows("select * from webhook_events") == []
        assert project.rows("select id from fans") == []
    assert [answer["reason"] for answer in answers] == ["erased", "erased"]


def test_who_writes_again_later_is_a_new_fan_without_a_past(project: Project) -> None:
    project.execute("update settings set insights_every = '1 day'")
    project.fan_writes("ada", "hello")
    before = project.fan("ada")
    erase(project, fan="ada")

    project.later(29 * DAY)
    assert project.fan_writes("ada", "hello?")["reason"] == "erased"
    project.later(2 * DAY)
    # What is no message of theirs makes nobody a fan: a broadcast, a renewed subscription.
    assert project.platform_sent("ada", str(uuid.uuid4()))["reason"] == "erased"
    assert project.fan_pays("ada", 900, "subscription")["reason"] == "erased"
    assert project.fan_writes("ada", "me again")["status"] == "accepted"
    after = project.fan("ada")
    assert after["id"] != before["id"]
    assert after["pseudonym"] != before["pseudonym"]
    assert (after["stage"], after["msg_count_inbound"]) == ("new", 1)
    # What was said and spent before is not read from the platform again.
    assert project.jobs("history") == []
    # From now on whatever happens is theirs, and what happened before still is not.
    assert project.fan_pays("ada", 900)["status"] == "accepted"
    old = (project.now - timedelta(days=10)).isoformat()
    assert project.fan_pays("ada", 700, occurred_at=old)["reason"] == "erased"


@pytest.mark.parametrize(
    ("automation", "reason", "returns"),
    [("auto", "asked", True), ("opted_out", "asked", False), ("auto", "minor", False)],
)
def test_who_opted_out_or_may_be_a_minor_does_not_come_back_by_writing(
    project: Project, automation: str, reason: str, returns: bool
) -> None:
    project.fan_writes("ada", "hello")
    project.set_fan("ada", automation)
    erase(project, reason, "ada")
    project.later(1000 * DAY)
    assert (project.fan_writes("ada", "hi")["status"] == "accepted") is returns


def test_a_clock_that_is_ahead_does_not_bring_them_back(project: Project) -> None:
    project.fan_writes("ada", "hello")
    erase(project, fan="ada")
    event = project.event("ada", "message.received", message={"uuid": str(uuid.uuid4())})
    event["occurred_at"] = (project.now + timedelta(days=100)).isoformat()
    assert project.ingest(event)["reason"] == "erased"


def test_a_long_chat_goes_in_parts_and_all_of_it_goes(project: Project, quinn: Traces) -> None:
    whole = erase(project, dry=True)["rows"]
    parts = []
    while (answer := erase(project, part=2))["outcome"] == "going_on":
        parts.append(answer["rows"]["messages"])
    assert len(parts) > 2
    assert sum(parts) + answer["rows"]["messages"] == whole["messages"]
    assert answer["on_their_way"] == 1
    assert quinn.found_in(dump(project.dsn)) == set()


def test_a_trial_run_says_what_would_go_and_changes_nothing(
    project: Project, quinn: Traces
) -> None:
    before = dump(project.dsn)
    plan = erase(project, dry=True)
    assert dump(project.dsn) == before
    assert plan["fan"]["handle"] == HANDLE
    assert plan["on_their_way"] == 1
    receipt = erase(project)
    assert receipt["rows"] == plan["rows"]
    assert set(plan["rows"]) == {row["table_name"] for row in _referring(project)}
    assert all(plan["rows"].values()), plan["rows"]


def test_the_audit_log_keeps_a_pseudonym_and_what_went(project: Project, quinn: Traces) -> None:
    fan = project.fan(HANDLE)
    receipt = erase(project)
    row = project.row("select * from audit_log where action = 'fan.erase'")
    assert (row["fan"], row["creator_id"]) == (fan["pseudonym"], project.creator_id)
    assert row["detail"]["rows"] == receipt["rows"]
    assert row["detail"]["reason"] == "asked"


def test_a_reason_in_somebodys_own_words_is_refused(project: Project) -> None:
    project.fan_writes("ada", "hello")
    with refused("PT422"):
        erase(project, "ada asked me to", "ada")


def test_of_a_fan_of_two_creators_it_is_asked_which(project: Project) -> None:
    project.fan_writes("ada", "hello")
    other = project.value(
        "insert into creators (platform_uuid, display_name) values (gen_random_uuid(), 'Mia')"
        " returning id"
    )
    twin = project.value(
        "insert into fans (creator_id, platform_uuid, handle) values (%s, %s, 'ada') returning id",
        other,
        fan_uuid("ada"),
    )
    for name in ("ada", fan_uuid("ada")):
        with refused("PT422") as caught:
            erase(project, fan=name)
        assert f"{twin} (of Mia)" in str(caught.value)
    erase(project, fan=str(twin))
    # Of the other creator they still are a fan.
    assert project.fan_writes("ada", "still here")["status"] == "accepted"


def test_the_hash_names_nobody_without_the_salt(project: Project) -> None:
    project.fan_writes("ada", "hello")
    erase(project, fan="ada")
    kept = project.row("select * from erased_fans")
    plain = project.value("select sha256(uuid_send(%s::uuid))", fan_uuid("ada"))
    assert bytes(kept["fan_hash"]) != bytes(plain)
    assert bytes(kept["fan_hash"]) == bytes(
        project.value("select private.fan_hash(%s)", fan_uuid("ada"))
    )
    salt = bytes(project.value("select salt from private.erasure_salt"))
    public = dump(project.dsn, "--schema=public")
    assert bytes(kept["fan_hash"]).hex() in public
    assert salt.hex() not in public


# -- whatever is added next


def test_every_column_that_may_hold_a_fan_is_erased_with_them(project: Project) -> None:
    """A column called fan…, or that says it is a platform's id, refers to fans or is known here."""
    known = {
        "public.audit_log.fan": "the pseudonym",
        "public.erased_fans.fan_hash": "the salted hash",
        "public.fans.platform_uuid": "the fan's own row",
        "public.creators.platform_uuid": "the creator's",
        "public.messages.platform_uuid": "goes with the message, which refers to the fan",
    }
    assert _unreferring_columns(project) == set(known)
    with project.connection.transaction(force_rollback=True):
        project.execute("create table public.planted (fan_id bigint, what text)")
        assert "public.planted.fan_id" in _unreferring_columns(project)


@pytest.mark.parametrize("rule", ["set null", "cascade", "no action"])
def test_a_new_table_about_fans_is_exported_and_erased(project: Project, rule: str) -> None:
    project.fan_writes("ada", "hello")
    with project.connection.transaction(force_rollback=True):
        project.execute(
            "create table public.planted (id bigint generated always as identity primary key,"
            f" whom bigint references public.fans on delete {rule}, what text)"
        )
        project.execute(
            "insert into planted (whom, what) values (%s, 'a word')", project.fan_id("ada")
        )
        copy = project.value("select private.export_fan('ada', null, null, %s)", project.now)
        assert [row["what"] for row in copy["planted"]] == ["a word"]
        assert erase(project, fan="ada")["rows"]["planted"] == 1
        assert project.rows("select * from planted") == []


# -- helpers


def _is_plain(event: Row) -> bool:
    return (
        event["type"] in ("message.received", "message.sent")
        and event["creator_uuid"] == CREATOR
        and "fan" in event
    )


def _referring(project: Project) -> list[Row]:
    return project.rows(
        "select links.conrelid::regclass::text as table_name, columns.attname as column_name"
        " from pg_constraint as links join pg_attribute as columns"
        " on columns.attrelid = links.conrelid and columns.attnum = any (links.conkey)"
        " where links.contype = 'f' and links.confrelid = 'public.fans'::regclass order by 1"
    )


def _rows_of(project: Project, fan_id: int) -> dict[str, int]:
    return {
        row["table_name"]: project.connection.execute(
            sql.SQL("select count(*) from {} where {} = %s").format(
                sql.Identifier(row["table_name"]), sql.Identifier(row["column_name"])
            ),
            (fan_id,),
        ).fetchall()[0][0]
        for row in _referring(project)
    }


def _counts(project: Project) -> dict[str, int]:
    return {
        table: project.value(f"select count(*) from {table}")
        for table in ("fans", "messages", "turns", "jobs_queue", "purchases", "webhook_events")
    }


def _unreferring_columns(project: Project) -> set[str]:
    rows = project.rows(
        "select format('%%s.%%s.%%s', nspname, relname, attname) as name"
        " from pg_class join pg_namespace as schemas on schemas.oid = relnamespace"
        " join pg_attribute on attrelid = pg_class.oid and attnum > 0 and not attisdropped"
        " where nspname in ('public', 'private') and relkind in ('r', 'p')"
        " and (attname ~ '^fan(_id|_uuid|_hash|s)?$' or attname = 'platform_uuid')"
        " and not exists (select 1 from pg_constraint where contype = 'f'"
        " and confrelid = 'public.fans'::regclass and conrelid = attrelid"
        " and attnum = any (conkey))"
    )
    return {row["name"] for row in rows}


def _until_waiting(looker: psycopg.Connection) -> None:
    waiting = (
        "select count(*) from pg_stat_activity where datname = current_database()"
        " and wait_event_type = 'Lock'"
    )
    for _ in range(1000):
        row = looker.execute(waiting).fetchone()
        if row is not None and row[0]:
            return
        looker.execute("select pg_sleep(0.01)")
    raise AssertionError("nobody waits for a lock")
