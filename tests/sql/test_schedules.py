"""What runs by itself: the nudge, the look for lost leases, and the purge."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from tests.project import Project

NUDGES = "select * from realtime.messages"


def test_five_schedules_stand_however_often_they_are_set_up(project: Project) -> None:
    for _ in range(2):
        for name in ("nudge", "lease", "purge", "retention", "reconcile"):
            project.execute(f"select private.setup_{name}_schedule()")
    jobs = project.rows("select jobname, schedule, command from cron.job order by jobname")
    assert [(job["jobname"], job["command"]) for job in jobs] == [
        ("fanpace-leases", "select private.reclaim_and_nudge()"),
        ("fanpace-nudge", "select private.nudge_worker()"),
        ("fanpace-purge", "select private.purge_old_rows(5000, now())"),
        ("fanpace-reconcile", "select private.enqueue_reconciliations(now())"),
        (
            "fanpace-retention",
            "select private.expire_messages(5000, now()), private.erase_silent_fans(20, now())",
        ),
    ]
    for job in jobs:
        project.execute(job["command"])


def nudge(project: Project, seconds: float) -> bool:
    """Let one job be due in `seconds` of real time, and nudge."""
    project.fan_writes("ada")
    project.execute("update jobs_queue set run_at = now() + %s * interval '1 second'", seconds)
    project.execute("truncate realtime.messages")
    return bool(project.value("select private.nudge_worker()"))


def test_a_job_that_is_due_within_ten_seconds_is_announced_once(project: Project) -> None:
    assert nudge(project, 9)
    sent = project.row(NUDGES)
    assert (sent["topic"], sent["event"], sent["extension"]) == ("jobs", "nudge", "broadcast")
    assert sent["private"] is True
    assert set(sent["payload"]) == {"due", "next_run_at", "id"}
    # The reply and the inspection; the earliest of them.
    assert sent["payload"]["due"] == 2
    announced = datetime.fromisoformat(sent["payload"]["next_run_at"])
    assert announced == min(job["run_at"] for job in project.jobs())


def test_a_job_that_is_due_later_is_not_announced(project: Project) -> None:
    assert not nudge(project, 60)
    assert project.rows(NUDGES) == []


def test_nothing_is_announced_while_the_stop_switch_is_on(project: Project) -> None:
    project.stop()
    assert not nudge(project, -1)
    assert project.rows(NUDGES) == []


def test_a_message_wakes_the_workers_at_once(project: Project) -> None:
    project.fan_writes("ada")
    assert project.row(NUDGES)["payload"]["due"] == 1


def test_a_lost_lease_is_taken_back_and_announced_without_any_claim(project: Project) -> None:
    project.now = datetime.now(UTC) - timedelta(hours=1)
    project.fan_writes("ada")
    job = project.claim()[0]
    project.execute("truncate realtime.messages")
    assert project.value("select private.reclaim_and_nudge()") == 1
    assert project.job(job["id"])["status"] == "queued"
    assert len(project.rows(NUDGES)) == 1
    assert project.value("select private.reclaim_and_nudge()") == 0


def purge(project: Project, batch: int = 100) -> int:
    return int(project.value("select private.purge_old_rows(%s, %s)", batch, project.now))


def test_finished_jobs_and_events_go_when_their_time_is_over(project: Project) -> None:
    project.fan_writes("ada")
    project.answer("ada")
    finished = [job for job in project.jobs() if job["finished_at"]]
    project.later(7 * 86400 - 600)
    assert purge(project) == 0
    project.later(601)
    assert purge(project) == len(finished) == 4
    assert project.jobs() == []
    assert project.rows("select 1 from webhook_events")
    project.later(23 * 86400)
    assert purge(project) == 1
    assert project.rows("select 1 from webhook_events") == []


def test_what_still_matters_is_kept_for_ever(project: Project) -> None:
    for fan in ("ada", "bob", "cyd"):
        project.fan_writes(fan)
    project.fail(project.claim_reply_of("ada"), permanent=True)
    project.set_fan("bob", "paused")
    project.later(600)
    project.claim()
    project.execute("update webhook_events set outcome = 'parked' where fan_id = %s",
                    project.fan_id("ada"))  # fmt: skip
    project.later(400 * 86400)
    purge(project)
    kept = {job["status"] for job in project.jobs()}
    assert kept == {"dead", "parked", "running"}
    assert [row["outcome"] for row in project.rows("select outcome from webhook_events")] == [
        "parked"
    ]


def test_the_purge_goes_in_batches(project: Project) -> None:
    project.execute(
        "insert into jobs_queue (job_type, creator_id, fan_id, status, finished_at)"
        " select 'profile', %s, null, 'done', %s from generate_series(1, 25)",
        project.creator_id,
        project.now - timedelta(days=8),
    )
    assert [purge(project, 10) for _ in range(4)] == [10, 10, 5, 0]


def test_the_scheduler_s_own_history_is_kept_for_a_day(project: Project) -> None:
    project.execute("delete from cron.job_run_details")
    for hours, ended in ((25, True), (25, False), (23, True), (23, False)):
        at = project.now - timedelta(hours=hours)
        project.execute(
            "insert into cron.job_run_details (jobid, runid, start_time, end_time)"
            " values (1, (select coalesce(max(runid), 0) + 1 from cron.job_run_details), %s, %s)",
            at,
            at if ended else None,
        )
    assert purge(project) == 2
    assert project.value("select count(*) from cron.job_run_details") == 2
