"""The vibe of a sitting, as a reply's context tells it; and the seed that is kept with a reply."""

from __future__ import annotations

import pytest

from tests.project import Project, Row


def sitting_after(project: Project, seconds: float) -> Row:
    """Let the fan write so long after what was sent last, and return what the reply is told."""
    project.later(seconds)
    project.fan_writes("ada", "and now?")
    return dict(project.claim_reply("ada")["context"]["sitting"])


def reply(project: Project, vibe: str, seconds: float = 60) -> None:
    project.later(seconds)
    project.fan_writes("ada", "hello")
    project.commit(project.claim_reply("ada"), "hey", "you", vibe=vibe)
    project.deliver_all()


def test_a_first_reply_begins_a_sitting(project: Project) -> None:
    assert sitting_after(project, 0) == {"vibe": None, "replies": 0}


def test_a_sitting_goes_on_with_its_vibe_and_counts_replies_not_bubbles(project: Project) -> None:
    for vibe in ("clean", "short", "short"):
        reply(project, vibe)
    assert sitting_after(project, 60) == {"vibe": "short", "replies": 2}


def test_half_an_hour_of_silence_ends_it(project: Project) -> None:
    reply(project, "short")
    assert sitting_after(project, 1900) == {"vibe": None, "replies": 0}


def test_what_lies_before_the_pause_does_not_count(project: Project) -> None:
    reply(project, "short")
    reply(project, "short", seconds=4000)
    assert sitting_after(project, 60) == {"vibe": "short", "replies": 1}


def test_what_was_never_sent_has_no_part_in_it(project: Project) -> None:
    reply(project, "short")
    project.later(60)
    project.fan_writes("ada", "hello")
    project.commit(project.claim_reply("ada"), "hey", vibe="clean")
    project.fan_writes("ada", "wait")
    project.inspect_and_deliver()
    assert ("hey", "cancelled") in project.bubbles()
    assert sitting_after(project, 60) == {"vibe": "short", "replies": 1}


@pytest.mark.parametrize(
    ("seed", "kept"),
    [(4503599627370495, 4503599627370495), (0, 0), (None, None), ("7", None), (1e300, None)],
)
def test_the_seed_of_a_reply_is_kept_with_each_bubble(
    project: Project, seed: object, kept: int | None
) -> None:
    project.fan_writes("ada")
    project.commit(project.claim_reply("ada"), "hey", "you", style_seed=seed)
    seeds = {row["style_seed"] for row in project.outbound() if row["kind"] == "reply"}
    assert seeds == {kept}
