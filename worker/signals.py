"""
Recognise in a fan's message what something follows from.

What follows (a stage, a fixed answer, an end to all automation) is decided in SQL.
"""

from __future__ import annotations

import re
import unicodedata

from worker import plain_text
from worker.languages import language_of
from worker.offer_patterns import DECLINES_OFFER
from worker.signal_patterns import ASKS_FOR_CONTENT, OPT_OUT
from worker.sincere_questions import SINCERE_QUESTION, SQUEEZED_QUESTIONS
from worker.urgent_patterns import BILLING, DISTRESS, SUPPORT

__all__ = ["NAMES", "language_of", "recognise"]

# With one of these a bare "stop" is banter.
PLAYFUL = frozenset("😂🤣😅😆😜😝😏😘🥵😍🥰😈😳🙈☺😊💦🔥❤💕😋😉🤭")

NAMES = (
    "asks_for_content", "declines_offer", "sincere_question", "opt_out", "distress", "billing",
    "support",
)  # fmt: skip


def _compiled(data: dict[str, tuple[str, ...]]) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(one) for patterns in data.values() for one in patterns)


_ASKS = _compiled(ASKS_FOR_CONTENT)
_DECLINES = _compiled(DECLINES_OFFER)
_QUESTIONS = _compiled(SINCERE_QUESTION)
_DISTRESS, _BILLING, _SUPPORT = _compiled(DISTRESS), _compiled(BILLING), _compiled(SUPPORT)
_SQUEEZED = tuple(re.compile(pattern) for pattern in SQUEEZED_QUESTIONS)
_OPT_OUTS = frozenset().union(*OPT_OUT.values())


def recognise(text: str) -> tuple[str, ...]:
    """Return which of NAMES the message `text` shows, in that order."""
    found = {
        "asks_for_content": _matches(_ASKS, plain_text.plain(text)),
        "declines_offer": _matches(_DECLINES, plain_text.plain(text)),
        # Nobody is to be answered by the model because of how the question was typed.
        "sincere_question": _matches(_QUESTIONS, *plain_text.readings(text))
        or _matches(_SQUEEZED, plain_text.squeezed(text)),
        "opt_out": _opts_out(text),
        "distress": _matches(_DISTRESS, *plain_text.readings(text)),
        "billing": _matches(_BILLING, plain_text.plain(text)),
        "support": _matches(_SUPPORT, plain_text.plain(text)),
    }
    return tuple(name for name in NAMES if found[name])


def _matches(patterns: tuple[re.Pattern[str], ...], *forms: str) -> bool:
    return any(pattern.search(form) for form in forms for pattern in patterns)


def _opts_out(text: str) -> bool:
    if any(char in PLAYFUL for char in text):
        return False
    words = "".join(
        " " if unicodedata.category(char)[0] in "PS" and char != "'" else char
        for char in plain_text.plain(text)
    )
    return " ".join(words.replace("don't", "dont").split()) in _OPT_OUTS
