"""What a person changes in the dashboard is completed, or refused with a hint."""

from __future__ import annotations

import uuid

import psycopg
import pytest

from tests.project import Project, Row
from tests.sql.holding import says


@pytest.fixture
def unknown(project: Project) -> Row:
    """A bubble of which nobody knows whether it went out; another one waits behind it."""
    project.was_told("ada")
    project.fan_writes("ada", "hello")
    job, message = project.start_sending("ada", "hey", "you")
    assert project.fail(job, "Fanvue refuses", permanent=True) == "dead"
    return project.message(message["id"])


def set_status(project: Project, table: str, row: Row, status: str) -> None:
    project.execute(f"update {table} set status = %s where id = %s", status, row["id"])


def parked(project: Project) -> int:
    return len(project.rows("select 1 from webhook_events where outcome = 'parked'"))


def held(project: Project) -> Row:
    """A turn whose reply waits for approval."""
    project.was_told("ada")
    project.fan_writes("ada", "hello")
    project.set_creator("approve")
    assert project.commit(project.claim_reply("ada"), "hey")["outcome"] == "held"
    return project.turns()[0]


def test_a_message_that_did_not_go_out_is_answered_anew(project: Project, unknown: Row) -> None:
    set_status(project, "messages", unknown, "cancelled")
    assert project.turns()[0]["status"] == "open"
    assert [status for _, status in project.bubbles()] == ["cancelled", "cancelled"]
    assert project.queued("reply")["payload"]["delay"] == {"model": "resolved"}


def test_what_was_parked_for_its_sake_follows(project: Project, unknown: Row) -> None:
    project.platform_sent("ada", str(uuid.uuid4()), text="it's me")
    assert parked(project) == 1
    set_status(project, "messages", unknown, "cancelled")
    assert (parked(project), project.fan("ada")["automation"]) == (0, "human")


def test_a_message_that_went_out_answers_its_turn(project: Project, unknown: Row) -> None:
    ours = str(uuid.uuid4())
    project.platform_sent("ada", ours, text="hey")
    set_status(project, "messages", unknown, "sent")
    sent = project.message(unknown["id"])
    assert (str(sent["platform_uuid"]), sent["sent_at"]) == (ours, unknown["sending_at"])
    assert project.turns()[0]["status"] == "answered"
    assert (parked(project), project.fan("ada")["automation"]) == (0, "auto")


def test_a_uuid_by_hand_is_kept(project: Project, unknown: Row) -> None:
    ours = uuid.uuid4()
    project.execute(
        "update messages set status = 'sent', platform_uuid = %s where id = %s",
        ours, unknown["id"],
    )  # fmt: skip
    assert project.message(unknown["id"])["platform_uuid"] == ours


def test_an_edit_by_hand_never_waits_for_a_busy_fan(project: Project, unknown: Row) -> None:
    with psycopg.connect(project.dsn) as other:
        other.execute("select 1 from fans for no key update")
        with pytest.raises(psycopg.errors.LockNotAvailable) as caught:
            set_status(project, "messages", unknown, "cancelled")
    assert caught.value.diag.message_hint == "Try again."
    assert project.message(unknown["id"])["status"] == "unknown"


def test_a_bubble_is_not_released_while_its_turn_may_be_being_held(project: Project) -> None:
    held(project)
    (bubble,) = project.outbound()
    with psycopg.connect(project.dsn) as other:
        other.execute("select 1 from fans for no key update")
        with pytest.raises(psycopg.errors.LockNotAvailable, match="being worked on"):
            set_status(project, "messages", bubble, "planned")


@pytest.mark.parametrize("status", ["answered", "cancelled"])
def test_a_held_turn_is_closed_with_its_draft(project: Project, status: str) -> None:
    turn = held(project)
    set_status(project, "turns", turn, status)
    closed = project.turn(turn["id"])
    assert (closed["status"], closed["close_reason"]) == (status, "closed by hand")
    assert (closed["hold_reason"], closed["closed_at"] is not None) == (None, True)
    assert project.bubbles() == [("hey", "cancelled")]


