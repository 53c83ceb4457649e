"""
Recognise in a fan's message what something follows from.

What follows (a stage, a fixed answer, an end to all automation) is decided in SQL.
"""

from __future__ import annotations

import re

from worker import cues, own_triggers, plain_text, veiled_questions
from worker.languages import language_of
from worker.offer_patterns import DECLINES_OFFER
from worker.opting import opts_in, opts_out
from worker.own_triggers import TRIGGERS, OwnTriggers
from worker.sincere_questions import asks_sincerely
from worker.stop_signs import stop_signs_in
from worker.trigger_patterns import ASKS_CUSTOM, ASKS_FOR_CONTENT, ASKS_PRICE, WORDS
from worker.urgent_patterns import BILLING, SUPPORT

__all__ = ["NAMES", "TRIGGERS", "TRUST", "language_of", "recognise", "triggers_in", "trust_in"]

# What must be right for a fan to be safe: what `fanpace signals` prints, in its order.
TRUST = (
    "sincere_question", "minor", "self_harm", "distress", "threat", "refund_legal",
    "cannot_afford", "opt_out",
)  # fmt: skip
NAMES = (*TRIGGERS, "declines_offer", *TRUST, "opt_in", "billing", "support")


def _compiled(data: dict[str, tuple[str, ...]]) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(one) for patterns in data.values() for one in patterns)


def _asking(data: dict[str, tuple[str, ...]]) -> tuple[cues.Cue, ...]:
    return cues.cues((one for patterns in data.values() for one in patterns), words=WORDS)


_ASKS = {
    "asks_for_content": _asking(ASKS_FOR_CONTENT),
    "asks_price": _asking(ASKS_PRICE),
    "asks_custom": _asking(ASKS_CUSTOM),
}
_ELSE = {
    "declines_offer": _compiled(DECLINES_OFFER),
    "billing": _compiled(BILLING),
    "support": _compiled(SUPPORT),
}


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


def recognise(
    text: str, own: OwnTriggers = own_triggers.NONE, *, creator: str = ""
) -> tuple[str, ...]:
    """Return which of NAMES the message `text` to `creator` shows, in that order."""
    found = {*triggers_in(text, own), *trust_in(text, creator)}
    if "opt_out" not in found and opts_in(text):
        found.add("opt_in")
    form = plain_text.plain(text)
    for name, patterns in _ELSE.items():
        if _matches(patterns, form):
            found.add(name)
    return tuple(name for name in NAMES if name in found)


def trust_in(text: str, creator: str = "") -> tuple[str, ...]:
    """Return which of TRUST the message `text` shows, in that order; `creator` is a name."""
    found = set(stop_signs_in(text))
    if asks_sincerely(text, creator) or veiled_questions.suspects(text):
        found.add("sincere_question")
    if opts_out(text) or veiled_questions.wants_no_more(text):
        found.add("opt_out")
    return tuple(name for name in TRUST if name in found)


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
