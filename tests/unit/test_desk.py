"""`fanpace desk` under the keys of one person, at 80x24 and without colour."""

from __future__ import annotations

import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot
from textual.widgets import TextArea

from tests.unit.review_items import Waiting, item
from worker.desk_app import DeskApp
from worker.desk_inbox import Inbox
from worker.desk_queue import Queue


class Clock:
    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


class Sitting:
    """A person at the screen."""

    def __init__(self, waiting: Waiting, pilot: Pilot[None], desk: Inbox, clock: Clock) -> None:
        self.waiting, self.pilot, self.desk, self.clock = waiting, pilot, desk, clock
        self.app = pilot.app

    async def press(self, *keys: str) -> None:
        await self.pilot.press(*keys)
        await self.settle()

    async def settle(self) -> None:
        await self.app.workers.wait_for_complete()
        await self.pilot.pause()

    async def look(self) -> None:
        assert isinstance(self.app, DeskApp)
        self.app.look()
        await self.settle()

    async def wait(self, seconds: float) -> None:
        """Let the grace go by, and have told what is due."""
        self.clock.now += seconds
        assert isinstance(self.app, DeskApp)
        self.app.tell()
        await self.settle()

    def picture(self) -> list[str]:
        """The screen as plain text, a string for each line."""
        strips = self.app.screen._compositor.render_strips()
        return [strip.text.rstrip() for strip in strips]

    def sees(self, text: str) -> bool:
        return any(text in line for line in self.picture())


@asynccontextmanager
async def sitting(*items: dict[str, Any], grace: float = 4) -> AsyncIterator[Sitting]:
    waiting, clock = Waiting(*items), Clock()
    desk = Inbox(waiting, None, grace, clock)
    # Looks at the list only when told to.
    async with DeskApp(desk, Queue(waiting, None, clock), waiting, every=3600).run_test(
        size=(80, 24)
    ) as pilot:
        person = Sitting(waiting, pilot, desk, clock)
        await person.settle()
        yield person


async def test_list_chat_and_draft_are_seen_at_once_on_a_small_screen() -> None:
    async with sitting(item(1, "ada"), item(2, "bob")) as person:
        picture = person.picture()
    assert len(picture) == 24
    assert picture[0] == "2 waiting"
    assert picture[-2].startswith("a approve  e edit  w rewrite  r drop  t take over")
    text = "\n".join(picture)
    for shown in (
        "> ada              1m", "  bob              2m", "waits for approval: stage sales",
        "> 22 Nov 12:05 ada: ada went hiking today", "1. sounds lovely", "2. tell me more?",
    ):  # fmt: skip
        assert shown in text, text


async def test_nothing_to_do_says_so() -> None:
    async with sitting() as person:
        assert person.sees("0 waiting")
        assert person.sees("Nothing waits.")
        await person.press("a", "e", "r", "n", "u", "down")
        assert person.waiting.asked == []


@pytest.mark.parametrize(
    ("key", "told"), [("a", "approve"), ("w", "rewrite"), ("r", "drop"), ("t", "take_over")]
)
async def test_one_key_decides_and_goes_on_to_the_next(key: str, told: str) -> None:
    async with sitting(item(1, "ada"), item(2, "bob")) as person:
        await person.press(key)
        assert person.desk.chosen == 2
        assert person.picture()[0] == "1 waiting"
        assert person.sees("+ ada")
        assert person.waiting.asked == []  # it can be taken back yet
        await person.wait(4)
        assert person.waiting.asked == [(told, 1, 1)]
        assert not person.sees("ada ")
        assert person.sees("> bob")


async def test_what_is_not_told_yet_is_undone() -> None:
    async with sitting(item(1, "ada"), item(2, "bob")) as person:
        await person.press("a", "r", "u")
        assert person.sees("undone: not bob: dropped")
        assert person.desk.chosen == 2
        await person.wait(4)
        assert person.waiting.asked == [("approve", 1, 1)]
        await person.press("u")
        assert person.sees("nothing to undo")


async def test_whoever_was_quicker_is_a_line_and_the_draft_is_looked_at_again() -> None:
    async with sitting(item(1, "ada"), item(2, "bob")) as person:
        person.waiting.too_late.add(1)
        await person.press("a")
        person.waiting.items[0] = item(1, "ada", "another draft", revision=2)
        await person.wait(4)
        assert person.sees("ada: too late: the fan wrote again")
        await person.press("k")
        assert person.sees("1. another draft")


