"""
Figures of style beside people's, as a table for a terminal.

What the figures are is worker/style_figures.py's; the page for a browser is worker/style_page.py's.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from rich.table import Table

from worker.style_figures import Replies, StyleFigures, emoji_of_people, references

# Label, how the figure is said.
ROWS: tuple[tuple[str, Callable[[StyleFigures], str]], ...] = (
    ("messages", lambda f: f"{f.n:,}"),
    ("characters p10/50/90", lambda f: "/".join(f"{each:.0f}" for each in f.characters)),
    ("words, mean", lambda f: f"{f.words_mean:.1f}"),
    ("words, coefficient of variation", lambda f: f"{f.words_cv:.2f}"),
    ("starts in lower case", lambda f: percent(f.lower_case_start)),
    ("ends with a full stop", lambda f: percent(f.full_stop)),
    ("no final punctuation", lambda f: percent(f.no_final_punctuation)),
    ("ends with a question mark", lambda f: percent(f.question_mark)),
    ("ends with an exclamation mark", lambda f: percent(f.exclamation_mark)),
    ("laughter", lambda f: percent(f.laughter)),
    ("stretched letters", lambda f: percent(f.stretched_letters)),
    ("em dash", lambda f: percent(f.em_dash)),
    ("semicolon", lambda f: percent(f.semicolon)),
)


def percent(share: float) -> str:
    """Say a share: 13 %, and 0.3 % where it is below one."""
    return f"{100 * share:.1f} %" if 0 < share < 0.01 else f"{100 * share:.0f} %"


def rows(columns: Mapping[str, Replies]) -> list[list[str]]:
    """Return the table's rows: a label, each column's figure, people's two figures."""
    ours, people = list(columns.values()), [each.figures for each in references()]
    found = [
        [label, *(say(each.bubbles) for each in ours), *map(say, people)] for label, say in ROWS
    ]
    whatsapp, _ = emoji_of_people()
    emoji = [f"{each.emoji_a_message:.2f}" for each in ours]
    return [
        *found,
        ["emoji a message", *emoji, f"{whatsapp:.2f}", ""],
        ["messages a reply", *(f"{each.bubbles_a_reply:.2f}" for each in ours), "", ""],
    ]


def style_table(title: str, columns: Mapping[str, Replies]) -> Table:
    """Return the figures of each column beside people's."""
    table = Table(title=title, title_justify="left")
    table.add_column("")
    for name in (*columns, *(reference.name for reference in references())):
        table.add_column(name, justify="right")
    for row in rows(columns):
        table.add_row(*row)
    return table
