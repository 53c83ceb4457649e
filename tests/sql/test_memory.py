"""fan_facts and fans.tags: what is learned, used, faded, edited by people, and taken back."""

from __future__ import annotations

import json
from typing import Any

import pytest

from tests.project import Project, Row, refused

DAY = 86_400.0


def say(project: Project, *texts: str, fan: str = "ada") -> None:
    """Let the fan write, and the worker look at it."""
    for text in texts:
        project.fan_writes(fan, text)
    for job in project.claim():
        if job["job_type"] == "inspect":
            ids = [message["id"] for message in job["context"]["messages"]]
            project.call(
                "record_inspection", job, [{"message_id": each, "signals": []} for each in ids]
            )


def claim_profile(project: Project, fan: str = "ada") -> Row:
    """Wait until the fan's profile job is due, and claim it alone."""
    due = project.value(
        "select run_at from jobs_queue where fan_id = %s and job_type = 'profile'"
        " and status = 'queued'",
        project.fan_id(fan),
    )
    project.now = max(project.now, due)
    hold_back(project)
    project.execute(
        "update jobs_queue set run_at = %s where fan_id = %s and job_type = 'profile'",
        project.now,
        project.fan_id(fan),
    )
    (job,) = project.claim()
    assert job["job_type"] == "profile", job["job_type"]
    return job


def hold_back(project: Project) -> None:
    """Let everything else that waits be due much later."""
    project.execute("update jobs_queue set run_at = '2999-01-01' where status = 'queued'")


def claim_reply(project: Project) -> Row:
    project.execute("update jobs_queue set run_at = %s where job_type = 'reply'", project.now)
    (job,) = project.claim()
    assert job["job_type"] == "reply", job["job_type"]
    return job


def learn(project: Project, *items: tuple[str, str], **profile: Any) -> Row:
    """Six messages, and the (kind, text) that a worker found in the last of them."""
    say(project, *"abcdef")
    job = claim_profile(project)
    cited = job["context"]["messages"][-1]["id"]
    found = [{"kind": kind, "text": text, "message_id": cited} for kind, text in items]
    answer = project.call("record_profile", job, {"items": found, **profile})
    assert answer["outcome"] == "recorded", answer
    return answer


def tags(project: Project, fan: str = "ada") -> list[str]:
    return list(project.fan(fan)["tags"])


def live(project: Project) -> set[str]:
    rows = project.rows("select text from fan_facts where removed_at is null")
    return {row["text"] for row in rows}


def shown(project: Project) -> Row:
    """What a reply would know now."""
    query = "select private.memory_context(%s, %s)"
    return dict(project.value(query, project.fan_id("ada"), project.now))


def set_tags(project: Project, *names: str) -> None:
    project.execute("update fans set tags = %s", json.dumps(names))


# The job.


def test_after_six_messages_that_were_looked_at_one_job_waits_until_the_fan_is_silent(
    project: Project,
) -> None:
    say(project, *"abcde")
    assert project.jobs("profile") == []
    say(project, "f")
    assert (project.queued("profile")["run_at"] - project.now).total_seconds() == 60
    project.later(50)
    say(project, "g")
    # Put off, and no second one.
    assert (project.queued("profile")["run_at"] - project.now).total_seconds() == 60
    for _ in range(10):
        project.later(50)
        say(project, "on and on")
    # Ten times as long at most.
    job = project.queued("profile")
    assert job["lane"] == "background"
    assert (job["run_at"] - job["created_at"]).total_seconds() == 600


def test_the_next_job_brings_only_what_the_last_one_had_not(project: Project) -> None:
    say(project, *"abcdef")
    first = claim_profile(project)
    assert [message["text"] for message in first["context"]["messages"]] == list("abcdef")
    # While it runs none is enqueued, and afterwards the count begins anew.
    say(project, "g")
    assert [job["status"] for job in project.jobs("profile")] == ["running"]
    project.call("record_profile", first, {"items": []})
    say(project, *"hijkl")
    second = claim_profile(project)
    assert [message["text"] for message in second["context"]["messages"]] == list("ghijkl")


