"""What the style report reads: replies that went out, and nothing else."""

from __future__ import annotations

from typing import Any

from tests.project import START, Project, Row


def report(
    project: Project, creator: int | None = None, most: int = 100, since: Any = START
) -> Row:
    query = "select private.style_report(%s, %s, %s, %s)"
    return dict(project.value(query, since, creator, most, project.now))


def bodies(found: Row) -> list[str]:
    return [message["body"] for message in found["messages"]]


def test_replies_that_went_out_are_told_with_their_turn_and_vibe(project: Project) -> None:
    project.fan_writes("ada")
    project.commit(project.claim_reply("ada"), "hey", "you", vibe="short")
    project.deliver_all()
    found = report(project)
    turn = project.turns()[0]["id"]
    assert found["messages"] == [
        {"turn_id": turn, "body": "hey", "vibe": "short"},
        {"turn_id": turn, "body": "you", "vibe": "short"},
    ], "the disclosure is the operator's own text"
    assert (found["creators"][0]["display_name"], found["messages_limit"]) == ("Luna", 100)


def test_what_was_not_sent_what_is_fixed_and_what_was_deleted_is_left_out(
    project: Project,
) -> None:
    project.fan_writes("ada")
    project.answer("ada", "one", "two")
    project.execute("update messages set deleted_at = now() where body = 'one'")
    project.fan_writes("ada")
    project.commit(project.claim_reply("ada"), "fixed", kind="fixed")
    project.deliver_all()
    project.fan_writes("ada")
    project.commit(project.claim_reply("ada"), "still planned")
    assert bodies(report(project)) == ["two"]


def test_the_newest_are_told_of_one_creator_and_of_the_period(project: Project) -> None:
    for number in range(3):
        project.later(60)
        project.fan_writes("ada")
        project.answer("ada", str(number))
    assert bodies(report(project)) == ["0", "1", "2"]
    assert bodies(report(project, most=2)) == ["1", "2"]
    assert bodies(report(project, since=project.now)) == ["2"]
    assert bodies(report(project, creator=-1)) == []
