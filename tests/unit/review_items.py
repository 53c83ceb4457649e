"""Drafts that wait, as list_review brings them, and a database that answers with them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from worker.errors import DatabaseUnavailable, Overtaken, RpcRejected


def item(turn_id: int, name: str, *bubbles: str, **changes: Any) -> dict[str, Any]:
    """A draft for a fan of this name; its bubbles have the ids 10 * turn_id and on."""
    texts = bubbles or ("sounds lovely", "tell me more?")
    return {
        "turn_id": turn_id, "revision": 1, "reason": "waits for approval: stage sales",
        "refusal": None, "fixed_text": None, "age_seconds": 60 * turn_id, "vibe": "playful",
        "offer": None, "creator": {"id": 1, "display_name": "Luna"},
        "fan": {
            "id": turn_id, "handle": name, "display_name": name.title(), "stage": "sales",
            "tier": "standard", "total_spend": 120, "tags": [],
        },
        "bubbles": [
            {"id": 10 * turn_id + place, "body": body, "is_fixed": False, "is_disclosure": False}
            for place, body in enumerate(texts)
        ],
        "messages": [
            {"id": 1, "from": "creator", "kind": "reply", "body": "hey you", "has_media": False,
             "at": "2026-11-22T12:00:00+00:00", "signals": [], "asked": False},
            {"id": 2, "from": "fan", "kind": "fan", "body": f"{name} went hiking today",
             "has_media": False, "at": "2026-11-22T12:05:00+00:00", "signals": ["billing"],
             "asked": True},
        ],
        **changes,
    }  # fmt: skip


class Waiting:
    """Answers with what waits; `asked` keeps the decisions."""

    def __init__(self, *items: dict[str, Any]) -> None:
        self.items = list(items)
        self.stopped = False
        self.asked: list[tuple[Any, ...]] = []
        self.too_late: set[int] = set()
        self.down = False
        self.read: list[str] = []
        self.tables: dict[str, list[dict[str, Any]]] = {}
        self.facts: dict[str, Any] = {}

    async def list_review(self, creator_id: int | None = None) -> dict[str, Any]:
        return {
            "stopped": self.stopped, "waiting": len(self.items), "items": list(self.items),
            "server_time": "2026-11-22T12:30:00+00:00",
        }  # fmt: skip

    async def read_rows(
        self, table: str, *, order: str, most: int, **equal: Any
    ) -> Sequence[dict[str, Any]]:
        if self.down:
            raise DatabaseUnavailable(f"{table}: ConnectError")
        self.read.append(table)
        return list(self.tables.get(table, []))

    async def explain_fan(self, fan: str) -> dict[str, Any]:
        return dict(self.facts)

    async def explain_job(self, job_id: int | None, fan: str | None = None) -> dict[str, Any]:
        raise RpcRejected("no such job", code="PT404")

    async def set_mode(self, scope: str, id: int | None, mode: str, reason: str | None) -> Any:  # noqa: A002
        return self._heard("set_mode", scope, id, mode)

    async def requeue_dead_job(self, job_id: int) -> dict[str, Any]:
        return self._heard("requeue", job_id)

    async def resolve_message(self, message_id: int, finding: str) -> dict[str, Any]:
        return self._heard("resolve", message_id, finding)

    async def approve_turn(self, turn_id: int, revision: int) -> dict[str, Any]:
        return self._decided("approve", turn_id, revision)

    async def edit_turn(self, turn_id: int, revision: int, bubbles: Sequence[Any]) -> Any:
        return self._decided("edit", turn_id, revision, list(bubbles))

    async def reject_turn(
        self, turn_id: int, revision: int, action: str, note: str | None = None
    ) -> Any:
        return self._decided(action, turn_id, revision)

    async def close(self) -> None:
        self.asked.append(("closed",))

    def _heard(self, *what: Any) -> dict[str, Any]:
        if self.down:
            raise DatabaseUnavailable(f"{what[0]}: ConnectError")
        self.asked.append(what)
        return {"outcome": what[0]}

    def _decided(self, *what: Any) -> dict[str, Any]:
        if self.down:
            raise DatabaseUnavailable(f"{what[0]}: ConnectError")
        if what[1] in self.too_late:
            raise Overtaken("too late: the fan wrote again, or it was rejected")
        self.asked.append(what)
        self.items = [each for each in self.items if each["turn_id"] != what[1]]
        return {
            "outcome": "approved" if what[0] in ("approve", "edit") else what[0],
            "stopped": self.stopped, "due_at": "2026-11-22T12:10:00+00:00", "turn_status": "open",
        }  # fmt: skip
