"""
Draw waits with the database's own function, as many as are wanted.

Asks for them in parts: each stays well below the time that Supabase grants a statement. How a
wait is drawn is SQL's (private.draw_wait).
"""

from __future__ import annotations

from collections.abc import Callable
from math import sqrt

from worker.database import Database
from worker.rows import Json

PART = 4000  # whole conversations of eight replies
_STEP = sqrt(2)  # irrational: no two parts of a drawing have one seed


async def draw(
    database: Database, config: Json, count: int, seed: float, done: Callable[[int], None]
) -> list[Json]:
    """
    Draw `count` waits under a pacing_config; the same seed (-1 to 1) draws the same.

    Each has `conversation` and `reply` (both from 1), `written_chars`, `reply_chars` and
    `seconds`. `done` is told how many there are so far.
    """
    draws: list[Json] = []
    while len(draws) < count:
        part = len(draws) // PART
        answer = await database.draw_waits(
            config, min(PART, count - len(draws)), (seed + 1 + part * _STEP) % 2 - 1
        )
        before = draws[-1]["conversation"] if draws else 0
        draws += [
            {
                "conversation": each["conversation"] + before,
                **{key: each[key] for key in ("reply", "written_chars", "reply_chars", "seconds")},
            }
            for each in answer["draws"]
        ]
        done(len(draws))
    return draws