async def test_a_decision_about_a_draft_that_changed_is_not_told() -> None:
    async with sitting(item(1, "ada"), item(2, "bob")) as person:
        await person.press("a")
        person.waiting.items[0] = item(1, "ada", "another draft", revision=2)
        await person.look()
        assert person.sees("not ada: approved: the draft has changed")
        await person.wait(4)
        assert person.waiting.asked == []


async def test_a_new_draft_comes_in_without_losing_the_place() -> None:
    async with sitting(item(2, "bob"), item(3, "cleo")) as person:
        await person.press("j")
        person.waiting.items.insert(0, item(1, "ada"))
        person.waiting.items.append(item(4, "dan"))
        await person.look()
        assert person.picture()[0] == "4 waiting"
        assert person.sees("> cleo")
        person.waiting.items.pop(2)
        await person.look()
        assert person.sees("cleo: gone")
        assert person.sees("> dan")


async def test_an_edit_goes_out_with_the_ids_of_what_it_changes() -> None:
    async with sitting(item(1, "ada"), item(2, "bob")) as person:
        await person.press("e")
        editor = person.app.query_one("#editor", TextArea)
        assert editor.text == "sounds lovely\n\ntell me more?"
        # Letters are letters here.
        await person.press("a", "r", "t", "space", "q", "j")
        assert editor.text.startswith("art qj")
        editor.text = "how nice\n\ntell me more?"
        await person.press("ctrl+s")
        await person.wait(4)
    bubbles = [{"id": 10, "body": "how nice"}, {"id": 11, "body": "tell me more?"}]
    assert person.waiting.asked == [("edit", 1, 1, bubbles)]


async def test_an_edit_that_breaks_a_rule_stays_in_the_editor() -> None:
    async with sitting(item(1, "ada")) as person:
        await person.press("e")
        editor = person.app.query_one("#editor", TextArea)
        editor.text = "I'm a real person, not an AI"
        await person.press("ctrl+s")
        assert person.sees("bubble 1 breaks a rule")
        assert editor.text == "I'm a real person, not an AI"
        await person.press("escape")
        await person.wait(4)
        assert person.waiting.asked == []
        assert person.sees("1. sounds lovely")


async def test_an_edit_of_what_the_fan_has_made_void_is_not_sent() -> None:
    async with sitting(item(1, "ada")) as person:
        await person.press("e")
        person.waiting.items[0] = item(1, "ada", "another draft", revision=2)
        await person.look()
        await person.press("ctrl+s")
        assert person.sees("the draft has changed meanwhile")
        await person.press("escape")
        assert person.sees("1. another draft")
        assert person.waiting.asked == []


async def test_what_cannot_go_out_is_neither_approved_nor_edited() -> None:
    async with sitting(item(1, "ada", refusal="automation is paused for this fan")) as person:
        assert person.sees("It cannot go out: automation is paused")
        await person.press("a", "e")
        assert person.sees("not to be edited: automation is paused")
        await person.wait(4)
        assert person.waiting.asked == []


async def test_whoever_leaves_has_decided() -> None:
    async with sitting(item(1, "ada"), item(2, "bob")) as person:
        await person.press("a")
        await person.press("q")
    assert person.waiting.asked == [("approve", 1, 1)]


async def test_a_stopped_project_is_named_in_the_first_line() -> None:
    async with sitting(item(1, "ada")) as person:
        person.waiting.stopped = True
        await person.look()
        assert person.picture()[0] == "1 waiting  STOPPED: nothing goes out"


