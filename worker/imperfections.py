"""
Make a model's polished text read like one typed on a phone.

Pure functions over a text and a seeded random source. Prices, numbers, links, handles and names
stay as they are; so does every text that the caller protects. Splitting into bubbles comes
before, the check of what came out after.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection
from random import Random

from worker.plain_text import words

Spans = list[tuple[int, int]]

# How often an allowed imperfection happens in one message. Between text messages and chat rooms:
# 13 to 86 % start in lower case, 81 to 96 % end without a full stop, 3 to 4 % stretch letters.
CHANCES = {"lowercase_start": 0.4, "dropped_period": 0.85, "slip": 0.1, "stretched_letter": 0.05}
KINDS = frozenset(CHANCES)

# First words that may lose their capital: never a name, and never a German noun.
STARTERS = words(
    "i i'm i've i'll i'd you you're your yes yeah yep no nope oh ooh aww haha hey hi hello well so "
    "and but or that that's this it it's what what's when where why who how is are do did does "
    "can could would the a an my we they if just maybe okay sure thanks thank good glad not "
    "hola ay pues claro y o pero que como cuando donde yo tu mi me te es eso esta muy si gracias "
    "oi ola ah entao mas voce eu meu minha e isso esta muito sim nao obrigada obrigado "
    "ich du er sie wir ja nein na ach oh hallo was wie wann wo warum und aber das der die ein eine "
    "je tu il on oui non coucou salut mais et oh ah c'est ca quoi comment pourquoi merci "
    "io lo la il ma e o ciao si no che come quando dove perche grazie mi ti sei"
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

_DASH = re.compile(r"[^\S\n]*[—―][^\S\n]*|[^\S\n]+–[^\S\n]+")
_ENDS_WITH_LINK = re.compile(r"(?:\w://|\bwww\.)\S*$")
_UNTOUCHABLE = (
    re.compile(r"\w+://\S+|\bwww\.\S+"),
    re.compile(r"[\w.-]*[\w-]\.[\w-]{2,}(?:/\S*)?"),  # example.com/x
    re.compile(r"[\w.+-]+@[\w.-]+"),
    re.compile(r"[@#][\w.-]+"),
    re.compile(r"[^\s—―]*\d[^\s—―]*(?:[^\S\n]\w+)?|[$€£¥][^\s—―]*"),  # 5 dollars: the unit too
    re.compile(r"\w+[^\S\n](?=\d)"),  # USD 5
)
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")


def apply(
    text: str, allowed: frozenset[str], rng: Random, protected: Collection[str] = ()
) -> tuple[str, list[str]]:
    """
    Return `text`, one message, with some of the `allowed` imperfections, and their names.

    Texts in `protected` stay as they are wherever they occur, in capitals or not. Em dashes,
    which nobody types on a phone, go in any case and are not counted. Raises ValueError for an
    unknown imperfection.
    """
    if unknown := allowed - KINDS:
        raise ValueError(f"unknown imperfections: {', '.join(sorted(unknown))}")
    text = without_dashes(text, protected)
    done: list[str] = []
    for name, imperfection in _IMPERFECTIONS.items():
        if name not in allowed or rng.random() >= CHANCES[name]:
            continue
        # One letter out of place is human, two in one message are an act.
        if name == "slip" and "stretched_letter" in done:
            continue
        changed = imperfection(text, rng, protected)
        if changed != text:
            text = changed
            done.append(name)
    return text, done


def without_dashes(text: str, protected: Collection[str] = ()) -> str:
    """Replace em dashes, and en dashes between words, by what people type instead."""
    spans = untouchable(text, protected)
    out: list[str] = []
    start = 0
    for match in _DASH.finditer(text):
        if _touches(spans, match.start(), match.end()):
            continue
        typed = _instead_of_dash(text, match)
        # A mark behind a link would read as a part of it, and so would dots behind a number.
        if _ENDS_WITH_LINK.search(text[: match.start()]):
            typed = " "
        elif typed == "..." and _touches(spans, match.start() - 1, match.start()):
            typed = ""
        out += [text[start : match.start()], typed]
        start = match.end()
    return "".join([*out, text[start:]])


def lowercase_start(text: str, rng: Random, protected: Collection[str] = ()) -> str:
    """Begin in lower case, if the first word is one that may."""
    match = _WORD.match(text)
    if match is None or match[0].casefold().replace("’", "'") not in STARTERS:
        return text
    if (len(match[0]) > 1 and match[0][1:] != match[0][1:].lower()) or _touches(
        untouchable(text, protected), *match.span()
    ):
        return text
    return text[0].lower() + text[1:]


def dropped_period(text: str, rng: Random, protected: Collection[str] = ()) -> str:
    """Leave out the full stop at the end; dots in a row and abbreviations keep theirs."""
    if not re.search(r"[^\W\d_]{2}\.$", text) or re.search(r"\.\w+\.$", text):
        return text
    if _touches(untouchable(text, protected), len(text) - 1, len(text)):
        return text
    return text[:-1]


def stretched_letter(text: str, rng: Random, protected: Collection[str] = ()) -> str:
    """Draw out one letter of one word that people draw out."""
    words = [word for word in _free_words(text, protected) if word[0].casefold() in STRETCHABLE]
    if not words:
        return text
    word = rng.choice(words)
    at = word.start() + STRETCHABLE[word[0].casefold()]
    return text[:at] + text[at] * rng.randint(2, 3) + text[at:]


def slip(text: str, rng: Random, protected: Collection[str] = ()) -> str:
    """Mistype one letter inside one longer word: double it, or hit the key beside it."""
    words = [
        word
        for word in _free_words(text, protected)
        if len(word[0]) >= 5 and word[0].isascii() and word[0].isalpha()
        if word[0].islower() and word[0] not in _NEVER_MISTYPED
    ]
    if not words:
        return text
    word = rng.choice(words)
    at = rng.randrange(word.start() + 1, word.end() - 1)
    typed = text[at] * 2 if rng.random() < 0.5 else rng.choice(_NEIGHBOURS[text[at]])
    return text[:at] + typed + text[at + 1 :]


def untouchable(text: str, protected: Collection[str] = ()) -> Spans:
    """Return the spans of prices, numbers, links, handles, names and `protected` texts."""
    spans = [match.span() for pattern in _UNTOUCHABLE for match in pattern.finditer(text)]
    spans += [match.span() for match in _WORD.finditer(text) if _is_name(text, match)]
    for kept in filter(None, protected):
        spans += [match.span() for match in re.finditer(re.escape(kept), text, re.IGNORECASE)]
    return spans


def _is_name(text: str, word: re.Match[str]) -> bool:
    """A capital inside a sentence: a name, or in German a noun."""
    starts_sentence = re.search(r"(?:^|[.!?…\n])[\s\"'“”¿¡(]*$", text[: word.start()])
    return word[0][0].isupper() and not starts_sentence


def _free_words(text: str, protected: Collection[str]) -> list[re.Match[str]]:
    spans = untouchable(text, protected)
    return [word for word in _WORD.finditer(text) if not _touches(spans, *word.span())]


def _touches(spans: Spans, start: int, end: int) -> bool:
    return any(start < span_end and end > span_start for span_start, span_end in spans)


def _instead_of_dash(text: str, dash: re.Match[str]) -> str:
    before, after = text[: dash.start()][-1:], text[dash.end() :][:1]
    if before in ("", "\n"):
        return ""
    if after in ("", "\n"):
        return "..."
    if before.isdigit() and after.isdigit():
        return "-"
    if after in ",.;:!?…":
        return ""
    return ", " if before.isalnum() or before in "\"'’”)" else " "


_IMPERFECTIONS: dict[str, Callable[[str, Random, Collection[str]], str]] = {
    "lowercase_start": lowercase_start,
    "dropped_period": dropped_period,
    "stretched_letter": stretched_letter,
    "slip": slip,
}
