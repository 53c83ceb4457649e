"""claim_jobs: what is due, for whom, in which order, and what it brings along."""

from __future__ import annotations

from datetime import timedelta

import psycopg

from tests.project import Project, refused


def test_a_reply_is_claimed_when_it_is_due_and_not_before(project: Project) -> None:
    project.fan_writes("ada")
    project.inspect()
    job = project.queued("reply")
    project.now = job["run_at"] - timedelta(milliseconds=1)
    early = project.claim_answer()
    assert early["jobs"] == []
    project.now = job["run_at"]
    (claimed,) = project.claim()
    assert (claimed["id"], claimed["attempt"]) == (job["id"], 1)
    assert project.job(job["id"])["locked_by"] == "w1"


def test_the_answer_says_when_to_ask_again(project: Project) -> None:
    assert project.claim_answer()["next_run_at"] is None
    project.fan_writes("ada")
    project.inspect()
    answer = project.claim_answer()
    due = project.queued("reply")["run_at"]
    said = project.value("select %s::timestamptz", answer["next_run_at"])
    assert (answer["jobs"], said) == ([], due)
    assert project.value("select %s::timestamptz", answer["server_time"]) == project.now


def test_a_claimed_job_is_nobody_else_s(project: Project) -> None:
    project.fan_writes("ada")
    assert len(project.claim(worker="w1")) == 1
    assert project.claim(worker="w2") == []


def test_inspections_come_before_replies_and_deliveries(project: Project) -> None:
    project.fan_writes("ada")
    project.inspect()
    project.wait_for(project.queued("reply"))
    project.fan_writes("bob")
    (first,) = project.claim(most=1)
    (second,) = project.claim(most=1)
    assert (first["job_type"], second["job_type"]) == ("inspect", "reply")


def test_of_two_replies_the_older_one_is_claimed_first(project: Project) -> None:
    for fan in ("ada", "bob"):
        project.fan_writes(fan)
    project.inspect()
    project.execute(
        "update jobs_queue set run_at = %s - fan_id * interval '1 minute' where job_type = 'reply'",
        project.now,
    )
    (job,) = project.claim(most=1)
    assert job["context"]["fan"]["handle"] == "bob"


def test_a_fan_has_one_running_reply_or_delivery(project: Project) -> None:
    project.fan_writes("ada", "one")
    running = project.claim_reply("ada")
    project.fan_writes("ada", "two")
    project.inspect()
    project.wait_for(project.queued("reply"))
    assert project.claim() == []
    project.commit(running)
    (second,) = project.claim()
    assert project.unanswered(second) == ["one", "two"]


def test_no_reply_is_claimed_while_a_message_was_not_looked_at(project: Project) -> None:
    project.fan_writes("ada")
    project.wait_for(project.queued("reply"))
    (inspection,) = project.claim()
    assert inspection["job_type"] == "inspect"
    assert project.claim() == [], "the inspection is running"
    project.fail(inspection, delay=30)
    assert project.claim() == [], "the inspection waits for its next attempt"
    project.later(31)
    project.inspect()
    assert [job["job_type"] for job in project.claim()] == ["reply"]


def test_no_reply_is_claimed_while_a_bubble_is_still_to_go_out(project: Project) -> None:
    project.fan_writes("ada")
    project.inspect()
    project.wait_for(project.queued("reply"))
    claimed = {}
    for status in ("planned", "sending", "unknown", "held", "cancelled"):
        project.execute("delete from messages where direction = 'outbound'")
        project.execute(
            "insert into messages (fan_id, direction, kind, status, body, created_at)"
            " values (%s, 'outbound', 'reply', %s, 'hey', %s)",
            project.fan_id("ada"),
            status,
            project.now,
        )
        jobs = project.claim()
        claimed[status] = len(jobs)
        for job in jobs:
            project.call("release_job", job, 0.0)
    assert claimed == {"planned": 0, "sending": 0, "unknown": 0, "held": 1, "cancelled": 1}


def test_jobs_that_must_wait_do_not_stand_in_the_way_of_others(project: Project) -> None:
    for fan in ("ada", "bob", "cyd", "dan", "eve"):
        project.fan_writes(fan)
    project.inspect()
    project.now += timedelta(minutes=10)
    fans = {fan: project.fan_id(fan) for fan in ("ada", "bob", "cyd", "dan", "eve")}
    for order, fan in enumerate(fans):
        project.execute(
            "update jobs_queue set run_at = %s where job_type = 'reply' and fan_id = %s",
            project.now - timedelta(minutes=5 - order),
            fans[fan],
        )
    # Each of the first four is due before the last, and none of them can be answered now.
    project.execute(
        "insert into messages (fan_id, direction, kind, status, body, created_at)"
        " values (%s, 'outbound', 'reply', 'unknown', 'hey', %s)",
        fans["ada"],
        project.now,
    )
    project.set_fan("bob", "paused")
    project.set_fan("cyd", "human")
    project.execute("update turns set status = 'held', hold_reason = 'x' where fan_id = %s",
                    fans["dan"])  # fmt: skip

    (job,) = project.claim(most=1)

    assert job["context"]["fan"]["handle"] == "eve"
    states = project.rows("select status from jobs_queue where job_type = 'reply' order by run_at")
    assert [row["status"] for row in states] == [
        "queued", "parked", "parked", "cancelled", "running",
    ]  # fmt: skip