def test_only_what_the_fan_said_is_looked_at(project: Project) -> None:
    project.was_told("ada")
    project.fan_writes("ada", "hi")
    project.answer("ada", "I love hiking too")
    say(project, *"abcde")
    texts = [message["text"] for message in claim_profile(project)["context"]["messages"]]
    assert texts == ["hi", *"abcde"]


@pytest.mark.parametrize("mode", ["human", "opted_out", "paused"])
def test_nothing_is_learned_where_nobody_answers(project: Project, mode: str) -> None:
    say(project, *"abcde")
    project.set_fan("ada", mode)
    say(project, "f")
    assert project.jobs("profile") == []
    # Control: with somebody answering it is enqueued. Then the mode changes before the claim.
    project.set_fan("ada", "auto")
    say(project, "g")
    project.set_fan("ada", mode)
    job = claim_profile(project)
    assert (job["context"]["messages"], job["context"]["older"]) == ([], [])
    assert project.call("record_profile", job, {"items": []})["outcome"] == "recorded"


def test_what_was_learned_is_dropped_if_a_person_took_over_meanwhile(project: Project) -> None:
    say(project, *"abcdef")
    job = claim_profile(project)
    cited = job["context"]["messages"][0]["id"]
    project.set_fan("ada", "human")
    item = {"kind": "tag", "text": "likes_hiking", "message_id": cited}
    project.call("record_profile", job, {"items": [item], "summary": "text"})
    assert (tags(project), live(project)) == ([], set())
    assert project.job(job["id"])["status"] == "done"


def test_zero_switches_it_off_and_the_stop_switch_stops_it(project: Project) -> None:
    project.execute("update settings set profile_every = 0")
    say(project, *"abcdef")
    assert project.jobs("profile") == []
    project.execute("update settings set profile_every = 1")
    say(project, "g")
    project.wait_for(project.queued("profile"))
    hold_back(project)
    project.execute("update jobs_queue set run_at = %s where job_type = 'profile'", project.now)
    project.stop()
    assert project.claim() == []
    project.stop(False)
    assert [job["job_type"] for job in project.claim()] == ["profile"]


def test_a_job_that_fails_for_good_is_no_dead_letter_and_holds_nothing(project: Project) -> None:
    say(project, *"abcdef")
    job = claim_profile(project)
    assert project.fail(job, permanent=True) == "cancelled"
    assert project.job(job["id"])["last_error"]["message"] == "it broke"
    assert [turn["status"] for turn in project.turns()] == ["open"]
    # What it did not learn is there for the next one.
    say(project, "g")
    assert len(claim_profile(project)["context"]["messages"]) == 7


def test_a_reply_is_claimed_and_committed_while_a_profile_runs(project: Project) -> None:
    say(project, *"abcdef")
    claim_profile(project)
    reply = claim_reply(project)
    assert project.commit(reply, "hey")["outcome"] == "planned"


# Learning.


def test_tags_and_facts_are_kept_with_the_message_that_they_came_from(project: Project) -> None:
    answer = learn(project, ("tag", "likes_hiking"), ("fact", "Lives in Lisbon"))
    assert answer["learned"] == 2
    assert tags(project) == ["likes_hiking"]
    facts = project.rows("select * from fan_facts order by id")
    last = project.value("select max(id) from messages where direction = 'inbound'")
    assert [(fact["kind"], fact["source"], fact["message_id"]) for fact in facts] == [
        ("tag", "learned", last),
        ("fact", "learned", last),
    ]
    assert {fact["learned_at"] for fact in facts} == {project.now}


def test_the_next_reply_knows_the_tag_and_the_fact(project: Project) -> None:
    learn(project, ("tag", "likes_hiking"), ("fact", "Lives in Lisbon"))
    reply = claim_reply(project)
    assert reply["context"]["fan"]["tags"] == ["likes_hiking"]
    assert reply["context"]["facts"] == [{"text": "Lives in Lisbon", "kind": "fact"}]
    assert reply["context"]["summary"] is None


