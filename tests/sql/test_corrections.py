"""Deleted and edited messages: what was not answered is respected, what was stays answered."""

from __future__ import annotations

import uuid

from tests.project import Project, Row


def say(project: Project, text: str, fan: str = "ada") -> str:
    message_uuid = str(uuid.uuid4())
    project.fan_writes(fan, text, uuid=message_uuid)
    return message_uuid


def delete(project: Project, message_uuid: str, fan: str = "ada") -> Row:
    event = project.event(fan, "message.deleted", message={"uuid": message_uuid})
    return project.ingest(event)


def edit(project: Project, message_uuid: str, text: str | None) -> Row:
    message = {"uuid": message_uuid, "text": text}
    return project.ingest(project.event("ada", "message.edited", message=message))


def stored(project: Project, message_uuid: str) -> Row:
    return project.row("select * from messages where platform_uuid = %s", message_uuid)


def reply_states(project: Project) -> list[str]:
    return [job["status"] for job in project.jobs("reply")]


def test_a_turn_that_nothing_is_left_of_is_cancelled_with_its_reply(project: Project) -> None:
    said = say(project, "oops")
    answer = delete(project, said)
    assert answer["reason"] == "deleted: nothing is left to answer"
    assert (stored(project, said)["body"], stored(project, said)["deleted_at"]) == (
        None, project.now,
    )  # fmt: skip
    (turn,) = project.turns()
    assert (turn["status"], turn["close_reason"]) == (
        "cancelled", "the fan deleted what was to be answered",
    )  # fmt: skip
    assert reply_states(project) == ["cancelled"]


def test_what_is_left_is_answered(project: Project) -> None:
    said = say(project, "oops")
    say(project, "hello")
    assert delete(project, said)["reason"] == "deleted before it was answered"
    job = project.claim_reply("ada")
    assert project.unanswered(job) == ["hello"]
    assert len(job["context"]["messages"]) == 1, "the deleted message is shown"


def test_the_text_is_removed_from_the_log_too(project: Project) -> None:
    said, other = str(uuid.uuid4()), say(project, "another")
    message = {"uuid": said, "text": "oops"}
    project.ingest({**project.event("ada", "message.received", message=message), "raw": "oops"})
    delete(project, said)
    logged = project.rows("select event::text || coalesce(raw, '') as all from webhook_events")
    assert not any("oops" in row["all"] for row in logged)
    assert any("another" in row["all"] for row in logged)
    assert stored(project, other)["body"] == "another"


def test_a_reply_that_is_being_written_to_it_is_void(project: Project) -> None:
    said = say(project, "oops")
    say(project, "hello")
    job = project.claim_reply("ada")
    delete(project, said)
    assert project.commit(job)["outcome"] == "superseded"
    (again,) = project.claim()
    assert project.unanswered(again) == ["hello"]


def test_even_a_reply_that_must_be_sent_is_void(project: Project) -> None:
    said = say(project, "oops")
    say(project, "hello")
    project.execute("update turns set must_send = true")
    job = project.claim_reply("ada")
    delete(project, said)
    assert project.call("extend_lease", job, 60)["outcome"] == "superseded"


def test_a_reply_that_is_being_written_to_nothing_is_dropped(project: Project) -> None:
    said = say(project, "oops")
    job = project.claim_reply("ada")
    delete(project, said)
    assert project.commit(job)["outcome"] == "held"
    assert project.outbound() == []
    assert project.turns()[0]["status"] == "cancelled"


def test_a_planned_draft_is_void_and_written_anew(project: Project) -> None:
    said = say(project, "oops")
    say(project, "hello")
    project.was_told("ada")
    project.commit(project.claim_reply("ada"), "about the oops")
    assert delete(project, said)["reason"] == "deleted before it was answered"
    assert project.deliver_all() == []
    assert project.bubbles() == [("about the oops", "cancelled")]
    (again,) = project.claim()
    assert project.unanswered(again) == ["hello"]
    project.commit(again, "about hello")
    assert project.deliver_all() == ["about hello"]


def test_a_planned_draft_to_nothing_is_cancelled(project: Project) -> None:
    said = say(project, "oops")
    project.commit(project.claim_reply("ada"), "about the oops")
    assert delete(project, said)["reason"] == "deleted: nothing is left to answer"
    assert project.deliver_all() == []
    assert {status for _, status in project.bubbles()} == {"cancelled"}
    assert project.rows("select 1 from jobs_queue where finished_at is null") == []


def test_a_draft_that_waits_for_approval_is_void_as_well(project: Project) -> None:
    project.set_creator("approve")
    said = say(project, "oops")
    say(project, "hello")
    project.commit(project.claim_reply("ada"), "about the oops")
    delete(project, said)
    assert ("about the oops", "cancelled") in project.bubbles()
    (again,) = project.claim()
    assert project.unanswered(again) == ["hello"]


def test_a_reply_on_its_way_is_not_stopped(project: Project) -> None:
    said = say(project, "oops")
    project.was_told("ada")
    job, message = project.start_sending("ada", "one", "two")
    assert delete(project, said)["reason"] == "deleted after it was answered"
    project.finish_send(job, message["id"])
    assert project.deliver_all() == ["two"]
    assert stored(project, said)["body"] is None


def test_after_the_answer_only_the_text_goes(project: Project) -> None:
    said = say(project, "oops")
    project.answer("ada", "hey")
    assert delete(project, said)["reason"] == "deleted after it was answered"
    assert project.turns()[0]["status"] == "answered"
    assert (stored(project, said)["body"], stored(project, said)["signals"]) == (None, [])