def test_a_fan_whose_row_is_locked_is_left_for_later(project: Project) -> None:
    project.fan_writes("ada")
    project.fan_writes("bob")
    with psycopg.connect(project.dsn) as other:
        other.execute("select 1 from fans where handle = 'ada' for no key update")
        (job,) = project.claim()
        assert job["context"]["fan"]["handle"] == "bob"
    (job,) = project.claim()
    assert job["context"]["fan"]["handle"] == "ada"


def test_a_reply_that_has_nothing_to_answer_is_cancelled(project: Project) -> None:
    project.fan_writes("ada")
    project.inspect()
    project.execute("update turns set status = 'answered', closed_at = %s", project.now)
    job = project.wait_for(project.queued("reply"))
    assert project.claim() == []
    assert project.job(job["id"])["status"] == "cancelled"


def test_nothing_is_claimed_while_the_stop_switch_is_on(project: Project) -> None:
    project.fan_writes("ada")
    project.stop()
    answer = project.claim_answer()
    assert (answer["jobs"], answer["stopped"], answer["next_run_at"]) == ([], True, None)
    project.stop(False)
    assert len(project.claim()) == 1


def test_a_claim_is_bounded(project: Project) -> None:
    for fan in ("ada", "bob", "cyd"):
        project.fan_writes(fan)
    assert len(project.claim(most=2)) == 2
    for most, lease in ((0, 60), (1001, 60), (1, 0), (1, 3601), (None, 60), (1, None)):
        with refused("PT422"):
            project.value("select private.claim_jobs('w', %s, %s, %s)", most, lease, project.now)


def test_the_context_shows_everything_unanswered_and_little_else(project: Project) -> None:
    project.fan_writes("ada", "long ago")
    project.answer("ada", "hey")
    project.later(60)
    for number in range(80):
        project.fan_writes("ada", f"{number} " + "x" * 400)
    job = project.claim_reply("ada")
    shown = [message["body"] for message in job["context"]["messages"]]
    # 80 messages and 32,000 characters: over both bounds, but nobody may stay unheard.
    assert len(shown) == len(project.unanswered(job)) == 80
    assert "long ago" not in shown


def test_older_messages_are_shown_up_to_sixty_and_24000_characters(project: Project) -> None:
    for number in range(70):
        project.fan_writes("ada", str(number))
    project.answer("ada", "hey")
    project.later(60)
    project.fan_writes("ada", "now")
    job = project.claim_reply("ada")
    assert len(job["context"]["messages"]) == 60
    project.call("release_job", job, 0.0)

    project.execute("update messages set body = rpad(body, 5000, '.') where direction = 'inbound'")
    (job,) = project.claim()
    shown = job["context"]["messages"]
    assert 4 <= len(shown) <= 6
    assert sum(len(message["body"]) for message in shown) <= 24000
    assert job["context"]["unanswered_ids"] == [shown[-1]["id"]]


def test_a_reply_s_context_names_creator_fan_turn_and_the_last_vibe(project: Project) -> None:
    project.was_told("ada")
    project.execute("""update fans set tags = '["gym"]'""")
    project.fan_writes("ada", "one")
    project.commit(project.claim_reply("ada"), "hey", vibe="short")
    project.deliver_all()
    project.later(60)
    project.fan_writes("ada", "two")
    context = project.claim_reply("ada")["context"]
    assert context["creator"]["display_name"] == "Luna"
    assert (context["fan"]["stage"], context["fan"]["tags"]) == ("new", ["gym"])
    assert context["turn"]["id"] == project.turns()[1]["id"]
    assert context["last_vibe"] == "short"
    spoken = [(m["direction"], m["body"]) for m in context["messages"] if m["body"] != "told"]
    assert spoken == [("inbound", "one"), ("outbound", "hey"), ("inbound", "two")]


def test_background_work_takes_a_quarter_of_a_worker_s_places(project: Project) -> None:
    for number in range(40):
        project.fan_writes(f"fan {number}")
    project.inspect()
    project.execute("update jobs_queue set run_at = '2999-01-01' where job_type = 'reply'")
    project.execute(
        "insert into jobs_queue (job_type, creator_id, fan_id, run_at)"
        " select 'profile', creator_id, id, %s from fans",
        project.now,
    )
    assert len(project.claim(most=16)) == 4
    # Those four and twelve free places: there is no more of it.
    assert project.claim(most=12) == []
    project.execute("update jobs_queue set run_at = %s where job_type = 'reply'", project.now)
    assert {job["job_type"] for job in project.claim(most=12)} == {"reply"}
    # Another worker has places of its own, at least one.
    project.execute(
        "update jobs_queue set run_at = '2999-01-01' where job_type = 'reply' and status = 'queued'"
    )
    assert len(project.claim(most=3, worker="w2")) == 1
