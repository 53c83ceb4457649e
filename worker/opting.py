"""
Recognise that a fan wants no more messages, or wants them again.

Whole messages only for the short words ("stop", "start"): inside talk they mean something else.
The words are in worker/signal_patterns.py; what follows is decided in SQL.
"""

from __future__ import annotations

import re
import unicodedata

from worker import plain_text
from worker.signal_patterns import (
    OPT_IN,
    OPT_IN_SENTENCES,
    OPT_OUT,
    OPT_OUT_SENTENCES,
    POLITE,
)

# With one of these a "stop" is banter.
_PLAYFUL = frozenset("😂🤣😅😆😜😝😏😘🥵😍🥰😈😳🙈☺😊💦🔥❤💕😋😉🤭")
_LAUGHTER = re.compile(r"\b(?:a?(?:ha){2,}h?|lo+l|lmao|ja(?:ja)+|k{3,}|mdr|hehe|xd|rofl)\b")

_POLITE = rf"(?:(?:{'|'.join(POLITE)}) )*"
_OUT_WORDS = frozenset().union(*OPT_OUT.values())
_IN_WORDS = frozenset().union(*OPT_IN.values())


def _compiled(sentences: dict[str, tuple[str, ...]]) -> re.Pattern[str]:
    cores = "|".join(one for patterns in sentences.values() for one in patterns)
    around = "|".join((*POLITE, "and", "y", "e", "und", "et"))
    return re.compile(rf"{_POLITE}(?:{cores}) (?:(?:{cores}|{around}) )*")


_OUT, _IN = _compiled(OPT_OUT_SENTENCES), _compiled(OPT_IN_SENTENCES)
_POLITE_ONLY = re.compile(_POLITE)


def opts_out(text: str) -> bool:
    """Say whether `text` asks that nothing more be sent."""
    if any(char in _PLAYFUL for char in text):
        return False
    if _LAUGHTER.search(plain_text.plain(text)):
        return False
    # One sentence that says it outright is enough, whatever stands beside it.
    if any(_OUT.fullmatch(f"{one} ") for one in _sentences(text)):
        return True
    return _is_only(_OUT_WORDS, text)


def opts_in(text: str) -> bool:
    """Say whether `text`, all of it, asks for messages again."""
    sentences = _sentences(text)
    if any(_IN.fullmatch(f"{one} ") for one in sentences):
        return all(_may_stand_beside(one) for one in sentences)
    return _is_only(_IN_WORDS, text)


def _may_stand_beside(sentence: str) -> bool:
    return (
        _IN.fullmatch(f"{sentence} ") is not None
        or _POLITE_ONLY.fullmatch(f"{sentence} ") is not None
        or sentence in _IN_WORDS
    )


def _is_only(known: frozenset[str], text: str) -> bool:
    """Say whether `text` is one of `known`, said politely or again and again."""
    words = _words(text)
    if words.count(" ") > 12:
        return False
    tidy = re.sub(rf"^{_POLITE}", "", f"{words} ")
    while (shorter := re.sub(rf" (?:{'|'.join(POLITE)}) $", " ", f" {tidy}").lstrip()) != tidy:
        tidy = shorter
    tidy = tidy.strip()
    return any(one in known or _spelt(one) in known for one in (words, tidy, _once(tidy)))


def _once(words: str) -> str:
    """Return "stop" for "stop stop stop"."""
    parts = words.split()
    return parts[0] if parts and set(parts) == {parts[0]} else words


def _spelt(word: str) -> str:
    """Return the long or telling word that `word` is a slip of, or `word`."""
    return "unsubscribe" if plain_text.one_slip_apart(word, "unsubscribe") else word


def _sentences(text: str) -> list[str]:
    parts = re.split(r"[.!?;,\n…]+", text)
    # Longer ones say something else, and would only cost time.
    return [words if words.count(" ") < 30 else "?" for part in parts if (words := _words(part))]


def _words(text: str) -> str:
    letters = "".join(
        " " if unicodedata.category(char)[0] in "PS" and char != "'" else char
        for char in plain_text.plain(text)
    )
    return " ".join(map(_unswapped, letters.replace("'", "").split()))


def _unswapped(word: str) -> str:
    for meant in ("stop", "start"):
        # "Stpo" and "sotp", but neither "step" nor "shop".
        if sorted(word) == sorted(meant) and plain_text.one_slip_apart(word, meant):
            return meant
    return word