def test_what_is_said_again_is_stronger_and_stays_one_row(project: Project) -> None:
    learn(project, ("tag", "likes_hiking"))
    before = project.row("select * from fan_facts")
    project.later(DAY)
    learn(project, ("tag", "likes_hiking"))
    after = project.row("select * from fan_facts")
    assert (before["times_seen"], after["times_seen"]) == (1, 2)
    assert after["last_seen_at"] > before["last_seen_at"]
    assert after["message_id"] > before["message_id"]
    assert tags(project) == ["likes_hiking"]


@pytest.mark.parametrize(
    "item",
    [
        {"kind": "wish", "text": "x"},
        {"kind": "tag", "text": ""},
        {"kind": "tag", "text": "x" * 61},
        {"kind": "fact", "text": "x" * 201},
        {"kind": "fact", "text": "x", "message_id": 999},
        {"kind": "fact", "text": "x", "message_id": "1"},
        {"kind": "fact"},
        {},
    ],
    ids=json.dumps,
)
def test_an_item_that_is_none_is_refused(project: Project, item: Row) -> None:
    say(project, *"abcdef")
    job = claim_profile(project)
    cited = job["context"]["messages"][0]["id"]
    with refused("PT422"):
        project.call("record_profile", job, {"items": [{"message_id": cited, **item}]})
    assert live(project) == set()


@pytest.mark.parametrize("text", ["Likes Hiking", "likes__hiking", "_x", "mag_müsli"])
def test_a_learned_tag_is_snake_case(project: Project, text: str) -> None:
    with refused("23514"):
        learn(project, ("tag", text))


def test_a_fact_about_another_fan_s_message_is_refused(project: Project) -> None:
    say(project, *"abcdef", fan="bob")
    bobs = claim_profile(project, "bob")
    project.call("record_profile", bobs, {"items": []})
    say(project, *"abcdef")
    job = claim_profile(project)
    foreign = bobs["context"]["messages"][0]["id"]
    with refused("PT422"):
        item = {"kind": "fact", "text": "x", "message_id": foreign}
        project.call("record_profile", job, {"items": [item]})


def test_without_the_lease_nothing_is_learned(project: Project) -> None:
    say(project, *"abcdef")
    job = claim_profile(project)
    project.lose_lease(job)
    with refused("PT409"):
        project.call("record_profile", job, {"items": []})


def test_a_fan_has_at_most_so_many_and_the_weakest_go(project: Project) -> None:
    set_tags_after = [f"typed_{n}" for n in range(45)]
    learn(project, *[("tag", f"a_{n}") for n in range(8)], ("tag", "strong"))
    project.later(DAY)
    learn(project, ("tag", "strong"))
    # A person's 45 leave room for five.
    set_tags(project, *set_tags_after[:41], *tags(project))
    learn(project, *[("tag", f"b_{n}") for n in range(3)])
    assert len(tags(project)) == 50
    assert {"strong", "b_0", "b_1", "b_2"} <= set(tags(project))
    assert set(set_tags_after[:41]) <= set(tags(project))
    for round_ in range(6):
        learn(project, *[("fact", f"fact {round_} {n}") for n in range(9)])
    facts = project.value("select count(*) from fan_facts where kind = 'fact'")
    assert facts == 40


def test_facts_are_given_strongest_first_within_a_budget(project: Project) -> None:
    learn(project, ("fact", "old and said once"), ("fact", "old and said often"))
    for _ in range(3):
        project.later(DAY)
        learn(project, ("fact", "old and said often"))
    project.later(DAY)
    learn(project, ("fact", "new"), *[("fact", f"{n} {'x' * 190}") for n in range(9)])
    texts = [fact["text"] for fact in shown(project)["facts"]]
    assert texts[0] == "old and said often"
    assert "old and said once" not in texts
    assert 1300 < sum(map(len, texts)) <= 1500


