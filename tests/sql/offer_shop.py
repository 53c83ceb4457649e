"""
A fan to whom things may be offered: arranging it, and taking a reply with an offer all the way.
"""

from __future__ import annotations

from typing import Any

from tests.project import Project, Row

PRICE = 2500
ANYWHERE = "{warmup,flirty,sales,post_purchase}"


def add_offer(project: Project, title: str = "Beach set", **columns: Any) -> int:
    values = {
        "title": title,
        "price_cents": PRICE,
        "stages": ANYWHERE,
        "creator_id": project.creator_id,
        **columns,
    }
    names, marks = ", ".join(values), ", ".join(["%s"] * len(values))
    query = f"insert into offers ({names}) values ({marks}) returning id"
    return int(project.value(query, *values.values()))


def set_funnel(project: Project, **keys: Any) -> None:
    for key, value in keys.items():
        project.execute(
            "update creators set funnel_config = funnel_config || jsonb_build_object(%s::text,"
            " to_jsonb(%s::numeric))",
            key,
            value,
        )


def open_shop(project: Project, fan: str = "ada", **funnel: Any) -> int:
    """Let the fan be new to nobody from the first message on, with one offer to make; its id."""
    set_funnel(project, warmup_from=1, **funnel)
    project.was_told(fan)
    return add_offer(project)


def claim_with_offer(project: Project, fan: str = "ada", text: str = "hi") -> Row:
    project.fan_writes(fan, text)
    job = project.claim_reply(fan)
    assert job["context"]["offer"], job["context"]["offer_gate"]
    return job


def make_offer(project: Project, fan: str = "ada") -> Row:
    """Answer the fan with an offer and deliver it; return its row."""
    job = claim_with_offer(project, fan)
    answer = project.commit(job, "my beach set, $25", offer_id=job["context"]["offer"]["id"])
    assert answer["outcome"] == "planned", answer
    project.deliver_all()
    return fan_offers(project)[-1]


def says_no(project: Project, fan: str = "ada", text: str = "no thanks") -> None:
    """The fan declines, is understood, and is answered."""
    project.later(60)
    project.fan_writes(fan, text)
    project.inspect(signals=["declines_offer"])
    project.answer(fan, "no worries")


def talk(project: Project, answers: int, fan: str = "ada") -> None:
    """Go on talking for so many answers without any offer."""
    for _ in range(answers):
        project.later(60)
        project.fan_writes(fan, "and you?")
        project.answer(fan, "same")


def gate(project: Project, fan: str = "ada") -> str | None:
    value = project.value("select private.offer_gate(%s, %s)", project.fan_id(fan), project.now)
    return None if value is None else str(value)


def fan_offers(project: Project) -> list[Row]:
    return project.rows("select * from fan_offers order by id")


def statuses(project: Project) -> list[str]:
    return [row["status"] for row in fan_offers(project)]
