"""What the operator's commands on rhythm read: human replies, waits kept, lateness, hours."""

from __future__ import annotations

import json
import uuid
from datetime import timedelta
from typing import Any

import pytest

from tests.project import CREATOR, START, Project, Row
from worker import calibration
from worker.calibration import Reply
from worker.people import people

OTHER = "0f8fad5b-d9cb-469f-a165-70867728950e"


def human_replies(project: Project, since: Any = None, creator: int | None = None) -> Row:
    return dict(
        project.value("select private.human_replies(%s, %s, 100, %s)", creator, since, project.now)
    )


def a_person_writes(
    project: Project, fan: str, text: str | None = "it's me", **message: Any
) -> None:
    project.platform_sent(fan, str(uuid.uuid4()), text=text, **message)


def report(
    project: Project, creator: int | None = None, most: int = 100, since: Any = START
) -> Row:
    query = "select private.rhythm_report(%s, %s, %s, %s)"
    return dict(project.value(query, since, creator, most, project.now))


def add_creator(project: Project) -> int:
    return int(
        project.value(
            "insert into creators (platform_uuid, display_name, time_zone)"
            " values (%s, 'Stella', 'Asia/Tokyo') returning id",
            OTHER,
        )
    )


def test_a_person_answers_the_last_message_before(project: Project) -> None:
    project.fan_writes("ada", "hello")
    project.later(20)
    project.fan_writes("ada", "are you there?")
    project.later(45)
    a_person_writes(project, "ada", "yes!")

    (reply,) = human_replies(project)["replies"]

    assert reply == {
        "conversation": project.fan_id("ada"), "chars": 4,
        "asked_at": (START + timedelta(seconds=20)).isoformat(),
        "answered_at": (START + timedelta(seconds=65)).isoformat(),
    }  # fmt: skip


def test_what_follows_another_message_to_the_fan_answers_nothing(project: Project) -> None:
    project.ingest(project.event("ada", "follow.created"))
    a_person_writes(project, "ada", "welcome")
    project.later(60)
    project.fan_writes("ada", "hi")
    project.later(10)
    a_person_writes(project, "ada", "one")
    project.later(10)
    a_person_writes(project, "ada", "two")

    found = human_replies(project)

    assert [reply["chars"] for reply in found["replies"]] == [3]
    assert (found["not_answers"], found["older"]) == (2, 0)


def test_what_fanpace_answered_is_not_answered_by_a_person(project: Project) -> None:
    project.was_told("ada")
    project.fan_writes("ada")
    project.answer("ada", "hey")
    project.later(30)
    a_person_writes(project, "ada")
    found = human_replies(project)
    assert (found["replies"], found["not_answers"]) == ([], 1)


def test_an_automated_message_stands_outside_of_the_conversation(project: Project) -> None:
    project.fan_writes("ada")
    project.later(10)
    a_person_writes(project, "ada", "a broadcast", is_automated=True)
    project.later(10)
    a_person_writes(project, "ada", "me")
    (reply,) = human_replies(project)["replies"]
    assert reply["asked_at"] == START.isoformat()


def test_human_replies_are_a_creator_s_and_of_a_time(project: Project) -> None:
    project.fan_writes("ada")
    project.later(10)
    a_person_writes(project, "ada")
    assert len(human_replies(project, creator=project.creator_id)["replies"]) == 1
    assert human_replies(project, creator=add_creator(project))["replies"] == []
    assert human_replies(project, since=project.now + timedelta(seconds=1))["replies"] == []


def test_only_so_many_replies_are_brought_and_the_others_are_counted(project: Project) -> None:
    for fan in ("ada", "bob", "cleo"):
        project.fan_writes(fan)
        project.later(10)
        a_person_writes(project, fan)
    found = project.value("select private.human_replies(null, null, 2, %s)", project.now)
    fans = [reply["conversation"] for reply in found["replies"]]
    assert fans == [project.fan_id("bob"), project.fan_id("cleo")]
    assert found["older"] == 1


def test_a_message_without_text_has_no_length(project: Project) -> None:
    project.fan_writes("ada")
    project.later(10)
    a_person_writes(project, "ada", None, has_media=True)
    (reply,) = human_replies(project)["replies"]
    assert reply["chars"] is None


def test_a_wait_is_reported_as_drawn_and_as_the_fan_saw_it(project: Project) -> None:
    project.was_told("ada")
    project.execute('update creators set pacing_config = \'{"preset": "fitted"}\'')
    project.fan_writes("ada", "hello")
    project.later(0.5)
    project.fan_writes("ada", "hello?")
    assert project.answer("ada", "hey", "you") == ["hey", "you"]
    first = project.value("select min(sent_at) from messages where body = 'hey'")

    found = report(project)
    (turn,) = found["turns"]

    assert turn["drawn"] == project.turns()[0]["wait"]["seconds"]
    assert turn["kept"] == pytest.approx((first - START).total_seconds(), abs=0.001)
    assert (turn["messages"], turn["chars"], turn["model"]) == (2, 6, "fitted")
    assert turn["lane"] == "ordinary"
    assert found["late_replies"] == [0]
    assert found["late_deliveries"] == [0, 0]


