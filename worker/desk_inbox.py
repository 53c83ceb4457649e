"""
What waits for a person at the desk: the list as it is now, and the decisions not yet told.

A decision is told after a few seconds, so that it can be taken back until then; a draft that
changed meanwhile takes a decision about the draft with it, not one about the fan. What could not
be told for an outage is told again. No screen here, and no clock but the one given.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from typing import Any, Protocol

from worker.desk_data import entries, line_of
from worker.errors import (
    AuthUnavailable,
    DatabaseUnavailable,
    NotSignedIn,
    Overtaken,
    WorkerError,
)
from worker.review import name_of
from worker.rows import Json

MOST = 200
RETRY_SECONDS = 3.0
_DONE = {
    "approve": "approved",
    "edit": "edited and approved",
    "rewrite": "to be rewritten",
    "drop": "dropped",
    "take_over": "taken over",
    "pause": "paused",
    "requeue": "brought back",
    "sent": "it went out",
    "unsent": "it did not go out",
}
# About a draft as it was read; the others stand whatever the fan writes meanwhile.
_ABOUT_A_DRAFT = ("approve", "edit", "rewrite", "drop")
_ONLY_FOR = {"requeue": "dead_letter", "sent": "unknown_send", "unsent": "unknown_send"}
# Nobody heard the decision, and the same call may be heard later.
_UNHEARD = (DatabaseUnavailable, AuthUnavailable, NotSignedIn)


class Asked(Protocol):
    """What of worker/database.py is used."""

    async def list_review(self, creator_id: int | None = None) -> Json: ...
    async def approve_turn(self, turn_id: int, revision: int) -> Json: ...
    async def edit_turn(self, turn_id: int, revision: int, bubbles: Sequence[Json]) -> Json: ...
    async def reject_turn(
        self, turn_id: int, revision: int, action: str, note: str | None = None
    ) -> Json: ...
    async def set_mode(self, scope: str, id: int | None, mode: str, reason: str | None) -> Json: ...  # noqa: A002
    async def requeue_dead_job(self, job_id: int) -> Json: ...
    async def resolve_message(self, message_id: int, finding: str) -> Json: ...
    async def read_rows(
        self, table: str, *, order: str, most: int, **equal: Any
    ) -> Sequence[Json]: ...


@dataclass(frozen=True)
class Decision:
    """What somebody decided about the draft that they saw, to be told at `due`."""

    item: Json
    what: str  # a key of _DONE
    due: float
    bubbles: Sequence[Json] = ()
    note: str | None = None
    tries: int = 0

    @property
    def words(self) -> str:
        return f"{name_of(self.item)}: {_DONE[self.what]}"


@dataclass
class Inbox:
    """
    The list, the chosen one, and the decisions that are still to be told.

    `grace`: seconds until a decision is told. `said` is the newest line for the person to read.
    """

    asked: Asked
    creator_id: int | None
    grace: float
    clock: Callable[[], float]
    items: list[Json] = field(default_factory=list)
    chosen: int | str | None = None
    stopped: bool = False
    waiting: int = 0
    said: str = ""
    decisions: dict[int | str, Decision] = field(default_factory=dict)

    @property
    def item(self) -> Json | None:
        return next((item for item in self.items if item["key"] == self.chosen), None)

    @property
    def undecided(self) -> int:
        return self.waiting - len(self.decisions)

    async def refresh(self) -> None:
        """Look again, and keep the place: the chosen one, or its neighbour where it is gone."""
        only = {} if self.creator_id is None else {"creator_id": self.creator_id}
        try:
            listed = await self.asked.list_review(self.creator_id)
            rows = await self.asked.read_rows(
                "desk_inbox", order="waiting_since", most=MOST, **only
            )
        except WorkerError as error:
            # What was not told matters more, and says the same of the connection.
            if not any(decision.tries for decision in self.decisions.values()):
                self.said = f"not refreshed: {line_of(error)}"
            return
        if self.said.startswith("not refreshed"):
            self.said = ""
        before = {item["key"]: item for item in self.items}
        place = self._place()
        # The database's clock: this machine's may be off.
        now_at = listed.get("server_time")
        at = datetime.fromisoformat(now_at) if now_at else datetime.now(UTC)
        self.items = entries(listed["items"], rows, at)
        self.stopped = listed["stopped"]
        # Beyond those listed there may be more that wait.
        self.waiting = max(listed["waiting"], 0) + len(self.items) - len(listed["items"])
        now = {item["key"]: item for item in self.items}
        for key, decision in list(self.decisions.items()):
            same = key in now and now[key]["revision"] == decision.item["revision"]
            if not same and decision.what in _ABOUT_A_DRAFT and not decision.tries:
                del self.decisions[key]
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
            (place for place, item in enumerate(self.items) if item["key"] == self.chosen), 0
        )

    def choose(self, place: int) -> None:
        """Choose by place in the list; the last where there are fewer."""
        self.chosen = (
            self.items[max(0, min(place, len(self.items) - 1))]["key"] if self.items else None
        )

    def next(self) -> None:
        """Choose the next one that nobody has decided about."""
        place = self._place()
        after = [*self.items[place + 1 :], *self.items[:place]]
        undecided = [item for item in after if item["key"] not in self.decisions]
        if undecided:
            self.chosen = undecided[0]["key"]

    def decide(
        self, what: str, bubbles: Sequence[Json] = (), note: str | None = None,
        seen: Json | None = None,
    ) -> bool:  # fmt: skip
        """Keep a decision about what was seen, the chosen one unless another is named."""
        item = seen or self.item
        if item is None:
            return False
        if fault := _fault(item, what):
            self.said = f"{name_of(item)}: {fault}"
            return False
        decision = Decision(item, what, self.clock() + self.grace, bubbles, note)
        self.decisions[item["key"]] = decision
        self.said = f"{decision.words} in {self.grace:g} s; u undoes"
        self.next()
        return True

    def undo(self) -> None:
        """Take back the newest decision that is not told yet, and go back to it."""
        if not self.decisions:
            self.said = "nothing to undo: what was decided before is told"
            return
        key, decision = self.decisions.popitem()
        self.chosen = key
        self.said = f"undone: not {decision.words}"

    async def tell(self, *, everything: bool = False) -> bool:
        """Tell the database what is due; say whether anything was told or tried."""
        due = [
            decision for decision in self.decisions.values()
            if everything or decision.due <= self.clock()
        ]  # fmt: skip
        for decision in due:
            key = decision.item["key"]
            # Out of the list while it is told: nobody can undo it, and no other tick tells it too.
            if self.decisions.pop(key, None) is None:
                continue
            try:
                answer = await self._told(decision)
            except Overtaken as error:
                again = " (perhaps by you: the answer was lost)" if decision.tries else ""
                self.said = f"{name_of(decision.item)}: {error}{again}"
            except _UNHEARD as error:
                self.decisions[key] = replace(
                    decision, due=self.clock() + RETRY_SECONDS, tries=decision.tries + 1
                )
                self.said = f"not told yet, tried again: {decision.words}: {line_of(error)}"
            except WorkerError as error:
                self.said = f"not {decision.words}: {line_of(error)}"
            else:
                waits = decision.what in ("approve", "edit") and answer.get("stopped")
                self.said = f"{decision.words}{'; it waits for fanpace start' if waits else ''}"
        return bool(due)

    async def _told(self, decision: Decision) -> Json:
        item, what = decision.item, decision.what
        turn_id, revision, row = item["turn_id"], item["revision"], item["row"]
        if what == "approve":
            return await self.asked.approve_turn(turn_id, revision)
        if what == "edit":
            return await self.asked.edit_turn(turn_id, revision, decision.bubbles)
        if what == "pause":
            return await self._sets_mode(item, "paused", "paused at the desk")
        if what == "take_over":
            return await self._takes_over(item, decision.note)
        if what == "requeue":
            return await self.asked.requeue_dead_job(row["job_id"])
        if what in ("sent", "unsent"):
            return await self.asked.resolve_message(row["message_id"], what)
        return await self.asked.reject_turn(turn_id, revision, what, decision.note)

    async def _takes_over(self, item: Json, note: str | None) -> Json:
        """A fan is taken over whatever became of the draft: a newer message changes nothing."""
        if item["turn_id"] is not None:
            try:
                return await self.asked.reject_turn(
                    item["turn_id"], item["revision"], "take_over", note
                )
            except Overtaken:
                pass
        return await self._sets_mode(item, "human", note or "taken over at the desk")

    async def _sets_mode(self, item: Json, mode: str, reason: str) -> Json:
        return await self.asked.set_mode("fan", item["fan"]["id"], mode, reason)


def _fault(item: Json, what: str) -> str | None:
    """Say why this cannot be decided about this entry; None: it can."""
    if what in ("approve", "edit") and item["refusal"]:
        return f"it cannot go out: {item['refusal']}"
    if what in _ABOUT_A_DRAFT and item["turn_id"] is None:
        return "nothing is written here; what to do stands beside it"
    if what in ("pause", "take_over") and item["fan"]["id"] is None:
        return "this is about the creator as a whole: fanpace mode creator"
    if what in _ONLY_FOR and item["kind"] != _ONLY_FOR[what]:
        return f"only for {'dead letters' if what == 'requeue' else 'messages of unknown fate'}"
    return None
