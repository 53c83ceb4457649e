"""A sent message whose writer the webhook does not name is looked up before anything follows."""

from __future__ import annotations

import uuid

from tests.project import Project, Row

UNSAID: dict[str, None] = {"is_automated": None}


def sent_by_nobody_knows_whom(project: Project, fan: str = "ada") -> str:
    message_uuid = str(uuid.uuid4())
    answer = project.platform_sent(fan, message_uuid, **UNSAID)
    assert (answer["status"], answer["reason"]) == (
        "accepted", "whether a person wrote it is being looked up",
    )  # fmt: skip
    return message_uuid


def claim_lookup(project: Project) -> tuple[Row, Row]:
    """Claim the inspection; return it with the one message that it is to look up."""
    (job,) = [job for job in project.claim() if job["job_type"] == "inspect"]
    (sent,) = job["context"]["sent"]
    return job, sent


def find(project: Project, is_automated: bool | None, **finding: str) -> None:
    job, sent = claim_lookup(project)
    found = {"event_id": sent["event_id"], "is_automated": is_automated, **finding}
    looked_at = [{"message_id": each["id"], "signals": []} for each in job["context"]["messages"]]
    assert project.call("record_inspection", job, [found, *looked_at]) == {"outcome": "recorded"}


def test_nothing_follows_before_it_is_known_who_wrote(project: Project) -> None:
    project.fan_writes("ada")
    message_uuid = sent_by_nobody_knows_whom(project)
    assert project.fan("ada")["automation"] == "auto"
    assert project.outbound() == []
    _, sent = claim_lookup(project)
    assert sent["platform_uuid"] == message_uuid
    project.wait_for(project.queued("reply"))
    assert [job for job in project.claim() if job["job_type"] == "reply"] == []


def test_a_person_s_message_takes_over_once_it_was_looked_up(project: Project) -> None:
    project.fan_writes("ada")
    message_uuid = sent_by_nobody_knows_whom(project)
    find(project, False, text="it's me")
    assert project.fan("ada")["automation"] == "human"
    assert [job["status"] for job in project.jobs("reply")] == ["cancelled"]
    (message,) = project.outbound()
    assert (message["kind"], str(message["platform_uuid"])) == ("human", message_uuid)
    # What the webhook brought stays.
    assert message["body"] == "from the platform"


def test_an_automated_message_is_stored_and_nothing_else(project: Project) -> None:
    project.fan_writes("ada")
    sent_by_nobody_knows_whom(project)
    find(project, True)
    assert project.fan("ada")["automation"] == "auto"
    assert project.outbound()[0]["kind"] == "automated"
    assert project.queued("reply")
    event = project.row("select * from webhook_events where type = 'message.sent'")
    assert event["outcome"] == "accepted"
    assert event["event"]["message"]["looked_up"] == "found"


def test_a_message_that_the_platform_does_not_know_pauses_nobody(project: Project) -> None:
    project.fan_writes("ada")
    sent_by_nobody_knows_whom(project)
    find(project, None)
    assert project.fan("ada")["automation"] == "auto"
    event = project.row("select * from webhook_events where type = 'message.sent'")
    assert event["reason"] == "not to be found on the platform: nobody took over"


def test_a_fetched_text_fills_the_gap(project: Project) -> None:
    project.platform_sent("ada", str(uuid.uuid4()), text=None, **UNSAID)
    find(project, False, text="it's me")
    assert project.outbound()[0]["body"] == "it's me"


def test_a_broadcast_to_all_fans_pauses_nobody(project: Project) -> None:
    fans = [f"fan{number}" for number in range(10)]
    for fan in fans:
        project.fan_writes(fan)
        sent_by_nobody_knows_whom(project, fan)
    for job in project.claim():
        found = [
            *(
                {"event_id": sent["event_id"], "is_automated": True}
                for sent in job["context"]["sent"]
            ),
            *({"message_id": each["id"]} for each in job["context"]["messages"]),
        ]
        project.call("record_inspection", job, found)
    assert {project.fan(fan)["automation"] for fan in fans} == {"auto"}
    queued = project.rows("select 1 from jobs_queue where job_type = 'reply' and status = 'queued'")
    assert len(queued) == len(fans)