def test_an_open_turn_is_closed_with_its_reply(project: Project) -> None:
    project.fan_writes("ada", "hello")
    set_status(project, "turns", project.turns()[0], "cancelled")
    assert [job["status"] for job in project.jobs("reply")] == ["cancelled"]


def test_what_waits_for_approval_goes_out(project: Project) -> None:
    turn = held(project)
    set_status(project, "turns", turn, "sending")
    assert project.deliver_all() == ["hey"]
    assert project.turn(turn["id"])["status"] == "answered"


def test_what_waits_for_approval_is_written_anew(project: Project) -> None:
    turn = held(project)
    set_status(project, "turns", turn, "open")
    assert project.bubbles() == [("hey", "cancelled")]
    project.wait_for(project.queued("reply"))
    (job,) = project.claim()
    assert project.unanswered(job) == ["hello"]


def test_a_second_turn_is_not_opened_beside_an_open_one(project: Project) -> None:
    turn = held(project)
    project.execute("insert into turns (fan_id, opened_at) select fan_id, opened_at from turns")
    with pytest.raises(psycopg.errors.CheckViolation, match="another turn of this fan is open"):
        set_status(project, "turns", turn, "open")


@pytest.mark.parametrize("status", ["open", "sending"])
def test_a_turn_of_which_something_may_be_out_is_not_released(
    project: Project, unknown: Row, status: str
) -> None:
    with pytest.raises(psycopg.errors.CheckViolation) as caught:
        set_status(project, "turns", project.turns()[0], status)
    assert "fanpace jobs resolve" in str(caught.value.diag.message_hint)


@pytest.mark.parametrize(
    ("status", "hint"),
    [("cancelled", "its turn to cancelled"), ("parked", "to paused"), ("running", "run_at")],
)
def test_a_waiting_job_is_not_moved_by_hand(project: Project, status: str, hint: str) -> None:
    project.fan_writes("ada", "hello")
    with pytest.raises(psycopg.errors.CheckViolation) as caught:
        set_status(project, "jobs_queue", project.queued("reply"), status)
    assert hint in str(caught.value.diag.message_hint)


def test_a_dead_job_is_not_moved_by_hand(project: Project, unknown: Row) -> None:
    (job,) = [job for job in project.jobs() if job["status"] == "dead"]
    with pytest.raises(psycopg.errors.CheckViolation) as caught:
        set_status(project, "jobs_queue", job, "queued")
    assert caught.value.diag.message_hint == f"Run: fanpace jobs requeue {job['id']}"


@pytest.mark.parametrize("mode", ["human", "paused"])
def test_what_waited_for_a_person_is_answered_once_automation_is_back(
    project: Project, mode: str
) -> None:
    project.fan_writes("ada", "hello")
    project.set_fan("ada", mode)
    project.inspect()
    project.wait_for(project.queued("reply"))
    assert project.claim() == []
    project.set_fan("ada", "auto")
    project.wait_for(project.queued("reply"))
    (job,) = project.claim()
    assert project.unanswered(job) == ["hello"]


def test_a_notice_is_not_opened_since_it_answers_nothing(project: Project) -> None:
    says(project, "ada", "I want to die", "self_harm")
    (notice,) = [turn for turn in project.turns() if turn["is_notice"]]
    assert notice["status"] == "sending"
    with pytest.raises(psycopg.errors.CheckViolation, match="answers nothing"):
        set_status(project, "turns", notice, "open")


def test_a_stop_sign_leaves_the_search_for_a_message_of_a_turn_held_by_hand(
    project: Project,
) -> None:
    project.was_told("ada")
    project.fan_writes("ada", "hello")
    job, message = project.start_sending("ada", "hey")
    project.fail(job, "no answer")
    project.execute("update turns set status = 'held', hold_reason = 'let me see'")
    says(project, "ada", "I'm 15", "minor")
    assert project.message(message["id"])["status"] == "sending"
    assert project.queued("deliver")["fan_id"] == project.fan_id("ada")