def row(kind: str, **changes: Any) -> dict[str, Any]:
    """A line of the view desk_inbox."""
    return {
        "turn_id": None, "fan_id": 9, "creator_id": 1, "creator": "Luna", "fan": "zoe",
        "kind": kind, "reason": f"why this {kind}", "waiting_since": "2026-11-22T12:00:00+00:00",
        "last_message": "zoe wrote this", "stage": "warmup", "tier": "standard", "revision": None,
        "job_id": None, "message_id": None, "draft": [], **changes,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("listed", "key", "help_text", "told"),
    [
        (row("dead_letter", job_id=12), "b", "b brings job 12 back", ("requeue", 12)),
        (row("unknown_send", message_id=5), "y", "y if the message is there",
         ("resolve", 5, "sent")),
        (row("unknown_send", message_id=5), "x", "x if it is not", ("resolve", 5, "unsent")),
        (row("stop_sign"), "t", "fanpace release 9", ("set_mode", "fan", 9, "human")),
        (row("stop_sign"), "p", "fanpace release 9", ("set_mode", "fan", 9, "paused")),
    ],
)  # fmt: skip
async def test_what_is_no_draft_says_what_to_do_and_has_its_key(
    listed: dict[str, Any], key: str, help_text: str, told: tuple[Any, ...]
) -> None:
    async with sitting() as person:
        person.waiting.tables["desk_inbox"] = [listed]
        await person.look()
        assert person.picture()[0] == "1 waiting"
        seen = " ".join(" ".join(line[28:].split()) for line in person.picture())
        assert f"why this {listed['kind']}" in seen
        assert help_text in seen
        # None of these is about a draft: there is none.
        await person.press("a", "w", "r", "e")
        await person.press(key)
        await person.wait(4)
        assert person.waiting.asked == [told]


async def test_a_stop_sign_is_told_with_its_turn_and_comes_first() -> None:
    async with sitting(item(1, "ada"), item(2, "bob")) as person:
        person.waiting.tables["desk_inbox"] = [
            row("stop_sign", turn_id=2, fan_id=2, fan="bob"),
            row("draft", turn_id=1, fan_id=1, fan="ada"),
        ]
        await person.look()
        assert [entry["kind"] for entry in person.desk.items] == ["stop_sign", "draft"]
        assert person.picture()[0] == "2 waiting"


async def test_pausing_is_about_the_fan_and_outlives_the_draft() -> None:
    async with sitting(item(1, "ada"), item(2, "bob")) as person:
        await person.press("p")
        person.waiting.items[0] = item(1, "ada", "another draft", revision=2)
        await person.look()
        await person.wait(4)
        assert person.waiting.asked == [("set_mode", "fan", 1, "paused")]


async def test_taking_over_a_fan_whose_draft_is_gone_takes_over_the_fan() -> None:
    async with sitting(item(1, "ada")) as person:
        person.waiting.too_late.add(1)
        await person.press("l")
        await person.wait(4)
        assert person.waiting.asked == [("set_mode", "fan", 1, "human")]
        assert person.sees("ada: taken over")


async def test_what_an_outage_swallowed_is_told_again() -> None:
    async with sitting(item(1, "ada"), item(2, "bob")) as person:
        await person.press("a")
        person.waiting.down = True
        await person.wait(4)
        assert person.waiting.asked == []
        assert person.sees("not told yet, tried again: ada: approved")
        person.waiting.down = False
        await person.wait(3)
        assert person.waiting.asked == [("approve", 1, 1)]
        assert person.sees("ada: approved")


async def test_without_a_connection_there_is_a_line_until_there_is_one_again() -> None:
    async with sitting(item(1, "ada")) as person:
        person.waiting.down = True
        await person.look()
        assert person.sees("not refreshed: no connection to the project")
        assert person.sees("sounds lovely")
        person.waiting.down = False
        await person.look()
        assert not person.sees("not refreshed")


async def test_the_queue_counts_down_and_is_read_only_while_it_is_open() -> None:
    async with sitting(item(1, "ada")) as person:
        job = {
            "job_id": 7, "fan_id": 1, "fan": "ada", "creator": "Luna", "job_type": "reply",
            "status": "queued", "due_in_seconds": 65, "last_error": None,
            "why": {"says": "a wait of 90 s was drawn"},
        }  # fmt: skip
        person.waiting.tables["desk_queue"] = [
            job,
            {**job, "job_id": 8, "fan": "bob", "due_in_seconds": -5},
        ]
        await person.look()
        assert "desk_queue" not in person.waiting.read
        await person.press("2")
        assert person.picture()[0] == "2 in the queue, the next first"
        assert person.sees("in 1:05  ada            reply     a wait of 90 s was drawn")
        assert person.sees("0:05 late  bob")
        person.clock.now += 6
        app = person.app
        assert isinstance(app, DeskApp)
        app.count_down()
        await person.settle()
        assert person.sees("in 0:59  ada")
        # Deciding is for the inbox, where one sees about what.
        await person.press("a", "r", "p", "1")
        await person.wait(4)
        assert person.waiting.asked == []
        assert person.waiting.read.count("desk_queue") == 1


