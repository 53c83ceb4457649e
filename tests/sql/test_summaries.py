"""The running summary: when it is due, what it is written from, and when it is dropped."""

from __future__ import annotations

import json

import pytest

from tests.project import Project, Row
from tests.sql.test_memory import claim_profile, claim_reply, hold_back, say, shown


def chat(project: Project, count: int, text: str = "message {n}") -> None:
    """`count` messages, every other one of the creator's; a profile job waits afterwards."""
    project.ingest(project.event("ada", "follow.created"))
    project.execute(
        "insert into messages (fan_id, direction, kind, status, body, platform_uuid, sent_at,"
        "  inspected_at, created_at)"
        " select %s, d.direction, d.kind, d.status, replace(%s, '{n}', n::text),"
        "  gen_random_uuid(), %s, %s, %s"
        " from generate_series(1, %s) as n"
        " join (values (1, 'inbound'::message_direction, 'fan'::message_kind,"
        "   'received'::message_status), (0, 'outbound', 'reply', 'sent'))"
        "  as d (odd, direction, kind, status) on d.odd = n %% 2 order by n",
        project.fan_id("ada"), text, project.now, project.now, project.now, count,
    )  # fmt: skip
    say(project, "the last one")


def ids(project: Project) -> list[int]:
    return [row["id"] for row in project.rows("select id from messages order by id")]


def summarise(project: Project, job: Row, text: str = "They talked about boats.") -> None:
    project.call("record_profile", job, {"items": [], "summary": text})


@pytest.mark.parametrize(("count", "due"), [(59, False), (60, True)])
def test_a_summary_is_due_where_the_chat_is_longer_than_what_a_reply_is_shown(
    project: Project, count: int, due: bool
) -> None:
    chat(project, count)
    context = claim_profile(project)["context"]
    assert (context["summary_to"] is not None) == due
    assert bool(context["older"]) == due


@pytest.mark.parametrize(("length", "due"), [(2390, False), (2410, True)])
def test_long_messages_fill_it_sooner(project: Project, length: int, due: bool) -> None:
    chat(project, 10, "x" * length)
    context = claim_profile(project)["context"]
    assert (context["summary_to"] is not None) == due


def test_it_is_written_from_both_sides_and_reaches_into_what_is_shown(project: Project) -> None:
    chat(project, 80)
    context = claim_profile(project)["context"]
    assert context["older"][0] == {"from": "fan", "text": "message 1"}
    assert context["older"][1] == {"from": "creator", "text": "message 2"}
    assert context["older"][-1]["text"] == "message 51"
    assert context["summary_to"] == ids(project)[50]


def test_what_was_written_and_not_sent_is_not_in_it(project: Project) -> None:
    project.ingest(project.event("ada", "follow.created"))
    project.execute(
        "insert into messages (fan_id, direction, kind, status, body, created_at)"
        " values (%s, 'outbound', 'reply', 'cancelled', 'never said', now())",
        project.fan_id("ada"),
    )
    chat(project, 80)
    project.execute("update messages set deleted_at = now(), body = null where body = 'message 5'")
    texts = [each["text"] for each in claim_profile(project)["context"]["older"]]
    assert texts[:5] == ["message 1", "message 2", "message 3", "message 4", "message 6"]


def test_the_next_reply_gets_it_and_the_next_one_goes_on_from_there(project: Project) -> None:
    chat(project, 80)
    job = claim_profile(project)
    summarise(project, job)
    upto = job["context"]["summary_to"]
    reply = claim_reply(project)
    summary = {"text": "They talked about boats.", "to_message_id": upto}
    assert reply["context"]["summary"] == summary
    hold_back(project)
    # Nothing has left the shown messages that the summary does not know of.
    say(project, *"abcdef")
    assert claim_profile(project)["context"]["summary_to"] is None


def test_it_is_refreshed_once_messages_beyond_it_are_not_shown_any_more(project: Project) -> None:
    chat(project, 80)
    first = claim_profile(project)
    summarise(project, first)
    hold_back(project)
    chat(project, 60, "later {n}")
    context = claim_profile(project)["context"]
    assert context["summary"]["to_message_id"] == first["context"]["summary_to"]
    assert context["older"][0]["text"] == "message 52"
    assert context["summary_to"] > first["context"]["summary_to"]


def test_without_a_new_summary_the_old_one_stays(project: Project) -> None:
    chat(project, 80)
    summarise(project, claim_profile(project))
    hold_back(project)
    chat(project, 60, "later {n}")
    project.call("record_profile", claim_profile(project), {"items": [], "summary": None})
    assert project.fan("ada")["summary"] == "They talked about boats."


@pytest.mark.parametrize("number", [3, 50])
def test_it_is_dropped_when_a_message_that_it_knows_of_is_deleted(
    project: Project, number: int
) -> None:
    chat(project, 80)
    summarise(project, claim_profile(project))
    message = project.row("select * from messages where body = %s", f"message {number}")
    body = {"uuid": str(message["platform_uuid"])}
    project.ingest(project.event("ada", "message.deleted", message=body))
    assert project.fan("ada")["summary"] is None
    # Control: the next one is written without it.
    hold_back(project)
    say(project, *"abcdef")
    texts = [each["text"] for each in claim_profile(project)["context"]["older"]]
    assert "message 4" in texts
    assert f"message {number}" not in texts


def test_it_stays_when_a_newer_message_is_deleted(project: Project) -> None:
    chat(project, 80)
    summarise(project, claim_profile(project))
    message = project.row("select * from messages where body = 'message 79'")
    body = {"uuid": str(message["platform_uuid"])}
    project.ingest(project.event("ada", "message.deleted", message=body))
    assert project.fan("ada")["summary"] is not None


def test_it_is_not_taken_if_a_message_was_deleted_while_it_was_written(project: Project) -> None:
    chat(project, 80)
    job = claim_profile(project)
    message = project.row("select * from messages where body = 'message 3'")
    project.later(1)
    body = {"uuid": str(message["platform_uuid"])}
    project.ingest(project.event("ada", "message.deleted", message=body))
    summarise(project, job)
    assert project.fan("ada")["summary"] is None


def test_it_expires_and_what_it_knew_is_not_summarised_again(project: Project) -> None:
    chat(project, 80)
    job = claim_profile(project)
    summarise(project, job)
    project.later(364 * 86_400)
    project.execute("select private.purge_old_rows(100, %s)", project.now)
    assert shown(project)["summary"]["text"] == "They talked about boats."
    project.later(2 * 86_400)
    project.execute("select private.purge_old_rows(100, %s)", project.now)
    assert shown(project)["summary"] is None
    assert project.fan("ada")["summary_to"] == job["context"]["summary_to"]


def test_no_more_than_one_look_can_hold_is_brought(project: Project) -> None:
    chat(project, 500, "x" * 300)
    older = claim_profile(project)["context"]["older"]
    assert 15_000 < len("".join(each["text"] for each in older)) <= 16_000
    assert len(json.dumps(older)) < 20_000
