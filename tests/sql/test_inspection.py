"""record_inspection: texts and signals are stored, and what they lead to is decided."""

from __future__ import annotations

from tests.project import Project, Row, refused


def claim_inspection(project: Project) -> Row:
    (job,) = [job for job in project.claim() if job["job_type"] == "inspect"]
    return job


def record(project: Project, job: Row, *findings: Row) -> None:
    assert project.call("record_inspection", job, list(findings)) == {"outcome": "recorded"}


def test_a_text_that_was_fetched_fills_the_gap_and_overwrites_nothing(project: Project) -> None:
    project.fan_writes("ada", None)
    project.fan_writes("ada", "as the webhook had it")
    job = claim_inspection(project)
    missing, present = job["context"]["messages"]
    record(
        project,
        job,
        {"message_id": missing["id"], "text": "fetched", "signals": ["greeting"]},
        {"message_id": present["id"], "text": "changed later", "signals": []},
    )
    assert project.message(missing["id"])["body"] == "fetched"
    assert project.message(missing["id"])["signals"] == ["greeting"]
    assert project.message(missing["id"])["inspected_at"] == project.now
    assert project.message(present["id"])["body"] == "as the webhook had it"
    assert project.job(job["id"])["status"] == "done"


def test_an_inspection_brings_only_what_was_not_looked_at(project: Project) -> None:
    project.fan_writes("ada", "one")
    project.inspect()
    project.fan_writes("ada", "two")
    job = claim_inspection(project)
    assert [message["body"] for message in job["context"]["messages"]] == ["two"]


def test_asking_for_content_makes_the_fan_ready_for_a_sale(project: Project) -> None:
    project.fan_writes("ada", "got pics?")
    project.inspect(signals=["asks_for_content"])
    fan = project.fan("ada")
    assert (fan["stage"], fan["last_trigger_at"]) == ("sales", project.now)
    project.fan_writes("bob", "hi")
    project.inspect(signals=["greeting"])
    assert (project.fan("bob")["stage"], project.fan("bob")["last_trigger_at"]) == ("new", None)


def test_a_sincere_question_is_answered_at_once_with_the_truth(project: Project) -> None:
    project.fan_writes("ada", "are you a bot?")
    later = project.queued("reply")["run_at"]
    project.inspect(signals=["sincere_question"])
    (turn,) = project.turns()
    assert (turn["fixed_text"], turn["must_send"]) == ("identity", True)
    assert project.queued("reply")["run_at"] == project.now < later
    (job,) = project.claim()
    assert job["context"]["turn"]["fixed_text"] == "identity"


def test_a_sincere_question_reaches_the_reply_that_is_being_written(project: Project) -> None:
    project.fan_writes("ada", "hi")
    running = project.claim_reply("ada")
    project.later(2)
    project.fan_writes("ada", "wait, are you a bot?")
    project.inspect(signals=["sincere_question"])

    # Written by the model for "hi": the question must not be left to the next turn's model.
    assert project.commit(running, "hey you")["outcome"] == "superseded"

    (job,) = project.claim()
    assert job["context"]["turn"]["fixed_text"] == "identity"
    assert job["context"]["turn"]["must_send"] is True
    assert project.unanswered(job) == ["hi", "wait, are you a bot?"]


def test_a_second_sincere_question_gets_its_own_true_answer(project: Project) -> None:
    project.fan_writes("ada", "are you a bot?")
    project.inspect(signals=["sincere_question"])
    (first,) = project.claim()
    project.later(1)
    project.fan_writes("ada", "no really, are you?")
    project.inspect(signals=["sincere_question"])
    assert project.commit(first, "I am an AI.", kind="fixed")["outcome"] == "planned"
    assert project.deliver_all() == ["I am an AI."]

    second = project.turns()[1]
    assert (second["status"], second["fixed_text"]) == ("open", "identity")


