"""
Show on the terminal how far an import is; nothing where nobody looks.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from worker.rows import Json

_DOING = {
    "chats": "listing chats",
    "subscribers": "listing subscribers",
    "followers": "listing followers",
    "spend": "reading what fans spent",
    "messages": "reading chats",
    "done": "done",
}


class ImportBar:
    """One bar for all of it: fans asked about and chats read, of as many as are known by now."""

    def __init__(self, progress: Progress) -> None:
        self._progress = progress
        self._task = progress.add_task("beginning", total=None, said="")

    def show(self, step: Json) -> None:
        """Show what next_import_step answered."""
        phase, known = step["phase"], step["progress"]
        spend_left_out = "spend" in step["left_out"]
        done, total = known["chats_read"], known["chats"]
        if not spend_left_out:
            done, total = done + known["spend_read"], total + known["spenders"]
        self._progress.update(
            self._task,
            description=_DOING.get(phase, phase),
            completed=done,
            # While lists are read nobody knows how much there is.
            total=total if phase in ("spend", "messages", "done") else None,
            said=f"{known['chats']} chats, {known['messages']} messages",
        )

    def wait(self, busy: Json) -> None:
        """Say that somebody else's lease has to end first."""
        seconds = round(busy["wait_seconds"])
        self._progress.update(
            self._task, description=f"waiting {seconds} s whether {busy['importer']} still lives"
        )


@contextmanager
def import_bar() -> Iterator[ImportBar]:
    """Yield the bar, on stderr; it is gone at the end."""
    console = Console(stderr=True)
    columns = (
        TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(),
        TextColumn("{task.fields[said]}"), TimeRemainingColumn(),
    )  # fmt: skip
    with Progress(
        *columns, console=console, transient=True, disable=not console.is_terminal
    ) as progress:
        yield ImportBar(progress)