# Fading.


def test_a_memory_fades_by_halves_and_is_forgotten_at_a_quarter(project: Project) -> None:
    learn(project, ("tag", "likes_hiking"), ("fact", "Lives in Lisbon"))
    project.later(119.9 * DAY)
    project.execute("select private.purge_old_rows(100, %s)", project.now)
    assert len(shown(project)["facts"]) == 1
    assert live(project) == {"likes_hiking", "Lives in Lisbon"}
    project.later(0.2 * DAY)
    # Not used any more, whether or not the purge was here.
    assert shown(project)["facts"] == []
    project.execute("select private.purge_old_rows(100, %s)", project.now)
    assert project.rows("select 1 from fan_facts") == []
    assert tags(project) == []


def test_what_was_said_often_lasts_longer_but_not_past_the_retention(project: Project) -> None:
    for _ in range(9):
        learn(project, ("fact", "Lives in Lisbon"))
    project.later(299 * DAY)
    assert len(shown(project)["facts"]) == 1
    project.execute("update settings set memory_retention = '100 days'")
    assert shown(project)["facts"] == []
    project.execute("select private.purge_old_rows(100, %s)", project.now)
    assert live(project) == set()


def test_what_a_person_typed_does_not_fade(project: Project) -> None:
    project.fan_writes("ada", "hi")
    set_tags(project, "vip_guest")
    project.execute(
        "insert into fan_facts (fan_id, text) values (%s, 'Met at the fair')",
        project.fan_id("ada"),
    )
    project.later(2000 * DAY)
    project.execute("select private.purge_old_rows(100, %s)", project.now)
    assert tags(project) == ["vip_guest"]
    assert [fact["text"] for fact in shown(project)["facts"]] == ["Met at the fair"]


def test_the_purge_goes_by_batches_and_leaves_busy_fans(project: Project) -> None:
    learn(project, *[("fact", f"fact {n}") for n in range(5)])
    project.later(400 * DAY)
    assert project.value("select private.purge_memory(2, %s)", project.now) == 2
    assert len(live(project)) == 3


# Edited by people.


def test_a_tag_that_a_person_takes_out_does_not_come_back(project: Project) -> None:
    learn(project, ("tag", "likes_hiking"), ("tag", "has_a_boat"))
    set_tags(project, "has_a_boat")
    assert live(project) == {"has_a_boat"}
    learn(project, ("tag", "likes_hiking"), ("tag", "has_a_boat"))
    assert tags(project) == ["has_a_boat"]
    # Unless that person types it again.
    set_tags(project, "has_a_boat", "likes_hiking")
    assert live(project) == {"has_a_boat", "likes_hiking"}
    assert tags(project) == ["has_a_boat", "likes_hiking"]


@pytest.mark.parametrize(
    "edit",
    [
        "delete from fan_facts where text = %s",
        "update fan_facts set removed_at = now() where text = %s",
    ],
)
@pytest.mark.parametrize(("kind", "text"), [("tag", "likes_hiking"), ("fact", "Lives in Lisbon")])
def test_a_row_that_a_person_takes_out_of_fan_facts_does_not_come_back(
    project: Project, edit: str, kind: str, text: str
) -> None:
    learn(project, (kind, text))
    project.execute(edit, text)
    assert (tags(project), live(project), shown(project)["facts"]) == ([], set(), [])
    assert learn(project, (kind, text))["learned"] == 0
    assert (tags(project), live(project)) == ([], set())
    # The worker hears of it too: a model says the same in other words.
    say(project, *"abcdef")
    assert claim_profile(project)["context"]["removed"] == [text]
    # Deleted once more it is gone, and may be learned.
    project.execute("delete from fan_facts where text = %s", text)
    assert project.rows("select 1 from fan_facts") == []