def test_a_question_that_a_person_answered_does_not_mark_the_next_turn(project: Project) -> None:
    project.fan_writes("ada", "are you a bot?")
    inspection = claim_inspection(project)
    project.platform_sent("ada", "8f0d3f4e-6d3c-4c43-8c53-1d9e0a3f3f10")
    project.set_fan("ada", "auto")
    project.fan_writes("ada", "nice to meet you")
    (asked,) = inspection["context"]["messages"]
    record(project, inspection, {"message_id": asked["id"], "signals": ["sincere_question"]})
    assert [turn["fixed_text"] for turn in project.turns()] == [None, None]


def test_stop_opts_out_and_nothing_waits_any_more(project: Project) -> None:
    project.fan_writes("ada", "STOP")
    project.inspect(signals=["opt_out", "asks_for_content"])
    assert project.fan("ada")["automation"] == "opted_out"
    assert project.turns()[0]["status"] == "cancelled"
    assert project.fan("ada")["stage"] == "new"
    assert project.rows("select 1 from jobs_queue where finished_at is null") == []


def test_a_turn_that_is_cancelled_says_why(project: Project) -> None:
    project.fan_writes("ada", "stop")
    project.inspect(signals=["opt_out"])
    (turn,) = project.turns()
    assert (turn["status"], turn["close_reason"]) == ("cancelled", "the fan asked for it")


def test_another_fan_s_messages_are_neither_written_nor_acted_upon(project: Project) -> None:
    project.fan_writes("bob", None)
    project.inspect()
    bobs = project.row("select * from messages")
    project.fan_writes("ada", "hi")
    job = claim_inspection(project)
    about_bob = {"message_id": bobs["id"], "text": "x", "signals": ["opt_out"]}
    call = ("record_inspection", job, [about_bob])
    assert project.call(*call) == {"outcome": "incomplete"}
    assert project.message(bobs["id"]) == bobs
    assert project.fan("ada")["automation"] == project.fan("bob")["automation"] == "auto"


def test_an_inspection_without_its_lease_writes_nothing(project: Project) -> None:
    project.fan_writes("ada", None)
    job = claim_inspection(project)
    (message,) = job["context"]["messages"]
    project.lose_lease(job)
    with refused("PT409"):
        record(project, job, {"message_id": message["id"], "text": "late", "signals": []})
    assert project.message(message["id"])["body"] is None


def test_an_inspection_that_fails_for_good_holds_the_turn_for_a_person(project: Project) -> None:
    project.fan_writes("ada", "one")
    job = claim_inspection(project)
    project.later(1)
    project.fan_writes("ada", "two")
    assert project.fail(job, "no such chat", permanent=True) == "dead"
    (turn,) = project.turns()
    assert (turn["status"], turn["hold_reason"]) == (
        "held", "inspect failed for good: no such chat",
    )  # fmt: skip
    # What came after it was not looked at yet: that is the next inspection's.
    assert [m["body"] for m in claim_inspection(project)["context"]["messages"]] == ["two"]


def test_findings_that_leave_a_message_out_count_as_a_failure(project: Project) -> None:
    project.fan_writes("ada", "one")
    for _ in range(4):
        job = claim_inspection(project)
        assert project.call("record_inspection", job, []) == {"outcome": "incomplete"}
        project.wait_for(project.queued("inspect"))
    job = claim_inspection(project)
    project.call("record_inspection", job, [])
    assert project.job(job["id"])["last_error"]["kind"] == "incomplete"
    assert (project.job(job["id"])["status"], project.turns()[0]["status"]) == ("dead", "held")


def test_findings_that_leave_a_message_out_still_count_for_the_others(project: Project) -> None:
    project.fan_writes("ada", None)
    project.fan_writes("ada", "two")
    job = claim_inspection(project)
    first, second = (message["id"] for message in job["context"]["messages"])
    finding = {"message_id": first, "text": "one", "signals": ["asks_for_content"]}
    assert project.call("record_inspection", job, [finding]) == {"outcome": "incomplete"}
    assert project.message(first)["body"] == "one"
    assert project.fan("ada")["stage"] == "sales"
    project.wait_for(project.queued("inspect"))
    assert [each["id"] for each in claim_inspection(project)["context"]["messages"]] == [second]