async def test_a_fans_page_says_where_what_is_known_comes_from() -> None:
    async with sitting(item(1, "ada")) as person:
        person.waiting.facts = FACTS
        person.waiting.tables.update(
            fan_facts=[
                {"kind": "tag", "text": "hiker", "source": "learned", "message_id": 2,
                 "learned_at": "2026-11-22T12:05:00+00:00", "times_seen": 2, "removed_at": None}
            ],
            disclosures=[{"at": "2026-11-22T12:06:00+00:00", "body": "An AI answers here."}],
            operator_notes=[],
        )  # fmt: skip
        await person.press("f")
        assert person.sees("ada for Luna, fan 1; times in UTC")
        assert person.sees("No reply is in the queue or behind it.")
        assert person.sees("#hiker  (learned from message 2, 22 Nov 12:05, said 2 times)")
        await person.press("escape")
        assert person.picture()[0] == "1 waiting"


SCREENS = Path(__file__).parents[1] / "data" / "desk"


def same_as_kept(person: Sitting, name: str) -> None:
    """Compare the screen with the kept one; FANPACE_WRITE_PAGES=1 keeps it as it is now."""
    kept, shown = SCREENS / f"{name}.txt", "\n".join(person.picture()) + "\n"
    if os.environ.get("FANPACE_WRITE_PAGES"):
        kept.parent.mkdir(exist_ok=True)
        kept.write_text(shown, encoding="utf-8")
    assert shown == kept.read_text(encoding="utf-8"), (
        "the screen has changed; if that is meant:"
        " FANPACE_WRITE_PAGES=1 .venv/bin/python -m pytest tests/unit/test_desk.py"
    )


async def test_every_page_looks_as_it_was_kept() -> None:
    offer = {"title": "Beach set", "price_cents": 2500, "currency": "USD"}
    async with sitting(item(1, "ada", offer=offer), item(2, "bob")) as person:
        waiting = person.waiting
        waiting.facts = FACTS
        waiting.tables["desk_inbox"] = [
            row("stop_sign", reason="the fan may be in danger: self-harm"),
            row("dead_letter", fan="eve", fan_id=8, job_id=12, reason="reply failed for good: 401"),
        ]
        waiting.tables["desk_queue"] = [
            {"job_id": 7, "fan_id": 1, "fan": "ada", "creator": "Luna", "job_type": "reply",
             "status": "queued", "due_in_seconds": 3725, "last_error": "the model was away",
             "why": {"says": "outside active hours"}},
            {"job_id": 8, "fan_id": None, "fan": None, "creator": "Luna", "job_type": "reconcile",
             "status": "parked", "due_in_seconds": -5, "last_error": None, "why": {}},
        ]  # fmt: skip
        await person.look()
        same_as_kept(person, "inbox")
        await person.press("k", "k", "k")
        same_as_kept(person, "stop_sign")
        await person.press("2")
        same_as_kept(person, "queue")
        await person.press("f")
        same_as_kept(person, "fan")


def test_the_pictures_call_no_server_and_name_no_machine() -> None:
    docs = Path(__file__).parents[2] / "docs"
    for name in ("desk-inbox", "desk-queue", "desk-fan"):
        svg = (docs / f"{name}.svg").read_text(encoding="utf-8")
        assert "@font-face" not in svg
        assert "claimed&#160;by&#160;worker-1" in svg or name != "desk-fan"


FACTS: dict[str, Any] = {
    "server_time": "2026-11-22T12:10:00+00:00", "zone": "UTC", "creator": "Luna",
    "fan": {"id": 1, "platform_uuid": "u", "name": "ada", "tags": ["hiker"],
            "known_since": "2026-11-22T12:00:00+00:00"},
    "stage": "new", "because": "too little was said", "path": [], "tier": "standard",
    "total_spend": 0, "purchases": [],
    "engagement": {"score": 1, "talk": 1, "bought": 0, "half_life_days": 7, "sales_from": 40},
    "counts": {"messages": 1, "since_return": None, "sent": 1, "waiting": 0,
               "last_inbound_at": "2026-11-22T12:05:00+00:00"},
    "purse": {"closed_because": None},
    "automation": {"fan": "auto", "creator": "auto", "everybody": "auto", "reason": None,
                   "changed_at": None},
}  # fmt: skip
