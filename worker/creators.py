"""
Find the creator whom a command is about, in what list_pacing or rhythm_report answered.
"""

from __future__ import annotations

from collections.abc import Sequence

from worker.rows import Json


class NoSuchCreator(ValueError):
    """The name fits no creator, or several; the message lists who there is."""


def find(creators: Sequence[Json], name: str) -> Json:
    """Return the creator with this id, platform uuid or display name."""
    wanted = name.strip().casefold()
    for key in ("id", "platform_uuid", "display_name"):
        found = [each for each in creators if str(each[key]).casefold() == wanted]
        if len(found) == 1:
            return found[0]
        if found:
            break
    known = ", ".join(f"{each['id']} ({each['display_name']})" for each in creators) or "nobody"
    several = "several creators have" if found else "no creator has"
    raise NoSuchCreator(f"{several} the id, uuid or name {name!r}; there is {known}")
