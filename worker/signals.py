"""
Recognise in a fan's message what something follows from.

What follows (a stage, a fixed answer, an end to all automation) is decided in SQL.
"""

from __future__ import annotations

import re
import unicodedata

from worker import cues, own_triggers, plain_text
from worker.languages import language_of
from worker.offer_patterns import DECLINES_OFFER
from worker.own_triggers import TRIGGERS, OwnTriggers
from worker.signal_patterns import OPT_OUT
from worker.sincere_questions import SINCERE_QUESTION, SQUEEZED_QUESTIONS
from worker.stop_signs import NAMES as STOP_SIGNS
from worker.stop_signs import stop_signs_in
from worker.trigger_patterns import ASKS_CUSTOM, ASKS_FOR_CONTENT, ASKS_PRICE, WORDS
from worker.urgent_patterns import BILLING, SUPPORT

__all__ = ["NAMES", "TRIGGERS", "language_of", "recognise", "triggers_in"]

# With one of these a bare "stop" is banter.
PLAYFUL = frozenset("😂🤣😅😆😜😝😏😘🥵😍🥰😈😳🙈☺😊💦🔥❤💕😋😉🤭")

NAMES = (
    *TRIGGERS, "declines_offer", "sincere_question", "opt_out", *STOP_SIGNS, "billing", "support",
)  # fmt: skip


def _compiled(data: dict[str, tuple[str, ...]]) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(one) for patterns in data.values() for one in patterns)


def _asking(data: dict[str, tuple[str, ...]]) -> tuple[cues.Cue, ...]:
    return cues.cues((one for patterns in data.values() for one in patterns), words=WORDS)


_ASKS = {
    "asks_for_content": _asking(ASKS_FOR_CONTENT),
    "asks_price": _asking(ASKS_PRICE),
    "asks_custom": _asking(ASKS_CUSTOM),
}
_DECLINES = _compiled(DECLINES_OFFER)
_QUESTIONS = _compiled(SINCERE_QUESTION)
_BILLING, _SUPPORT = _compiled(BILLING), _compiled(SUPPORT)
_SQUEEZED = tuple(re.compile(pattern) for pattern in SQUEEZED_QUESTIONS)
_OPT_OUTS = frozenset().union(*OPT_OUT.values())


def triggers_in(text: str, own: OwnTriggers = own_triggers.NONE) -> tuple[str, ...]:
    """
    Return which of TRIGGERS the message `text` shows, `own` ones of the creator's included.

    Whoever asks for a price or for custom work asks for content.
    """
    forms = plain_text.readings(text)
    found = {name for name, asking in _ASKS.items() if _asks(asking, forms)}
    found |= own.found_in(forms[0])
    if found:
        found.add("asks_for_content")
    return tuple(name for name in TRIGGERS if name in found)


def recognise(text: str, own: OwnTriggers = own_triggers.NONE) -> tuple[str, ...]:
    """Return which of NAMES the message `text` shows, in that order."""
    triggers = triggers_in(text, own)
    stop_signs = stop_signs_in(text)
    found = {
        **{name: name in triggers for name in TRIGGERS},
        "declines_offer": _matches(_DECLINES, plain_text.plain(text)),
        # Nobody is to be answered by the model because of how the question was typed.
        "sincere_question": _matches(_QUESTIONS, *plain_text.readings(text))
        or _matches(_SQUEEZED, plain_text.squeezed(text)),
        "opt_out": _opts_out(text),
        **{name: name in stop_signs for name in STOP_SIGNS},
        "billing": _matches(_BILLING, plain_text.plain(text)),
        "support": _matches(_SUPPORT, plain_text.plain(text)),
    }
    return tuple(name for name in NAMES if found[name])


def _asks(asking: tuple[cues.Cue, ...], forms: tuple[str, ...]) -> bool:
    # A question mark tells asking from telling, so it stays with its clause.
    marked = (form.replace("?", " ? ") for form in forms)
    parts = dict.fromkeys(part for form in marked for part in _sentences(form))
    return any(cue.found_in(part) for cue in asking for part in parts)


def _sentences(form: str) -> list[str]:
    parts = re.split(r"(?<=[?])|[.!;…]+(?: |$)", form)
    return [tidy for part in parts if (tidy := " ".join(part.split()).strip(" ,:-"))]


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
