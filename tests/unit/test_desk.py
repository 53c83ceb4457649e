"""`fanpace desk` under the keys of one person, at 80x24 and without colour."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
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
