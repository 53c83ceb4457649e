"""
What waits for a person at the screen: the list as it is now, and the decisions not yet told.

A decision is told after a few seconds, so that it can be taken back until then; a draft that
changed meanwhile takes its decision with it. No screen here, and no clock but the one given.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from worker.errors import Overtaken, WorkerError
from worker.review import name_of
from worker.rows import Json


class Asked(Protocol):
    """What of worker/database.py is used."""

    async def list_review(self, creator_id: int | None = None) -> Json: ...
    async def approve_turn(self, turn_id: int, revision: int) -> Json: ...
    async def edit_turn(self, turn_id: int, revision: int, bubbles: Sequence[Json]) -> Json: ...
    async def reject_turn(
        self, turn_id: int, revision: int, action: str, note: str | None = None
    ) -> Json: ...


@dataclass(frozen=True)
class Decision:
    """What somebody decided about the draft that they saw, to be told at `due`."""

    item: Json
    what: str  # approve, edit, rewrite, drop or take_over
    due: float
    bubbles: Sequence[Json] = ()
    note: str | None = None

    @property
    def words(self) -> str:
        done = {
            "approve": "approved", "edit": "edited and approved", "rewrite": "to be rewritten",
            "drop": "dropped", "take_over": "taken over",
        }  # fmt: skip
        return f"{name_of(self.item)}: {done[self.what]}"


@dataclass
class Desk:
    """
    The list, the chosen one, and the decisions that are still to be told.

    `grace`: seconds until a decision is told. `said` is the newest line for the person to read.
    """

    asked: Asked
    creator_id: int | None
    grace: float
    clock: Callable[[], float]
    items: list[Json] = field(default_factory=list)
    chosen: int | None = None
    stopped: bool = False
    waiting: int = 0
    said: str = ""
    decisions: dict[int, Decision] = field(default_factory=dict)

    @property
    def item(self) -> Json | None:
        return next((item for item in self.items if item["turn_id"] == self.chosen), None)

    @property
    def undecided(self) -> int:
        return self.waiting - len(self.decisions)

    async def refresh(self) -> None:
        """Look again, and keep the place: the chosen one, or its neighbour where it is gone."""
        try:
            listed = await self.asked.list_review(self.creator_id)
        except WorkerError as error:
            self.said = f"not refreshed: {error}"
            return
        before = {item["turn_id"]: item for item in self.items}
        place = self._place()
        self.items = list(listed["items"])
        self.stopped, self.waiting = listed["stopped"], listed["waiting"]
        now = {item["turn_id"]: item for item in self.items}
        for turn_id, decision in list(self.decisions.items()):
            if turn_id not in now or now[turn_id]["revision"] != decision.item["revision"]:
                del self.decisions[turn_id]
                self.said = f"not {decision.words}: the draft has changed, look again"
        chosen = self.chosen
        if chosen is not None and chosen in before:
            if chosen not in now:
                self.said = f"{name_of(before[chosen])}: gone, the fan wrote or somebody decided"
            elif now[chosen]["revision"] != before[chosen]["revision"]:
                self.said = f"{name_of(before[chosen])}: this is another draft now"
        if chosen not in now:
            self.choose(place)

    def _place(self) -> int:
        return next(
            (place for place, item in enumerate(self.items) if item["turn_id"] == self.chosen), 0
        )

    def choose(self, place: int) -> None:
        """Choose by place in the list; the last where there are fewer."""
        self.chosen = (
            self.items[max(0, min(place, len(self.items) - 1))]["turn_id"] if self.items else None
        )

    def next(self) -> None:
        """Choose the next one that nobody has decided about."""
        place = self._place()
        after = [*self.items[place + 1 :], *self.items[:place]]
        undecided = [item for item in after if item["turn_id"] not in self.decisions]
        if undecided:
            self.chosen = undecided[0]["turn_id"]

    def decide(
        self, what: str, bubbles: Sequence[Json] = (), note: str | None = None,
        seen: Json | None = None,
    ) -> bool:  # fmt: skip
        """Keep a decision about what was seen, the chosen one unless another is named."""
        item = seen or self.item
        if item is None:
            return False
        if what in ("approve", "edit") and item["refusal"]:
            self.said = f"{name_of(item)}: it cannot go out: {item['refusal']}"
            return False
        decision = Decision(item, what, self.clock() + self.grace, bubbles, note)
        self.decisions[item["turn_id"]] = decision
        self.said = f"{decision.words} in {self.grace:g} s; u undoes"
        self.next()
        return True

    def undo(self) -> None:
        """Take back the newest decision that is not told yet, and go back to it."""
        if not self.decisions:
            self.said = "nothing to undo: what was decided before is told"
            return
        turn_id, decision = self.decisions.popitem()
        self.chosen = turn_id
        self.said = f"undone: not {decision.words}"

    async def tell(self, *, everything: bool = False) -> bool:
        """Tell the database what is due; say whether anything was told."""
        due = [
            decision for decision in self.decisions.values()
            if everything or decision.due <= self.clock()
        ]  # fmt: skip
        for decision in due:
            del self.decisions[decision.item["turn_id"]]
            try:
                answer = await self._told(decision)
            except Overtaken as error:
                self.said = f"{name_of(decision.item)}: {error}"
            except WorkerError as error:
                self.said = f"not {decision.words}: {error}"
            else:
                stopped = "; it waits for fanpace start" if answer.get("stopped") else ""
                self.said = f"{decision.words}{stopped}"
        return bool(due)

    async def _told(self, decision: Decision) -> Json:
        turn_id, revision = decision.item["turn_id"], decision.item["revision"]
        if decision.what == "approve":
            return await self.asked.approve_turn(turn_id, revision)
        if decision.what == "edit":
            return await self.asked.edit_turn(turn_id, revision, decision.bubbles)
        return await self.asked.reject_turn(turn_id, revision, decision.what, decision.note)