def test_no_bubble_goes_out_while_a_person_may_have_written(project: Project) -> None:
    project.fan_writes("ada")
    project.was_told("ada")
    project.commit(project.claim_reply("ada"), "hey")
    sent_by_nobody_knows_whom(project)
    jobs = {job["job_type"]: job for job in project.claim()}
    assert project.begin_send(jobs["deliver"])["outcome"] == "wait"
    assert project.bubbles() == [("hey", "planned")]
    assert project.job(jobs["deliver"]["id"])["attempt"] == 0, "waiting cost an attempt"

    (sent,) = jobs["inspect"]["context"]["sent"]
    found = [{"event_id": sent["event_id"], "is_automated": True}]
    project.call("record_inspection", jobs["inspect"], found)
    assert project.deliver_all() == ["hey"]


def test_a_person_who_wrote_first_stops_the_bubble_that_waited(project: Project) -> None:
    project.fan_writes("ada")
    project.was_told("ada")
    project.commit(project.claim_reply("ada"), "hey")
    sent_by_nobody_knows_whom(project)
    find(project, False)
    assert project.deliver_all() == []
    assert ("hey", "cancelled") in project.bubbles()


def test_what_cannot_be_looked_up_counts_as_a_person_s_in_the_end(project: Project) -> None:
    project.fan_writes("ada")
    sent_by_nobody_knows_whom(project)
    for attempt in range(1, 6):
        job, _ = claim_lookup(project)
        assert job["attempt"] == attempt
        assert project.fan("ada")["automation"] == "auto"
        project.fail(job, "Fanvue is down")
    assert project.fan("ada")["automation"] == "human"
    assert project.outbound()[0]["kind"] == "human"
    event = project.row("select * from webhook_events where type = 'message.sent'")
    assert event["event"]["message"]["looked_up"] == "unanswered"


def test_what_came_after_the_claim_is_the_next_inspection_s(project: Project) -> None:
    project.fan_writes("ada")
    (job,) = project.claim()
    sent_by_nobody_knows_whom(project)
    project.call("record_inspection", job, [{"message_id": job["context"]["messages"][0]["id"]}])
    assert project.fan("ada")["automation"] == "auto"
    find(project, False)
    assert project.fan("ada")["automation"] == "human"


def test_a_worker_that_knows_nothing_of_lookups_leaves_no_fan_waiting(project: Project) -> None:
    sent_by_nobody_knows_whom(project)
    job, _ = claim_lookup(project)
    project.call("record_inspection", job, [])
    assert project.fan("ada")["automation"] == "human"


def test_our_own_message_is_recognised_although_its_writer_is_not_named(project: Project) -> None:
    project.fan_writes("ada")
    project.was_told("ada")
    job, message = project.start_sending("ada", "hey")
    ours = str(uuid.uuid4())
    answer = project.platform_sent("ada", ours, text="hey", **UNSAID)
    assert answer["reason"] == "a message of ours is on its way: it may be this one"
    project.finish_send(job, message["id"], ours)
    assert project.fan("ada")["automation"] == "auto"
    assert project.rows("select 1 from webhook_events where outcome = 'parked'") == []


def test_another_s_message_beside_ours_is_looked_up_once_ours_is_known(project: Project) -> None:
    project.fan_writes("ada")
    project.was_told("ada")
    job, message = project.start_sending("ada", "hey")
    project.platform_sent("ada", str(uuid.uuid4()), **UNSAID)
    project.finish_send(job, message["id"])
    find(project, False)
    assert project.fan("ada")["automation"] == "human"