def test_what_a_person_typed_stays_theirs_when_it_is_learned_too(project: Project) -> None:
    project.fan_writes("ada", "hi")
    set_tags(project, "Likes_Hiking", "first")
    learn(project, ("tag", "likes_hiking"))
    assert tags(project) == ["Likes_Hiking", "first"]
    row = project.row("select * from fan_facts where text = 'Likes_Hiking'")
    assert (row["source"], row["times_seen"], row["message_id"]) == ("operator", 2, None)


def test_all_tags_may_be_replaced_at_once_and_keep_their_order(project: Project) -> None:
    project.fan_writes("ada", "hi")
    set_tags(project, *[f"one {n}" for n in range(50)])
    others = [f"two {n}" for n in range(49, -1, -1)]
    set_tags(project, *others)
    assert tags(project) == others
    assert live(project) == set(others)


def test_tags_of_a_new_row_are_known_and_any_edit_of_fan_facts_shows(project: Project) -> None:
    fan_id = project.value(
        "insert into fans (creator_id, platform_uuid, tags)"
        " values (%s, gen_random_uuid(), '[\"from import\"]') returning id",
        project.creator_id,
    )
    assert live(project) == {"from import"}
    project.execute(
        "insert into fan_facts (fan_id, kind, text) values (%s, 'tag', 'second')", fan_id
    )
    project.execute("update fan_facts set text = 'better' where text = 'second'")
    assert project.value("select tags from fans") == ["from import", "better"]


# Taken back by the fan, and erased.


def test_what_was_learned_from_a_message_goes_when_the_fan_deletes_it(project: Project) -> None:
    learn(project, ("tag", "likes_hiking"), ("fact", "Lives in Lisbon"))
    cited = project.value("select distinct message_id from fan_facts")
    uuid = str(project.message(cited)["platform_uuid"])
    project.ingest(project.event("ada", "message.deleted", message={"uuid": uuid}))
    assert project.rows("select 1 from fan_facts") == []
    assert tags(project) == []


def test_what_was_learned_from_another_message_stays(project: Project) -> None:
    learn(project, ("tag", "likes_hiking"))
    other = project.row("select * from messages where direction = 'inbound' order by id limit 1")
    uuid = str(other["platform_uuid"])
    project.ingest(project.event("ada", "message.deleted", message={"uuid": uuid}))
    assert tags(project) == ["likes_hiking"]


@pytest.mark.parametrize("change", ["message.deleted", "message.edited"])
def test_a_message_that_changed_while_it_was_read_teaches_nothing(
    project: Project, change: str
) -> None:
    say(project, *"abcdef")
    job = claim_profile(project)
    cited = job["context"]["messages"][0]["id"]
    body = {"uuid": str(project.message(cited)["platform_uuid"]), "text": "something else"}
    project.ingest(project.event("ada", change, message=body))
    item = {"kind": "tag", "text": "likes_hiking", "message_id": cited}
    answer = project.call("record_profile", job, {"items": [item]})
    assert (answer["learned"], tags(project)) == (0, [])


def test_nothing_of_a_fan_is_left_when_the_fan_is_erased(project: Project) -> None:
    project.was_told("bob")
    learn(project, ("tag", "likes_hiking"), ("fact", "Lives in Lisbon"))
    project.commit(claim_reply(project), "hey")
    project.execute("update fans set summary = 'long ago', summary_to = 1")
    set_tags(project, "typed")
    project.execute("delete from webhook_events where fan_id = %s", project.fan_id("ada"))
    project.execute("delete from fans where handle = 'ada'")
    counts = project.row(
        "select (select count(*) from fan_facts where kind = 'fact') as facts,"
        " (select count(*) from fan_facts) as known,"
        " (select count(*) from messages) as messages, (select count(*) from turns) as turns,"
        " (select count(*) from jobs_queue) as jobs,"
        " (select count(*) from disclosures) as disclosures,"
        " (select count(*) from webhook_events where event::text like '%%ada%%') as events"
    )
    # Bob's own: what he was told, and his tag.
    assert counts == {
        "facts": 0, "known": 1, "messages": 1, "turns": 0, "jobs": 0, "disclosures": 1, "events": 0,
    }  # fmt: skip
