"""
Show on the terminal how far a long command is; nothing where nobody looks.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import Progress

Steps = Callable[[int], None]


@contextmanager
def steps(what: str, total: int) -> Iterator[Steps]:
    """Yield a function that is told how many steps are done; the bar is on stderr."""
    console = Console(stderr=True)
    with Progress(console=console, transient=True, disable=not console.is_terminal) as progress:
        task = progress.add_task(what, total=total)
        yield lambda done: progress.update(task, completed=done)
