"""Leases: a job is kept, given back, taken back, and after its last attempt kept for a person."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import psycopg

from tests.project import Project, refused


def test_an_expired_lease_is_taken_back_and_counts_as_an_attempt(project: Project) -> None:
    project.fan_writes("ada")
    first = project.claim_reply("ada")
    project.later(59.9)
    assert project.claim(worker="w2") == [], "the lease still holds"
    project.later(0.1)
    (second,) = project.claim(worker="w2")
    assert (second["id"], second["attempt"]) == (first["id"], 2)
    assert second["lease_token"] != first["lease_token"]
    error = project.job(first["id"])["last_error"]
    assert (error["kind"], error["message"]) == ("lease_expired", "w1 did not answer")


def test_after_its_last_attempt_a_job_is_a_dead_letter_and_the_turn_is_held(
    project: Project,
) -> None:
    project.fan_writes("ada")
    job = project.claim_reply("ada")
    for attempt in range(1, 5):
        assert job["attempt"] == attempt
        assert project.fail(job, "no model", delay=10) == "queued"
        assert project.claim() == [], "the delay is not over"
        project.later(11)
        (job,) = project.claim()
    assert project.fail(job, "no model", delay=10) == "dead"
    dead = project.job(job["id"])
    assert (dead["status"], dead["finished_at"]) == ("dead", project.now)
    assert (dead["last_error"]["message"], dead["last_error"]["attempt"]) == ("no model", 5)
    (turn,) = project.turns()
    assert (turn["status"], turn["hold_reason"]) == ("held", "reply failed for good: no model")


def test_a_poison_job_that_kills_its_workers_ends_as_a_dead_letter(project: Project) -> None:
    project.fan_writes("ada")
    job = project.claim_reply("ada")
    for _ in range(5):
        project.lose_lease(job)
        project.claim()
    assert project.job(job["id"])["status"] == "dead"


def test_a_dead_delivery_leaves_its_bubbles_to_a_person(project: Project) -> None:
    project.was_told("ada")
    project.fan_writes("ada")
    job, _ = project.start_sending("ada", "first", "second")
    assert project.fail(job, "refused", permanent=True) == "dead"
    assert project.bubbles() == [("first", "unknown"), ("second", "held")]
    assert project.turns()[0]["hold_reason"] == "deliver failed for good: refused"
    # Control: what was certainly not sent is not unknown.
    project.was_told("bob")
    project.fan_writes("bob")
    job, _ = project.start_sending("bob", "third")
    assert project.fail(job, "refused", permanent=True, unsent=True) == "dead"
    assert project.bubbles()[-1] == ("third", "held")


def test_a_send_that_is_known_after_all_ends_its_turn_as_a_person_s_word_would(
    project: Project,
) -> None:
    project.was_told("ada")
    project.fan_writes("ada")
    job, message = project.start_sending("ada", "first", "second")
    project.fail(job, "refused", permanent=True)
    project.finish_send(job, message["id"])
    # So much later the rest is not sent any more.
    assert project.bubbles() == [("first", "sent"), ("second", "cancelled")]
    assert project.turns()[0]["status"] == "answered"


def test_a_new_message_gives_a_turn_that_was_held_another_chance(project: Project) -> None:
    project.fan_writes("ada", "one")
    project.fail(project.claim_reply("ada"), permanent=True)
    assert project.turns()[0]["status"] == "held"
    project.fan_writes("ada", "two")
    job = project.claim_reply("ada")
    assert project.unanswered(job) == ["one", "two"]
    assert job["attempt"] == 1


def test_a_retry_merges_into_the_queued_job_without_bringing_it_forward(project: Project) -> None:
    project.fan_writes("ada", "one")
    running = project.claim_reply("ada")
    project.fan_writes("ada", "two")
    waiting = project.queued("reply")
    assert project.fail(running, "no model") == "merged"
    merged = project.queued("reply")
    assert (merged["id"], merged["run_at"]) == (waiting["id"], waiting["run_at"])
    assert (merged["attempt"], merged["last_error"]["message"]) == (1, "no model")
    assert project.job(running["id"])["status"] == "superseded"
    # Control: without a sibling the job itself goes back, after its delay.
    project.fan_writes("bob")
    running = project.claim_reply_of("bob")
    assert project.fail(running, delay=5) == "queued"
    wait = project.job(running["id"])["run_at"] - project.now
    assert timedelta(seconds=5) <= wait <= timedelta(seconds=6)


def test_a_job_handed_back_has_not_used_an_attempt(project: Project) -> None:
    project.fan_writes("ada")
    job = project.claim_reply("ada")
    assert project.call("release_job", job, 0.0) == {"outcome": "queued"}
    (again,) = project.claim(worker="w2")
    assert (again["id"], again["attempt"]) == (job["id"], 1)
    assert project.call("release_job", again, 30.0) == {"outcome": "queued"}
    assert project.job(job["id"])["run_at"] == project.now + timedelta(seconds=30)


def test_handing_back_wakes_the_other_workers(project: Project) -> None:
    project.fan_writes("ada")
    job = project.claim_reply("ada")
    project.execute("truncate realtime.messages")
    project.call("release_job", job, 0.0)
    assert project.value("select payload ->> 'due' from realtime.messages") == "1"
    # Control: what is due later wakes nobody now.
    (job,) = project.claim()
    project.execute("truncate realtime.messages")
    project.call("release_job", job, 30.0)
    assert project.rows("select 1 from realtime.messages") == []


def test_a_begun_bubble_with_which_fanvue_did_nothing_goes_back_without_an_attempt(
    project: Project,
) -> None:
    project.was_told("ada")
    project.fan_writes("ada")
    job, message = project.start_sending("ada", "first")
    query = "select private.release_job(%s, %s, 17, %s, true)"
    project.value(query, job["id"], job["lease_token"], project.now)
    assert project.bubbles() == [("first", "planned")]
    row = project.job(job["id"])
    assert (row["attempt"], row["failures"]) == (0, 0)
    assert row["run_at"] == project.now + timedelta(seconds=17)
    project.later(17)
    (job,) = project.claim()
    assert project.begin_send(job)["outcome"] == "send", "it need not be looked for"
    # Control: where nobody knows, the bubble stays as it is and is looked for.
    project.call("release_job", job, 0.0)
    assert project.bubbles() == [("first", "sending")]
    assert project.message(message["id"])["sending_at"] is not None


def test_a_lease_is_extended_from_now_on(project: Project) -> None:
    project.fan_writes("ada")
    job = project.claim_reply("ada")
    project.later(20)
    assert project.call("extend_lease", job, 60) == {"outcome": "held"}
    assert project.job(job["id"])["lease_expires_at"] == project.now + timedelta(seconds=60)


def test_extending_tells_that_a_newer_message_made_the_work_vain(project: Project) -> None:
    project.fan_writes("ada", "one")
    job = project.claim_reply("ada")
    project.later(1)
    project.fan_writes("ada", "two")
    assert project.call("extend_lease", job, 60) == {"outcome": "superseded"}
    assert project.job(job["id"])["status"] == "superseded"
    assert project.turns()[0]["supersede_count"] == 1
    with refused("PT409"):
        project.commit(job)
    assert project.unanswered(project.claim_reply("ada")) == ["one", "two"]


def test_extending_tells_that_a_person_made_the_work_vain(project: Project) -> None:
    project.fan_writes("ada")
    job = project.claim_reply("ada")
    project.platform_sent("ada", "4b2a1c1e-7f10-4d0e-9e8d-2f6a3b1c5d77")
    assert project.call("extend_lease", job, 60)["outcome"] == "superseded"
    assert project.job(job["id"])["status"] == "held"
    assert project.rows("select 1 from jobs_queue where finished_at is null") == []


def test_extending_a_reply_that_must_be_sent_goes_on_whatever_comes(project: Project) -> None:
    project.fan_writes("ada", "one")
    project.execute("update turns set must_send = true")
    job = project.claim_reply("ada")
    project.fan_writes("ada", "two")
    assert project.call("extend_lease", job, 60) == {"outcome": "held"}


def test_extending_tells_that_everything_is_stopped(project: Project) -> None:
    project.fan_writes("ada")
    job = project.claim_reply("ada")
    project.stop()
    assert project.call("extend_lease", job, 60) == {"outcome": "stopped"}
    # The job is still the worker's to hand back.
    assert project.call("release_job", job, 0.0) == {"outcome": "queued"}


def test_nothing_is_done_without_the_lease(project: Project) -> None:
    project.fan_writes("ada")
    job = project.claim_reply("ada")
    stranger = {**job, "lease_token": "4b2a1c1e-7f10-4d0e-9e8d-2f6a3b1c5d77"}
    before = project.job(job["id"])
    calls: dict[str, list[Any]] = {
        "extend_lease": [60],
        "release_job": [0.0],
        "retry_job": [{}, 0.0],
        "begin_send": [],
        "record_reconciliation": [1, "absent"],
    }
    for call, arguments in calls.items():
        with refused("PT409") as error:
            project.call(call, stranger, *arguments)
        assert error.value.diag.message_primary == "job lease lost"
    assert project.job(job["id"]) == before


def test_an_expired_job_whose_fan_is_locked_is_left_for_the_next_look(project: Project) -> None:
    project.fan_writes("ada")
    job = project.claim_reply("ada")
    project.later(60)
    with psycopg.connect(project.dsn) as other:
        other.execute("select 1 from fans for no key update")
        assert project.claim() == []
        assert project.job(job["id"])["status"] == "running"
    (again,) = project.claim()
    assert (again["id"], again["attempt"]) == (job["id"], 2)
