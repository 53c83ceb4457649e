"""
The demo's play: which fan does what, and when.

Times are seconds from the start; the whole play takes about a minute and the answers some more.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Kind = Literal["writes", "buys", "restart_worker"]


@dataclass(frozen=True)
class Line:
    """One thing that happens; `fault` is a webhook fault of the Fanvue stand-in."""

    at: float
    fan: str
    text: str = ""
    kind: Kind = "writes"
    cents: int = 0
    fault: str | None = None


def _burst(at: float, fan: str, *texts: str, gap: float = 0.8) -> list[Line]:
    return [Line(at + gap * n, fan, text) for n, text in enumerate(texts)]


PLAY: tuple[Line, ...] = tuple(
    sorted(
        [
            Line(1.0, "mia", "hey Luna, just found your page"),
            *_burst(2.0, "leo", "hi!!", "hiked up the ridge today", "12 km", "what did you do?"),
            Line(4.5, "zoe", "good morning from Lisbon"),
            *_burst(6.0, "sam", "so", "I finally watched that film of yours", "the ending!"),
            Line(8.0, "ivy", "do you have any beach videos I could buy?"),
            Line(10.0, "noa", "how was your weekend?"),
            Line(12.0, "kai", "that photo from the pier is amazing"),
            *_burst(
                13.0, "ben", "hello hello", "I have a question", "two actually",
                "which camera do you use", "and where is that lighthouse?",
            ),
            Line(15.0, "kai", kind="buys", cents=1500),
            Line(18.0, "uma", "your dog is the cutest", fault="duplicate"),
            Line(21.0, "eli", "do you ever go to concerts?", fault="bad_signature"),
            Line(24.0, "ana", "honest question, are you a bot or is this really you?"),
            Line(28.0, "tom", "it is raining all day here"),
            Line(30.0, "", kind="restart_worker"),
            *_burst(31.0, "rio", "just got home", "long day", "tell me something nice"),
            Line(38.0, "pia", "which book are you reading?", fault="omit_text"),
            Line(46.0, "mia", "you never told me where you are from"),
            *_burst(50.0, "leo", "next time I take the long route", "any tips?", gap=1.2),
            Line(54.0, "zoe", "have a lovely evening"),
        ],
        key=lambda line: line.at,
    )
)  # fmt: skip

FANS: tuple[str, ...] = tuple(dict.fromkeys(line.fan for line in PLAY if line.fan))
