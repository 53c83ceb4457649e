"""
"Are you a bot? Is this really you?": recognise a question that is meant.

A sentence is turned into the kinds of its words, once for each language, and held against the
patterns of worker/sincere_grammar.py; the words are in worker/sincere_words.py. Whoever is
recognised by mistake reads a true sentence; whoever is missed is answered by the model, which has
to say the same. So doubt counts as sincere, and only play that cannot be meant stays out.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from worker import plain_text
from worker.sincere_grammar import MACHINE_QUESTIONS, QUESTIONS, REAL_QUESTIONS
from worker.sincere_words import EVERYWHERE, WORDS

_TOKENS = re.compile(r"[a-z0-9'/]+|[?.,]")
_ROBOTS = str.maketrans({"🤖": " robot ", "👾": " robot "})
_LAUGHS = frozenset("😂🤣😅😏😜🥵😈")
_ADMIRING = frozenset("😍🥵🔥🤤💦😻🤩😘")
# Words of these kinds (bot, real, person) are found in spite of a typing error; others have too
# many neighbours ("what are you reading?" is not about replying). Nor are these errors.
_TELLING = frozenset("TRP")
_NO_ERRORS = frozenset({"alike", "chapter", "lining", "loving", "realtime", "automation"})
# "r33l": letters and digits in one word.
_MIXED = re.compile(
    r"(?<![a-z0-9])(?=[a-z0-9@$!]*[a-z])(?=[a-z0-9@$!]*[0-9@$!][a-z0-9])[a-z0-9@$!]+"
)
_DIGITS = str.maketrans("013457@$!", "oieastasi")
_LONGEST_PHRASE = 6
_LONGEST_WORD = 24
# Nobody asks in more words; what is longer is looked at piece by piece, to bound the time.
_LONGEST_SENTENCE = 40
# "Echt jetzt?" is no question about anybody.
_PERCENT = re.compile(r"(?:\b(?:zu|al|a|au|um) )?\b\d+ ?%")
_MERELY_REALLY = re.compile(r"[fz,]*Z[fzE]*[?]*")


@dataclass(frozen=True)
class Lexicon:
    """One language's words: single ones and phrases, with their kinds."""

    kinds: dict[str, str]
    # Words that are found in spite of a typing error, by their length.
    telling: dict[int, tuple[str, ...]]

    def tagged(self, tokens: tuple[str, ...]) -> str:
        """Return the kinds of `tokens`, one letter after the other."""
        out, at = [], 0
        while at < len(tokens):
            for length in range(min(_LONGEST_PHRASE, len(tokens) - at), 0, -1):
                kind = self.kinds.get(" ".join(tokens[at : at + length]))
                if kind is not None:
                    break
            else:
                length, kind = self._unknown(tokens, at)
            out.append(kind)
            at += length
        return "".join(out)

    def _unknown(self, tokens: tuple[str, ...], at: int) -> tuple[int, str]:
        token = tokens[at]
        if token in frozenset("?.,"):
            return 1, token
        # "ro bot", "hu man": one word, split.
        if at + 1 < len(tokens):
            kind = self.kinds.get(token + tokens[at + 1])
            if kind in ("T", "R", "P") and len(token + tokens[at + 1]) >= 4:
                return 2, kind
        # "l'impression", "qu'un"
        head, mark, rest = token.rpartition("'")
        if mark and rest == "s" and head in self.kinds:
            return 1, self.kinds[head]
        if mark and rest in self.kinds:
            return 1, self.kinds.get(head, "f")[0] + self.kinds[rest]
        return 1, self._run_together(token) or self._misspelt(token) or "x"

    def _run_together(self, token: str) -> str:
        """Take "areyouabot" apart, if nothing of it is left over and a bot or real is in it."""
        found = self._parts(token) if 4 <= len(token) <= _LONGEST_WORD else None
        return found if found and set(found) & set("TRPZ") and set(found) & set("ABUf") else ""

    def _parts(self, token: str, *, safely: bool = False) -> str | None:
        if not token:
            return ""
        for length in range(len(token), 0, -1):
            kind = self.kinds.get(token[:length])
            if kind is None or not set(kind) <= set("ABUDTMRPZfNz"):
                continue
            # "Estudia" is not "es tu d'ia", but "areyouai" is "are you AI".
            if kind == "T" and length < 3 and not safely:
                continue
            rest = self._parts(token[length:], safely=safely or length > 4)
            if rest is not None:
                return kind + rest
        return None

    def _misspelt(self, token: str) -> str:
        if not 5 <= len(token) <= _LONGEST_WORD or not token.isalpha() or token in _NO_ERRORS:
            return ""
        for length in (len(token), len(token) - 1, len(token) + 1):
            for word in self.telling.get(length, ()):
                if word[0] == token[0] and plain_text.one_slip_apart(token, word):
                    return self.kinds[word]
        return ""


