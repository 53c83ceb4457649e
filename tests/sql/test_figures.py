"""queue_figures: what a graph or an alarm wants to know, from indexes alone."""

from __future__ import annotations

import psycopg
import pytest

from tests.project import CREATOR, Project, Row


def figures(project: Project, most: int = 10_000) -> Row:
    return dict(project.value("select private.queue_figures(%s, %s)", most, project.now))


def lane(project: Project, name: str) -> Row:
    (row,) = [row for row in figures(project)["lanes"] if row["lane"] == name]
    return dict(row)


def test_a_project_without_jobs_has_every_lane_at_zero(project: Project) -> None:
    answer = figures(project)
    assert [row["lane"] for row in answer["lanes"]] == ["inspect", "turn", "background"]
    assert {value for row in answer["lanes"] for key, value in row.items() if key != "lane"} == {0}
    assert (answer["held_turns"], answer["unknown_messages"], answer["stopped"]) == (0, 0, False)


def test_what_waits_is_told_apart_from_what_is_due(project: Project) -> None:
    project.fan_writes("ada")
    project.later(5)
    inspect, turn = lane(project, "inspect"), lane(project, "turn")
    assert (inspect["queued"], inspect["due"], inspect["oldest_due_seconds"]) == (1, 1, 5)
    assert (turn["queued"], turn["due"], turn["oldest_due_seconds"]) == (1, 0, 0)
    project.claim()
    assert (lane(project, "inspect")["queued"], lane(project, "inspect")["running"]) == (0, 1)


def test_parked_and_dead_jobs_and_held_turns_are_counted(project: Project) -> None:
    project.fan_writes("ada")
    project.fan_writes("bob")
    project.inspect()
    project.fail(project.claim_reply_of("ada"), permanent=True)
    project.set_fan("bob", "paused")
    project.wait_for(project.queued("reply"))
    assert project.claim() == []
    turn = lane(project, "turn")
    assert (turn["dead"], turn["parked"], turn["queued"]) == (1, 1, 0)
    assert figures(project)["held_turns"] == 1


def test_a_message_of_which_nobody_knows_is_counted(project: Project) -> None:
    project.fan_writes("ada")
    job, message = project.start_sending("ada", "hey")
    assert figures(project)["unknown_messages"] == 0
    project.call("record_reconciliation", job, message["id"], "undecidable")
    assert figures(project)["unknown_messages"] == 1


def test_a_fan_who_waits_for_a_person_shows_with_how_long(project: Project) -> None:
    project.set_creator("approve")
    project.fan_writes("ada")
    opened_at = project.now
    project.commit(project.claim_reply("ada"), "hey")
    project.later(500)
    answer = figures(project)
    assert answer["oldest_held_seconds"] == (project.now - opened_at).total_seconds()
    assert answer["stop_signs"] == 0


def test_a_fan_with_a_stop_sign_is_counted(project: Project) -> None:
    project.fan_writes("ada")
    project.inspect(signals=["threat"])
    assert figures(project)["stop_signs"] == 1


def test_a_reply_that_an_inspection_keeps_waiting_is_not_late(project: Project) -> None:
    project.fan_writes("ada")
    project.later(3600)
    assert lane(project, "inspect")["oldest_due_seconds"] == 3600
    assert (lane(project, "turn")["due"], lane(project, "turn")["oldest_due_seconds"]) == (1, 0)


def test_a_message_by_another_way_than_a_webhook_is_heard_too(project: Project) -> None:
    assert figures(project)["last_inbound_seconds"] is None
    event = project.event("ada", "message.received", message={"uuid": CREATOR, "text": "hi"})
    project.ingest({**event, "raw": "{}"})
    project.later(60)
    project.fan_writes("ada")
    project.later(5)
    answer = figures(project)
    assert (answer["last_inbound_seconds"], answer["last_webhook_seconds"]) == (5, 65)


def test_a_budget_fills_as_time_goes_on_and_shows_what_fanvue_forbids(project: Project) -> None:
    take = "select private.take_rate_tokens(%s, 30, 'turn', %s)"
    project.execute(take, project.creator_id, project.now)
    (budget,) = figures(project)["budgets"]
    assert (budget["left"], budget["blocked_seconds"]) == (20, 0)
    assert figures(project)["budget_most"] == 50
    project.later(4)
    assert figures(project)["budgets"][0]["left"] == 30
    blocked = "select private.report_rate_limit(%s, 0, 30, %s)"
    project.execute(blocked, project.creator_id, project.now)
    assert figures(project)["budgets"][0]["blocked_seconds"] == 30


def test_a_transaction_that_stays_open_shows_as_an_old_snapshot(project: Project) -> None:
    with psycopg.connect(project.dsn) as other:
        other.execute("select txid_current()")
        project.execute("select pg_sleep(0.05)")
        assert figures(project)["oldest_snapshot_seconds"] >= 0.05


def test_the_stop_switch_shows(project: Project) -> None:
    project.stop()
    assert figures(project)["stopped"] is True


def test_counting_ends_at_its_bound(project: Project) -> None:
    for name in ("ada", "bob", "cleo"):
        project.fan_writes(name)
    answer = figures(project, most=2)
    assert [row["queued"] for row in answer["lanes"]] == [2, 2, 0]
    assert answer["counted_to"] == 2


@pytest.mark.parametrize("analysed", [True, False])
def test_no_figure_reads_the_whole_queue(project: Project, analysed: bool) -> None:
    project.fan_writes("ada")
    project.execute(
        "insert into jobs_queue (job_type, creator_id, fan_id, status, run_at, finished_at)"
        " select 'reply', creator_id, id, 'done', %s, %s from fans, generate_series(1, 20000)",
        project.now, project.now,
    )  # fmt: skip
    if analysed:
        project.execute("analyze jobs_queue, turns, messages")
    # The function's own text with its arguments in place, so that the plan shows.
    signature = "private.queue_figures(int, timestamptz)"
    body = project.value("select prosrc from pg_proc where oid = %s::regprocedure", signature)
    for argument, value in (("queue_figures.at", "now()"), (" most", " 10000")):
        body = body.replace(argument, value)
    plan = project.value("explain (format json) " + body)
    scans = [node for node in nodes(plan[0]["Plan"]) if node["Node Type"] == "Seq Scan"]
    read_whole = {node["Relation Name"] for node in scans}
    assert "settings" in read_whole, "the plan is not what it should be"
    assert "jobs_queue" not in read_whole


def nodes(plan: Row) -> list[Row]:
    return [plan, *(node for child in plan.get("Plans", ()) for node in nodes(child))]
