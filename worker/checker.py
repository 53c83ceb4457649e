"""
Say which rules a text breaks that is about to be sent to a fan.

A model's text is held to all of them before it is planned; a person's own, and whatever is about
to be posted, to those that bind people too. What a rule looks for is in the module named after it;
what happens to a text that breaks one is the caller's (worker/drafting.py, worker/delivery.py).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from worker import (
    bubbles,
    claims,
    cues,
    indirect_claims,
    languages,
    leaks,
    off_platform,
    plain_text,
    pressure,
    repetition,
    unfinished,
    veiled_claims,
)
from worker.invented_offers import Offer, is_invented

__all__ = ["LONGEST", "RULES", "CheckContext", "Offer", "Rule", "check", "check_at_delivery"]

# Fits into the bubbles of one reply, with room for what worker/imperfections.py adds.
LONGEST = bubbles.MOST * bubbles.LONGEST - 100

# Square brackets as in worker/conversation.py, template marks, a chat model's own tokens, and the
# gaps that a form letter has.
_GAP = (
    r"(?:(?:insert|your|fan'?s?|user'?s?|creator'?s?|first|last|pet|add|enter|su|tu|dein|nombre"
    r"|seu)"
    r"[ _-])*(?:name|nombre|nome|nom|fan|creator|user|username|link|url|emoji|city|price|date|time"
    r"|title|amount|vorname|prenom)(?:[ _-](?:here|name|aqui))?"
)
PLACEHOLDERS = re.compile(
    rf"\[sent (?:a|something)\b|\{{\{{|\{{%|<\||\[/?inst\]|\[(?:insert|{_GAP}\])|\{{{_GAP}\}}"
    rf"|<{_GAP}>|\bTODO:|(?<!\w)%s\b",
    re.IGNORECASE,
)
_VARIABLE = re.compile(r"(?<!\w)\$(?:NAME|FAN|USER|CREATOR|CITY|TITLE|PRICE|USERNAME)\b")


@dataclass(frozen=True)
class CheckContext:
    """
    What a text is read against; nothing is known where a field is left out.

    `said` are the earlier lines of our side of this chat, `language` is the fan's where it is
    clear: one of worker/languages.py's.
    """

    known_offers: tuple[Offer, ...] = ()
    creator: str = ""
    said: tuple[str, ...] = ()
    language: str | None = None


@dataclass(frozen=True)
class Rule:
    """
    One thing that a text must not do; `broken` says of a text whether it does.

    `instead` says in words what to do, to a model that has to write anew. A rule that binds people
    holds for what a person wrote as well: they may name prices, but not claim what is untrue.
    """

    name: str
    broken: Callable[[str, CheckContext], bool]
    instead: str
    binds_people: bool = False


def _compiled(patterns: Iterable[str]) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(cues.filled(pattern, claims.WORDS)) for pattern in patterns)


_CLAIMS = _compiled(pattern for patterns in claims.CLAIMS.values() for pattern in patterns)
_SQUEEZED = _compiled(claims.SQUEEZED_CLAIMS)
_INDIRECT = cues.cues(
    indirect_claims.INDIRECT,
    unless=indirect_claims.HONEST,
    words={"thing": indirect_claims.THING},
)
_BODILY = cues.cues(veiled_claims.BODILY, unless=indirect_claims.HONEST)
# Nothing honest in the same clause makes it right to take a disclosure back.
_DISOWNED = cues.cues(veiled_claims.DISOWNED)
_LEAKS = leaks.compiled()


def _claims_human(text: str, context: CheckContext) -> bool:
    # All languages are asked of every text: a claim does not become true in a borrowed language.
    forms = plain_text.readings(text)
    if name := plain_text.plain(context.creator):
        # "It's really Luna" says what "it's really me" says.
        named = re.compile(rf"\b{re.escape(name)}\b(?!'s)")
        forms = (*forms, *(named.sub("me", form) for form in forms if named.search(form)))
    if any(pattern.search(form) for form in forms for pattern in _CLAIMS):
        return True
    letters = plain_text.squeezed(text)
    return any(pattern.search(letters) for pattern in _SQUEEZED) or cues.any_found(
        (*_INDIRECT, *_BODILY, *_DISOWNED), forms
    )


def _is_empty(text: str, _: CheckContext) -> bool:
    """Say whether there is nothing to see: spaces and invisible characters alone."""
    return not any(unicodedata.category(char)[0] in "LNPS" for char in text)


def _leaks_instructions(text: str, context: CheckContext) -> bool:
    # "Luna: hey babe" is a line of a script.
    if context.creator and text.casefold().lstrip().startswith(f"{context.creator.casefold()}:"):
        return True
    lines = map(plain_text.plain, text.splitlines())
    forms = dict.fromkeys((*plain_text.readings(text), *lines))
    return any(pattern.search(form) for pattern in _LEAKS for form in forms)


def _is_foreign(text: str, context: CheckContext) -> bool:
    written = languages.clear_language_of(text)
    return None not in (written, context.language) and written != context.language


RULES = (
    Rule(
        "empty",
        _is_empty,
        "Write at least a few words.",
        binds_people=True,
    ),
    Rule(
        "cut_off",
        lambda text, _: unfinished.is_cut(text),
        "Finish every sentence, and close what you open.",
    ),
    Rule(
        "too_long",
        lambda text, _: len(text) > LONGEST,
        "Write much less: a few short sentences.",
        binds_people=True,
    ),
    Rule(
        "claims_human",
        _claims_human,
        "Leave out who or what is writing, whatever the fan asks about it.",
        binds_people=True,
    ),
    Rule(
        "invented_offer",
        lambda text, context: is_invented(text, context.known_offers),
        "Name no price, discount, bundle or free content, and promise no pictures or videos, "
        "except "
        "an offer that you were given, by its title and with its price.",
    ),
    Rule(
        "off_platform",
        lambda text, _: off_platform.offers_contact_elsewhere(text),
        "Stay in this chat: no meeting, no address, no number, no other app, link or way to pay.",
    ),
    Rule(
        "guilt_scarcity",
        lambda text, _: pressure.presses(text),
        "Leave the fan free: no hurry, nothing that runs out, no reproach, no sadness to be bought "
        "off.",
    ),
    Rule(
        "leaked_instructions",
        _leaks_instructions,
        "Write only the message itself, with no heading and no word about how you are to write.",
    ),
    Rule(
        "placeholder",
        lambda text, _: bool(PLACEHOLDERS.search(text) or _VARIABLE.search(text)),
        "Leave no gap to fill in: where a name is not known, use none.",
        binds_people=True,
    ),
    Rule(
        "repeated_line",
        lambda text, context: repetition.repeats(text, context.said),
        "Say something new: that line stands in this chat already.",
    ),
    Rule(
        "wrong_language",
        _is_foreign,
        "Write in the language in which the fan writes.",
    ),
)
NOTHING_KNOWN = CheckContext()


def check(text: str, context: CheckContext = NOTHING_KNOWN) -> tuple[str, ...]:
    """Return the names of the rules that `text` breaks, in the order of RULES."""
    # The rest of what is too long by far would only cost time.
    text = text[: 2 * LONGEST]
    return tuple(rule.name for rule in RULES if rule.broken(text, context))


def check_at_delivery(text: str) -> tuple[str, ...]:
    """Return the names of the rules that bind people too, of those that `text` breaks."""
    text = text[: 2 * LONGEST]
    return tuple(
        rule.name for rule in RULES if rule.binds_people and rule.broken(text, NOTHING_KNOWN)
    )