def test_the_lanes_are_told_apart(project: Project) -> None:
    project.was_told("ada")
    project.execute('update creators set pacing_config = \'{"preset": "fitted"}\'')
    project.fan_writes("ada")
    project.answer("ada")
    project.later(5 * 3600)
    project.fan_writes("ada")
    project.answer("ada")
    project.later(60)
    project.fan_writes("ada", "are you a bot?")
    project.inspect(signals=["sincere_question"])
    (job,) = project.claim()
    project.commit(job, "yes", kind="fixed")
    project.deliver_all()

    assert [turn["lane"] for turn in report(project)["turns"]] == ["ordinary", "slow", "fast"]

    project.execute('update turns set wait = wait || \'{"hours": {"opens_at": "x"}}\'')
    assert [turn["lane"] for turn in report(project)["turns"]] == ["morning", "morning", "fast"]


def test_lateness_counts_from_the_moment_at_which_a_job_was_due(project: Project) -> None:
    project.was_told("ada")
    project.fan_writes("ada")
    project.inspect()
    project.wait_for(project.queued("reply"))
    project.later(2.5)
    (job,) = project.claim()
    assert report(project)["late_replies"] == [], "not done yet"
    project.commit(job)
    assert report(project)["late_replies"] == [2.5]


def test_hours_are_those_of_the_creator_s_own_clock(project: Project) -> None:
    project.was_told("ada")
    project.execute("update creators set time_zone = 'Asia/Tokyo'")
    assert START.strftime("%a %H:%M") == "Sun 12:00"
    project.now += timedelta(hours=4)
    since = project.now
    project.fan_writes("ada")
    project.fan_writes("ada")
    assert report(project, since=since)["hours"] == [[1, 1, 2, 0]], "on Monday at one in Tokyo"
    project.answer("ada")
    assert report(project, since=since)["hours"] == [[1, 1, 2, 1]]


def test_a_report_is_of_a_creator_a_time_and_at_most_so_many_rows(project: Project) -> None:
    for fan in ("ada", "bob"):
        project.was_told(fan)
        project.fan_writes(fan)
        project.answer(fan)
    other = add_creator(project)
    assert len(report(project)["turns"]) == 2
    (newest,) = report(project, most=1)["turns"]
    assert newest["fan_id"] == project.fan_id("bob")
    assert len(report(project, project.creator_id)["turns"]) == 2
    later = project.now + timedelta(seconds=1)
    for nothing in (report(project, other), report(project, since=later)):
        assert nothing["turns"] == []
        assert nothing["late_replies"] == []
    assert report(project, other)["hours"] == []
    assert [each["display_name"] for each in report(project, other)["creators"]] == ["Stella"]


def test_what_is_in_force_is_listed_beside_what_is_written(project: Project) -> None:
    project.execute("update creators set pacing_config = %s", json.dumps({"preset": "relaxed"}))
    found = project.value("select public.list_pacing()")
    (creator,) = found["creators"]
    assert (creator["display_name"], creator["platform_uuid"]) == ("Luna", CREATOR)
    assert creator["pacing_config"] == {"preset": "relaxed"}
    assert creator["effective"]["base_delay"] == 240
    assert creator["effective"] == found["presets"]["relaxed"]
    assert set(found["presets"]) == {"plan", "fitted", "relaxed", "attentive"}


def test_what_calibration_takes_back_is_what_the_database_does(project: Project) -> None:
    defaults = project.value("select private.default_pacing_config()")
    assert defaults["length_exponent"] == calibration.LENGTH_EXPONENT
    assert defaults["length_offset"] == calibration.LENGTH_OFFSET
    assert defaults["persistence_half_life"] == calibration.PERSISTENCE_HALF_LIFE


def test_calibrating_to_people_s_own_percentiles_gives_waits_as_theirs(project: Project) -> None:
    replies = [Reply(0, seconds, 90) for seconds in people().percentiles for _ in range(10)]
    config = calibration.fit(replies).config()
    drawn = project.rows(
        "select seconds from private.simulate_waits("
        "private.effective_pacing(null, %s), 8000, 0.42)",
        json.dumps(config),
    )
    theirs = [reply.seconds for reply in replies]
    assert project.value("select private.check_pacing_config(%s)", json.dumps(config))
    assert calibration.distance_between(theirs, [row["seconds"] for row in drawn]) <= 0.05


def test_every_config_that_is_printed_is_valid(project: Project) -> None:
    for seconds, chars in ((0.6, 1), (1, 60000), (899, 10), (86000, 5)):
        replies = [Reply(0, seconds * (1 + n / 5000), chars, "a") for n in range(200)]
        config = calibration.fit(replies, within=86400).config()
        assert project.value("select private.check_pacing_config(%s)", json.dumps(config))
