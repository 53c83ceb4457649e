"""What grows too old loses its text, and who was not heard of for too long is erased."""

from __future__ import annotations

import uuid
from datetime import timedelta

import psycopg
import pytest

from tests.project import Project
from tests.sql.personal_data import dump

DAY = 86400.0


def expire(project: Project, batch: int = 5000) -> int:
    return int(project.value("select private.expire_messages(%s, %s)", batch, project.now))


def erase_silent(project: Project, batch: int = 20) -> int:
    return int(project.value("select private.erase_silent_fans(%s, %s)", batch, project.now))


@pytest.fixture
def chat(project: Project) -> Project:
    """Ada was answered, paid, and something was learned of her."""
    project.fan_writes("ada", "I like marmalade")
    project.answer("ada", "so do I, periwinkle")
    project.fan_pays("ada", 2500)
    project.execute(
        "insert into fan_facts (fan_id, text, source, message_id) select fan_id, 'Likes jam',"
        " 'learned', min(id) from messages where kind = 'fan' group by fan_id"
    )
    project.execute(
        "update fans set summary = 'They spoke of jam.', summary_to = 1, summary_at = now()"
    )
    return project


def test_a_message_past_its_retention_loses_its_text_and_still_counts(chat: Project) -> None:
    before = chat.fan("ada")
    kept = "select count(*), min(sent_at), sum(price_cents) from messages"
    rows = chat.rows(kept)
    chat.later(729 * DAY)
    assert expire(chat) == 0
    chat.later(2 * DAY)
    assert expire(chat) == 3
    assert expire(chat) == 0
    assert chat.rows("select 1 from messages where body is not null or signals <> '[]'") == []
    assert chat.rows(kept) == rows
    assert chat.fan("ada") == before
    # Events and disclosures are other tables' and have their own time.
    assert "marmalade" not in dump(chat.dsn, "--table=public.messages")


def test_what_was_learned_has_a_retention_of_its_own(chat: Project) -> None:
    chat.later(731 * DAY)
    assert expire(chat) == 3
    assert chat.value("select text from fan_facts") == "Likes jam"
    assert chat.fan("ada")["summary"] == "They spoke of jam."


def test_the_next_reply_is_shown_no_message_without_its_text(chat: Project) -> None:
    chat.later(731 * DAY)
    expire(chat)
    chat.fan_writes("ada", "back again")
    job = chat.claim_reply("ada")
    assert [message["body"] for message in job["context"]["messages"]] == ["back again"]


def test_what_waits_for_an_answer_or_a_person_keeps_its_text(project: Project) -> None:
    for fan in ("open", "held", "unknown"):
        project.was_told(fan)
        project.fan_writes(fan, f"hello from {fan}")
    project.inspect()
    project.execute(
        "update turns set status = 'held', hold_reason = 'look at it' where fan_id = %s",
        project.fan_id("held"),
    )
    project.execute(
        "insert into messages (fan_id, direction, kind, status, body, created_at)"
        " values (%s, 'outbound', 'reply', 'unknown', 'did it arrive?', %s)",
        project.fan_id("unknown"),
        project.now,
    )
    project.later(2000 * DAY)
    expire(project)
    texts = {row["body"] for row in project.rows("select body from messages")} - {None}
    assert texts == {
        "hello from open", "hello from held", "hello from unknown", "did it arrive?",
    }  # fmt: skip


def test_it_goes_in_batches_the_oldest_first(project: Project) -> None:
    project.was_told("ada")
    for number in range(5):
        project.fan_writes("ada", f"number {number}")
        project.answer("ada", "ok")
        project.later(DAY)
    project.later(1000 * DAY)
    assert [expire(project, 3) for _ in range(5)] == [3, 3, 3, 2, 0]


def test_who_is_busy_is_seen_to_the_next_time(chat: Project) -> None:
    chat.later(731 * DAY)
    with psycopg.connect(chat.dsn) as other:
        other.execute("select 1 from fans for no key update")
        assert expire(chat) == 0
    assert expire(chat) == 3


@pytest.mark.parametrize("setting", ["message_retention", "fan_retention"])
def test_zero_keeps_everything(chat: Project, setting: str) -> None:
    chat.execute(f"update settings set {setting} = '0'")
    chat.later(30000 * DAY)
    did = {"message_retention": expire, "fan_retention": erase_silent}
    assert did.pop(setting)(chat) == 0
    # Its control: the other goes on.
    (other,) = did.values()
    assert other(chat) > 0


def test_a_fan_of_whom_nothing_is_heard_is_erased_and_may_come_back(chat: Project) -> None:
    chat.later(1094 * DAY)
    assert erase_silent(chat) == 0
    chat.later(2 * DAY)
    assert erase_silent(chat) == 1
    assert chat.rows("select 1 from fans") == []
    assert chat.value("select detail ->> 'reason' from audit_log") == "silent"
    late = chat.event(
        "ada", "message.edited", message={"uuid": str(uuid.uuid4()), "text": "marmalade"}
    )
    assert chat.ingest(late)["reason"] == "erased"
    assert "marmalade" not in dump(chat.dsn)
    chat.later(60)
    assert chat.fan_writes("ada", "hello after all")["status"] == "accepted"
    assert chat.fan("ada")["msg_count_inbound"] == 1


def test_who_opted_out_stays_so_even_when_silence_erased_them(chat: Project) -> None:
    chat.set_fan("ada", "opted_out")
    chat.later(1096 * DAY)
    assert erase_silent(chat) == 1
    chat.later(1096 * DAY)
    assert chat.fan_writes("ada", "hi")["reason"] == "erased"


def test_who_paid_since_or_waits_for_a_person_is_not_silent(project: Project) -> None:
    for fan in ("gone", "pays", "taken_over"):
        project.was_told(fan)
        project.fan_writes(fan, "hello")
        project.answer(fan, "hi")
    project.fan_writes("waits", "hello")
    project.inspect()
    project.set_fan("taken_over", "human")
    project.execute(
        "update turns set status = 'held', hold_reason = 'look at it' where fan_id = %s",
        project.fan_id("waits"),
    )
    project.later(1000 * DAY)
    project.fan_pays("pays", 900, "subscription")
    project.later(200 * DAY)
    assert erase_silent(project) == 1
    handles = {row["handle"] for row in project.rows("select handle from fans")}
    assert handles == {"pays", "waits", "taken_over"}


def test_silent_fans_go_a_few_at_a_time(project: Project) -> None:
    for number in range(5):
        project.ingest(project.event(f"fan{number}", "follow.created"))
    project.execute("update fans set created_at = %s", project.now - timedelta(days=2000))
    assert [erase_silent(project, 2) for _ in range(4)] == [2, 2, 1, 0]