def test_a_deleted_message_is_not_looked_at(project: Project) -> None:
    said = say(project, "STOP")
    delete(project, said)
    (job,) = project.claim()
    assert (job["job_type"], job["context"]["messages"]) == ("inspect", [])
    project.call("record_inspection", job, [])
    assert project.fan("ada")["automation"] == "auto"


def test_a_deletion_that_overtakes_its_message_is_remembered(project: Project) -> None:
    said = str(uuid.uuid4())
    assert delete(project, said)["reason"] == "deleted before it was received"
    assert project.fan_writes("ada", "oops", uuid=said)["status"] == "duplicate"
    assert project.jobs("reply") == []
    assert project.fan("ada")["msg_count_inbound"] == 0
    assert project.fan_writes("ada", "hello")["status"] == "accepted"


def test_a_deletion_counts_once(project: Project) -> None:
    said = say(project, "oops")
    assert delete(project, said)["status"] == "accepted"
    assert delete(project, said)["status"] == "duplicate"


def test_nobody_deletes_another_fan_s_message(project: Project) -> None:
    said = say(project, "hello")
    assert delete(project, said, fan="bob")["status"] == "ignored"
    assert stored(project, said)["body"] == "hello"


def test_while_one_of_ours_is_on_its_way_an_unknown_uuid_is_left_to_it(project: Project) -> None:
    say(project, "hello")
    project.was_told("ada")
    job, message = project.start_sending("ada", "hey")
    ours = str(uuid.uuid4())
    assert delete(project, ours)["status"] == "ignored"
    assert project.finish_send(job, message["id"], ours)["outcome"] == "sent"


def test_what_we_sent_stays_on_record_and_leaves_the_prompt(project: Project) -> None:
    say(project, "hello")
    project.was_told("ada")
    project.answer("ada", "hey")
    delete(project, str(project.outbound()[0]["platform_uuid"]))
    assert project.bubbles() == [("hey", "sent")]
    say(project, "and?")
    context = project.claim_reply("ada")["context"]["messages"]
    assert "hey" not in [message["body"] for message in context]


def test_an_edited_message_is_answered_as_it_stands_now(project: Project) -> None:
    said = say(project, "helo")
    project.was_told("ada")
    project.commit(project.claim_reply("ada"), "about helo")
    assert edit(project, said, "hello")["reason"] == "edited before it was answered"
    assert project.bubbles() == [("about helo", "cancelled")]
    assert project.unanswered(project.claim_reply("ada")) == ["hello"]


def test_an_edited_message_is_looked_at_anew(project: Project) -> None:
    said = say(project, "hello")
    project.inspect()
    edit(project, said, "STOP")
    project.inspect(signals=["opt_out"])
    assert project.fan("ada")["automation"] == "opted_out"


def test_an_edit_without_a_text_has_it_fetched(project: Project) -> None:
    said = say(project, "hello")
    project.inspect()
    edit(project, said, None)
    (job,) = [job for job in project.claim() if job["job_type"] == "inspect"]
    assert [message["body"] for message in job["context"]["messages"]] == [None]


def test_an_edit_that_changes_nothing_voids_nothing(project: Project) -> None:
    said = say(project, "hello")
    job = project.claim_reply("ada")
    assert edit(project, said, "hello")["status"] == "duplicate"
    assert edit(project, str(uuid.uuid4()), "x")["status"] == "ignored"
    assert project.commit(job)["outcome"] == "planned"


def test_what_was_found_in_the_old_text_is_not_said_of_the_new_one(project: Project) -> None:
    uuid_ = "11111111-1111-4111-8111-111111111111"
    project.fan_writes("ada", "hello", uuid=uuid_)
    (job,) = project.claim()
    edited = project.event("ada", "message.edited", message={"uuid": uuid_, "text": "STOP"})
    project.ingest(edited)
    (message,) = job["context"]["messages"]
    old = [{"message_id": message["id"], "signals": ["asks_for_content"]}]
    assert project.call("record_inspection", job, old) == {"outcome": "recorded"}
    assert project.message(message["id"])["inspected_at"] is None
    (again,) = project.claim()
    assert [each["body"] for each in again["context"]["messages"]] == ["STOP"]


def test_a_disclosure_on_its_way_answers_no_edited_message(project: Project) -> None:
    uuid_ = "11111111-1111-4111-8111-111111111111"
    project.fan_writes("ada", "hello", uuid=uuid_)
    job, disclosure = project.start_sending("ada", "hey")
    edited = project.event("ada", "message.edited", message={"uuid": uuid_, "text": "hullo"})
    project.ingest(edited)
    project.finish_send(job, disclosure["id"])
    project.inspect()
    project.wait_for(project.queued("reply"))
    (reply,) = project.claim()
    assert project.unanswered(reply) == ["hullo"]


def test_a_text_that_is_deleted_while_it_is_fetched_does_not_come_back(project: Project) -> None:
    uuid_ = "11111111-1111-4111-8111-111111111111"
    project.fan_writes("ada", None, uuid=uuid_)
    (job,) = project.claim()
    project.ingest(project.event("ada", "message.deleted", message={"uuid": uuid_}))
    (message,) = job["context"]["messages"]
    found = [{"message_id": message["id"], "text": "secret", "signals": ["asks_for_content"]}]
    assert project.call("record_inspection", job, found) == {"outcome": "recorded"}
    assert project.message(message["id"])["body"] is None
    assert project.fan("ada")["stage"] == "new"
