"""
Show a demo: live in a terminal, as plain lines elsewhere.

Above, the fans as they are now; below, what happened, newest last.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from datetime import UTC, datetime

from rich import box
from rich.console import Console, Group
from rich.panel import Panel
from rich.table import Table
from rich.text import Text

from devstack.feed import Feed, Moment
from devstack.tally import Spread, Summary

STYLES = {
    "writes": ("✉", "cyan"),
    "due": ("◷", "yellow"),
    "typing": ("…", "magenta"),
    "sent": ("➤", "green"),
    "stage": ("▲", "bold blue"),
    "pays": ("$", "bold green"),
    "person": ("☺", "bold red"),
    "note": ("•", "dim"),
}


def line_of(moment: Moment, start: datetime) -> Text:
    """One moment as one line."""
    sign, style = STYLES[moment.kind]
    seconds = (moment.at - start).total_seconds()
    return Text.assemble(
        (f"{seconds:6.1f} s  ", "dim"),
        (f"{sign} ", style),
        (f"{moment.fan:<5}", "bold"),
        (f" {moment.kind:<7}", "dim"),
        (moment.text.replace("\n", " / "), style if moment.kind not in ("writes",) else ""),
    )


class Plain:
    """Print each moment as it happens."""

    def __init__(self, console: Console, start: datetime) -> None:
        self._console, self._start = console, start

    def __call__(self, moment: Moment) -> None:
        self._console.print(line_of(moment, self._start), soft_wrap=True, highlight=False)


class Screen:
    """A picture of the whole demo that rich can draw again and again."""

    def __init__(
        self,
        feed: Feed,
        start: datetime,
        *,
        height: int,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        self._feed, self._start, self._now = feed, start, now
        self._height = height

    def __rich__(self) -> Group:
        fans = self._fans()
        room = max(5, self._height - fans.row_count - 6)
        newest = deque(self._feed.moments, maxlen=room)
        lines = Group(*(_one_line(line_of(moment, self._start)) for moment in newest))
        return Group(fans, Panel(lines, title="what happens", border_style="dim"))

    def _fans(self) -> Table:
        table = Table(expand=True, border_style="dim", box=box.SIMPLE_HEAD)
        table.add_column("fan", width=5)
        table.add_column("stage", width=13)
        table.add_column("now", width=26, no_wrap=True)
        table.add_column("last", no_wrap=True, overflow="ellipsis", ratio=1)
        now = self._now()
        for name, state in self._feed.fans.items():
            if state.typing_until is not None and state.typing_until > now:
                present = Text("is being typed to …", "magenta")
            elif state.due is not None:
                seconds = max(0.0, (state.due - now).total_seconds())
                lines = f" ({state.waiting} messages)" if state.waiting > 1 else ""
                present = Text(f"reply in {seconds:.0f} s{lines}", "yellow")
            else:
                present = Text("")
            table.add_row(name, state.stage, present, state.last.replace("\n", " / "))
        return table


def _one_line(line: Text) -> Text:
    line.no_wrap = True
    line.overflow = "ellipsis"
    return line


def summary_table(summary: Summary) -> Table:
    """The figures at the end, for people."""
    table = Table(title="summary", show_header=False, border_style="dim")
    table.add_column("what")
    table.add_column("how much")
    late = summary.lateness_ms
    good = {True: "[green]", False: "[bold red]"}
    rows = {
        "fans, messages in": f"{summary.fans}, {summary.messages_in}",
        "replies out (bubbles)": f"{summary.replies_out} ({summary.bubbles_out})",
        "bursts answered in one go": f"{good[summary.bursts == summary.bursts_merged]}"
        f"{summary.bursts_merged} of {summary.bursts}[/]",
        "waits drawn": _seconds(summary.waits_drawn),
        "waits kept": _seconds(summary.waits_kept) + " to the first bubble",
        "lateness past run_at": f"p50 {late.p50} ms, p99 {late.p99} ms",
        "stages reached": ", ".join(f"{n} {name}" for name, n in summary.stages_reached.items()),
        "purchases": str(summary.purchases),
        "redeliveries recognised": str(summary.duplicates_recognised),
        "bad signatures refused": str(summary.bad_signatures_refused),
        "told the truth on asking": str(summary.identity_answers),
        "worker restarts": str(summary.worker_restarts),
        "handed to a person": str(summary.handed_over),
        "duplicated": f"{good[summary.duplicated == 0]}{summary.duplicated}[/]",
        "unanswered": f"{good[summary.unanswered == 0]}{summary.unanswered}[/]",
    }
    for name, value in rows.items():
        table.add_row(name, value)
    return table


def _seconds(waits: Spread) -> str:
    return f"p50 {waits.p50} s, p90 {waits.p90} s, at most {waits.most} s"