@cache
def _lexicons() -> tuple[Lexicon, ...]:
    return tuple(_lexicon(_kinds(EVERYWHERE) | _kinds(words)) for words in WORDS.values())


def _lexicon(kinds: dict[str, str]) -> Lexicon:
    telling: dict[int, tuple[str, ...]] = {}
    for word, kind in kinds.items():
        if len(word) >= 5 and kind[0] in _TELLING and " " not in word:
            telling[len(word)] = (*telling.get(len(word), ()), word)
    return Lexicon(kinds, telling)


def _kinds(text: str) -> dict[str, str]:
    kinds: dict[str, str] = {}
    for line in text.split("\n"):
        letters, _, words = line.partition(": ")
        for word in words.split():
            # The first kind of a word is its kind.
            kinds.setdefault(word.replace("_", " "), letters)
    return kinds


_ALWAYS = tuple(re.compile(pattern) for pattern in QUESTIONS)
_UNLESS_ADMIRED = tuple(re.compile(pattern) for pattern in REAL_QUESTIONS)
_UNLESS_PLAYED = tuple(re.compile(pattern) for pattern in MACHINE_QUESTIONS)


def asks_sincerely(text: str, creator: str = "") -> bool:
    """Say whether the message `text` asks who or what is writing; `creator` is her name."""
    forms = plain_text.readings(text.translate(_ROBOTS))
    forms = (*forms, *(_MIXED.sub(_spelt, form) for form in forms[:1]))
    if name := plain_text.plain(creator):
        # "Is this really Luna?" asks what "is this really you?" asks.
        named = re.compile(rf"\b{re.escape(name)}\b(?!')")
        forms = (*forms, *(named.sub("thecreator", form) for form in forms if named.search(form)))
    laughs = any(char in _LAUGHS for char in text)
    # "Are you real? Those eyes 😍": the eyes need no list.
    admires = any(char in _ADMIRING for char in text) and len(_sentences(forms[0])) > 1
    sentences = dict.fromkeys(
        piece for form in forms for part in _sentences(form) for piece in _pieces(_tokens(part))
    )
    return any(
        _is_question(tagged, laughs=laughs, admires=admires)
        for lexicon in _lexicons()
        for tagged in _tagged(lexicon, sentences)
    )


def _tagged(lexicon: Lexicon, sentences: dict[tuple[str, ...], None]) -> list[str]:
    tagged = [lexicon.tagged(sentence) for sentence in sentences]
    # "Are you real? Those abs": what makes it play stands in the next sentence.
    play = "".join(sorted(kind for kind in "CJ" if any(kind in other for other in tagged)))
    # "Echt" and "de verdad" say real as well as really.
    return [
        f"{one.replace('Z', kind)}#{play}"
        for one in tagged
        if not _MERELY_REALLY.fullmatch(one)
        for kind in ("Rz" if "Z" in one else "R")
    ]


def _spelt(match: re.Match[str]) -> str:
    return match[0].translate(_DIGITS)


def _is_question(tagged: str, *, laughs: bool, admires: bool) -> bool:
    tagged, _, play = tagged.partition("#")
    if any(pattern.search(tagged) for pattern in _ALWAYS):
        return True
    if (
        not admires
        and "C" not in play
        and any(pattern.search(tagged) for pattern in _UNLESS_ADMIRED)
    ):
        return True
    return not (play or laughs) and any(pattern.search(tagged) for pattern in _UNLESS_PLAYED)


def _sentences(form: str) -> list[str]:
    form = _PERCENT.sub("", form)
    form = re.sub(r"\?[?! ]*", " ? ", re.sub(r"[!;…]+|[.]{2,}|[.](?= |$)|\n", " . ", form))
    return [part for part in re.split(r"(?<=\?) | \. ", f"{form} ") if part.strip(" .")]


def _pieces(tokens: tuple[str, ...]) -> list[tuple[str, ...]]:
    step = _LONGEST_SENTENCE // 2
    return [
        tokens[at : at + _LONGEST_SENTENCE] for at in range(0, max(len(tokens) - step, 1), step)
    ]


def _tokens(sentence: str) -> tuple[str, ...]:
    return tuple(_TOKENS.findall(sentence.replace("-", " ")))
