"""The style report: its figures against texts made by hand, the table, the page, the command."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from rich.console import Console

from worker.style_figures import (
    bubbles_of_people,
    figures,
    final_mark,
    percentiles,
    references,
    replies_figures,
    report,
)
from worker.style_page import page
from worker.style_table import percent, style_table

NOTHING: dict[str, Any] = {
    "since": "2026-11-01T00:00:00+00:00", "until": "2026-11-22T12:00:00.5+00:00",
    "creators": [{"id": 1, "display_name": "Luna"}], "messages": [], "messages_limit": 10000,
}  # fmt: skip
TEXTS = (
    (1, "short", "haha no way"), (1, "short", "You did?"), (2, "short", "sooo tired 😴"),
    (3, "long", "That was a long day; I'm glad it's over — really."), (4, None, "yes!"),
)  # fmt: skip
SENT: dict[str, Any] = {
    **NOTHING,
    "messages": [{"turn_id": turn, "vibe": vibe, "body": body} for turn, vibe, body in TEXTS],
}


def test_shares_are_of_messages() -> None:
    found = figures([body for _, _, body in TEXTS])
    assert found.n == 5
    assert (found.lower_case_start, found.full_stop, found.question_mark) == (0.6, 0.2, 0.2)
    assert (found.exclamation_mark, found.no_final_punctuation) == (0.2, 0.4)
    assert (found.laughter, found.stretched_letters) == (0.2, 0.2)
    assert (found.em_dash, found.semicolon) == (0.2, 0.2)


def test_the_spread_of_length_is_the_deviation_over_the_mean() -> None:
    found = figures(["one", "one two three"])
    assert (found.words_mean, found.words_cv) == (2, 0.5)
    assert figures(["a b", "c d"]).words_cv == 0


@pytest.mark.parametrize(
    ("text", "mark"),
    [
        ("Done.", "."), ('He said "done."', "."), ("really?!", "!"), ("so...", "."), ("ok 😘", ""),
        ("ok", ""), ("a,", ","), ("", ""),
    ],
)  # fmt: skip
def test_a_message_ends_in_its_last_mark_or_in_none(text: str, mark: str) -> None:
    assert final_mark(text) == mark


def test_percentiles_are_values_that_there_are() -> None:
    assert percentiles([5]) == (5, 5, 5)
    assert percentiles(range(101)) == (10, 50, 90)


def test_replies_have_bubbles_and_emoji_a_message() -> None:
    found = replies_figures([("a", "b"), ("c 😍",), ("d",), ("e", "f", "g", "h")])
    assert found is not None
    assert (found.replies, found.bubbles_a_reply) == (4, 2)
    assert found.bubble_shares == (0.5, 0.25, 0.25)
    assert found.emoji_a_message == 1 / 8
    assert replies_figures([]) is None


def test_what_was_sent_is_told_for_all_and_for_each_vibe() -> None:
    found = report(SENT)
    assert found.all is not None
    assert (found.all.replies, found.all.bubbles.n) == (4, 5)
    assert {name: each.replies for name, each in found.by_vibe.items()} == {
        "long": 1, "none": 1, "short": 2,
    }  # fmt: skip
    assert not found.is_cut
    assert report({**SENT, "messages_limit": 5}).is_cut
    assert found.as_json()["people"]["chat rooms"]["lower_case_start"] == 0.86  # type: ignore[index]


def test_people_s_figures_are_those_of_their_sources() -> None:
    sms, chat = references()
    assert (sms.figures.n, sms.figures.characters, sms.figures.full_stop) == (
        55835, (9, 36, 116), 0.19,
    )  # fmt: skip
    assert (chat.figures.n, chat.figures.words_mean) == (7935, 4.1)
    assert "NUS" in sms.source
    assert sum(bubbles_of_people()) == pytest.approx(1)


@pytest.mark.parametrize(
    ("share", "said"), [(0, "0 %"), (0.003, "0.3 %"), (0.126, "13 %"), (1, "100 %")]
)
def test_a_share_is_said_in_percent(share: float, said: str) -> None:
    assert percent(share) == said


def test_the_table_has_a_column_for_each_kind_of_text() -> None:
    found = report(SENT)
    assert found.all is not None
    console = Console(width=160, record=True, file=StringIO())
    console.print(style_table("style", {"sent": found.all}))
    text = console.export_text()
    for said in ("sent", "text messages", "chat rooms", "9/36/116", "0.16"):
        assert said in text


class Links(HTMLParser):
    """Collects whatever a page would load from elsewhere."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found += [value or "" for name, value in attrs if name in ("src", "href", "srcset")]


def test_the_page_needs_nothing_from_elsewhere_and_escapes_names() -> None:
    names = [{"id": 1, "display_name": "<script>Luna"}]
    text = page(report({**SENT, "creators": names}))
    links = Links()
    links.feed(text)
    assert links.found == []
    assert not re.search(r"url\(|@import", text)
    assert "<script" not in text
    assert "&lt;script&gt;Luna" in text
    assert text.count("<svg") == 3
    for body in (body for _, _, body in TEXTS):
        assert body not in text, "figures, not what was said"


def test_a_project_without_a_reply_says_so() -> None:
    text = page(report(NOTHING))
    assert "Nothing to show yet" in text
    assert "<svg" not in text


def test_a_single_reply_is_enough_for_a_page(tmp_path: Path) -> None:
    assert "<svg" in page(report({**SENT, "messages": SENT["messages"][:1]}))
