"""
Make a model's polished text read like one typed on a phone.

Pure functions over one message and a seeded random source. What worker/kept_spans.py names stays as
it is. How often each happens is the vibe's (prompts/vibes), in which order worker/style.py's.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Collection
from random import Random

from worker.emoji import AT_THE_END
from worker.first_words import FIRST_WORDS
from worker.kept_spans import (
    CAPITAL_ANYWHERE,
    WORD,
    free_words,
    links,
    starts_sentence,
    touches,
    untouchable,
)
from worker.plain_text import words

# How often each happens where a vibe names it without a chance: lowercase_start and no_emoji in one
# reply, the others in one message. Between text messages and chat rooms: 13 to 86 % start in lower
# case, 81 to 96 % end without a full stop, 3 to 4 % stretch letters.
CHANCES = {
    "lowercase_start": 0.4, "no_emoji": 0.5, "dropped_period": 0.65,
    "dropped_question_mark": 0.1, "slip": 0.05, "stretched_letter": 0.05,
}  # fmt: skip
KINDS = frozenset(CHANCES)

# A question without its mark is still one where it begins like one.
_QUESTION_WORDS = words(
    "what what's whats when where where's who who's why how how's which do does did is are can "
    "could would have has was were will que quien como cuando donde cual por o onde quando qual "
    "was wer wie wo wann warum hast bist kannst comment pourquoi quand quel quelle est qui "
    "cosa come dove quando perche chi hai sei"
)

# word -> the letter that is drawn out when it is stretched
STRETCHABLE = {
    "so": 1, "hey": 2, "yes": 2, "no": 1, "aww": 2, "please": 5, "cute": 3, "nice": 3, "yay": 2,
    "soon": 2, "love": 1, "hmm": 2, "ooh": 1, "hola": 3, "muy": 1, "oi": 1, "hallo": 4, "ja": 1,
    "coucou": 5, "oui": 2, "trop": 2, "ciao": 3,
}  # fmt: skip

# Neighbours of a letter on a phone's keyboard, to the left and right.
_NEIGHBOURS = {
    letter: (row[max(0, at - 1) : at] + row[at + 1 : at + 2])
    for row in ("qwertyuiop", "asdfghjkl", "zxcvbnm")
    for at, letter in enumerate(row)
}

# A slip here would turn a true word about who writes, a refusal or an amount into another.
_NEVER_MISTYPED = words(
    "not never don't won't can't human person assistant artificial intelligence robot machine "
    "automated dollar dollars euro euros bucks cents price prices free three seven eight eleven "
    "twelve thirteen fifteen twenty thirty forty fifty sixty seventy eighty ninety hundred "
    "thousand cuatro cinco siete nueve veinte treinta ciento quatro vinte trinta sieben zwanzig "
    "dreissig hundert quatre cinq vingt trente quaranta cinquanta venti trenta"
)

_LAST_FULL_STOP = re.compile(r"(?<=[^\W\d_]{2})\.(?=[\"')\]]*\Z)")
_LAST_QUESTION_MARK = re.compile(r"(?<=\w)\s?\?\Z")


def lowercase_start(text: str, rng: Random, protected: Collection[str] = ()) -> str:
    """
    Begin in lower case, where the word is one that may: who does not care for the first capital
    does not care for the next ones, or for that of "I".
    """
    spans = untouchable(text, protected)
    for word in WORD.finditer(text):
        if not word[0][0].isupper():
            continue
        if not starts_sentence(text, word.start()) and not CAPITAL_ANYWHERE.fullmatch(word[0]):
            continue
        if _may_change_case(word[0]) and not touches(spans, *word.span()):
            text = text[: word.start()] + text[word.start()].lower() + text[word.start() + 1 :]
    return text


def uppercase_start(text: str, protected: Collection[str] = ()) -> str:
    """Begin with a capital, as a phone does by itself, where the word is one that may."""
    word = WORD.match(text)
    if word is None or not _may_change_case(word[0]):
        return text
    if touches(untouchable(text, protected), *word.span()):
        return text
    return text[0].upper() + text[1:]


def dropped_period(text: str, rng: Random, protected: Collection[str] = ()) -> str:
    """
    Leave out the full stop at the end, also before an emoji.

    Dots in a row, abbreviations, links and numbers keep theirs.
    """
    tail = AT_THE_END.search(text)
    end = tail.start() if tail else len(text)
    stop = _LAST_FULL_STOP.search(text[:end])
    if stop is None or re.search(r"\.\w+\.$", text[:end]):
        return text
    if touches(untouchable(text, protected), *stop.span()):
        return text
    return text[: stop.start()] + text[stop.end() :]


def dropped_question_mark(text: str, rng: Random, protected: Collection[str] = ()) -> str:
    """Leave out the question mark at the end, where the last sentence is a question without it."""
    mark = _LAST_QUESTION_MARK.search(text)
    if mark is None or touches(links(text, protected), *mark.span()):
        return text
    sentence = re.split(r"[.!?…\n]\s+", text[: mark.start()])[-1]
    first = WORD.search(sentence)
    if first is None or _bare(first[0]) not in _QUESTION_WORDS or "?" in sentence:
        return text
    return text[: mark.start()]


def stretched_letter(text: str, rng: Random, protected: Collection[str] = ()) -> str:
    """Draw out one letter of one word that people draw out."""
    found = [word for word in free_words(text, protected) if word[0].casefold() in STRETCHABLE]
    if not found:
        return text
    word = rng.choice(found)
    at = word.start() + STRETCHABLE[word[0].casefold()]
    return text[:at] + text[at] * rng.randint(2, 3) + text[at:]


def slip(text: str, rng: Random, protected: Collection[str] = ()) -> str:
    """Mistype one letter inside one longer word: double it, or hit the key beside it."""
    found = [
        word
        for word in free_words(text, protected)
        if len(word[0]) >= 5 and word[0].isascii() and word[0].isalpha()
        if word[0].islower() and word[0] not in _NEVER_MISTYPED
    ]
    if not found:
        return text
    word = rng.choice(found)
    at = rng.randrange(word.start() + 1, word.end() - 1)
    typed = text[at] * 2 if rng.random() < 0.5 else rng.choice(_NEIGHBOURS[text[at]])
    return text[:at] + typed + text[at + 1 :]


def correction(before: str, after: str) -> str:
    """Return what people send after a slip: the right word, with a star."""
    right = next(
        word
        for word, typed in zip(WORD.finditer(before), WORD.finditer(after), strict=False)
        if len(word[0]) > 1 and word[0].casefold() != typed[0].casefold()
    )
    return f"*{right[0]}"


def _may_change_case(word: str) -> bool:
    rest = word[1:]
    if rest != rest.lower():
        return False
    # Nooo is no, and hmmmm is hmm.
    bare = _bare(word)
    short = re.sub(r"(.)\1{2,}", r"\1", bare)
    return bool({bare, short, re.sub(r"(.)\1{2,}", r"\1\1", bare)} & FIRST_WORDS)


def _bare(word: str) -> str:
    letters = unicodedata.normalize("NFKD", word.casefold().replace("’", "'"))
    return "".join(char for char in letters if unicodedata.category(char) != "Mn")


# What happens to one message, in this order.
ONE_MESSAGE: dict[str, Callable[[str, Random, Collection[str]], str]] = {
    "dropped_period": dropped_period,
    "dropped_question_mark": dropped_question_mark,
    "stretched_letter": stretched_letter,
    "slip": slip,
}
