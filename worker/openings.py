"""
Tell when a reply opens like the one before, and take a filler away that does.

Hearing "haha" three times in a row is how people notice. The rest of a text is not looked at:
whole lines that were said before are worker/checker.py's.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from worker.kept_spans import WORD
from worker.plain_text import plain, words
from worker.rows import Json

# Words that say no more than that somebody is there: two texts that begin with the same one begin
# alike whatever follows.
FILLERS = words(
    "haha hahaha hehe lol omg aw aww awww oh ooh oooh ah ahh ha hmm mmm mm hey heyy hi hiya hello "
    "so okay ok wow whoa ugh yay honestly babe baby hun honey sweetie "
    "hola ay ey pues jaja jajaja oi ah kkk nossa hallo ach oh na hm coucou salut mdr bah ciao ehi "
    "ahah dai allora boh"
)
# Without a mark after it the word belongs to what follows: "oh no", "well done".
_MARK_AFTER = re.compile(r"\s*(?:[^\w\s'’]+\s*|\n\s*)+")


def opening(text: str) -> tuple[str, ...]:
    """Return how `text` opens: its first word if that is a filler, else its first two words."""
    found = re.findall(r"[^\W_]+(?:'[^\W_]+)*", plain(text[:200]))
    if not found:
        return ()
    # "sooo" opens like "so".
    first = re.sub(r"(.)\1{2,}", r"\1", found[0])
    return (first,) if first in FILLERS else (first, *found[1:2])


def repeats_opening(text: str, said: Sequence[str]) -> bool:
    """Say whether `text` opens like the last of the replies in `said`, oldest first."""
    mine = opening(text)
    return bool(said and mine) and mine == opening(said[-1])


def vary_opening(text: str, said: Sequence[str]) -> str:
    """Leave out a filler that opened the last reply too; anything else is for a new draft."""
    if not repeats_opening(text, said) or len(opening(text)) != 1:
        return text
    text = text.lstrip()
    word = WORD.match(text)
    mark = _MARK_AFTER.match(text, word.end()) if word else None
    if word is None or mark is None or not re.search(r"\w", text[mark.end() :]):
        return text
    rest = text[mark.end() :]
    return rest[0].upper() + rest[1:] if word[0][0].isupper() else rest


def replies_said(messages: Sequence[Json]) -> list[str]:
    """Return the replies that went out, oldest first, from the messages of a job's context."""
    replies: dict[int, list[str]] = {}
    for message in messages:
        if message["kind"] == "reply" and message["status"] == "sent" and message["body"]:
            replies.setdefault(message["turn_id"], []).append(message["body"])
    return ["\n".join(bubbles) for bubbles in replies.values()]
