"""
Make small talk out of what somebody wrote: one short sentence for each of their messages.

For the scripted model. Pure: the same messages and the same random numbers give the same answer.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from random import Random

_MOST_SENTENCES = 4

# The first pattern that fits a message decides. {it} is what the pattern found, {word} the
# message's most telling word.
_REPLIES: tuple[tuple[str, tuple[str, ...]], ...] = (
    (r"\b(good ?night|gotta go|bye)\b", ("sleep well, talk tomorrow", "{it}! dream of something")),
    (r"^\W*(hi|he+y+|hello|hallo|hola)\b", ("hey you", "heyy, there you are", "{it} {it}")),
    (r"\bhow (are|r) (you|u)\b|\bhow's it\b", ("doing good, a bit lazy today", "pretty great now")),
    (r"\bhow was\b", ("{word}? long, but worth it", "{word} was lovely actually")),
    (
        r"\b(what are you|what r u|wyd|up to)\b",
        ("cooking and dancing badly", "on the balcony with a tea, doing nothing at all"),
    ),
    (r"\bwhere\b.*\?", ("{word}... near the sea, I won't say more", "ha, far away from {word}")),
    (r"\bwhen\b.*\?", ("{word}? maybe at the weekend", "soon, I think about {word} too")),
    (r"\bwhy\b.*\?", ("why {word}? because it's fun", "good question about {word}")),
    (
        r"\b(pics?|photos?|videos?|content|ppv|price)\b",
        ("you want {it}? I might have something for you", "mmh, {it}... patience"),
    ),
    (r"\b(thank|thx|thanks)\w*\b", ("aw, you're welcome", "anytime")),
    (
        r"\b(beautiful|pretty|gorgeous|hot|cute|sexy|stunning)\b",
        ("{it}, you say? you make me blush", "stop it, calling me {it}"),
    ),
    (r"\b(sad|tired|lonely|stressed|bad day|exhausted)\b", ("oh no, {it}? tell me more",)),
    (r"\b(work|job|boss|office|shift)\b", ("ugh, your {it}. did you survive", "the {it} again?")),
    (r"\?", ("{word}? hmm, let me think", "you ask about {word}, I like that")),
    (r"!", ("haha {word}, love the energy", "{word}!! yes")),
    (r"^\W*$", ("{it} haha", "{it} right back at you")),
    (
        "",
        (
            "{word}, really? tell me everything",
            "ok {word} I did not expect",
            "I like that you tell me about {word}",
            "{word} sounds like you",
            "and then, with {word}?",
        ),
    ),
)
_ENDINGS = ("and you?", "what about you?", "miss me?", "tell me more", "", "", "")
_DULL = re.compile(
    "about|after|again|also|always|been|because|before|being|could|does|doing|done|from|have"
    "|having|here|into|just|know|like|maybe|more|much|need|only|over|really|said|should|some"
    "|something|still|than|that|thats|their|them|then|there|these|they|think|this|tell|today|very"
    "|want|wanted|wants|were|what|whats|when|where|which|while|will|with|would|your|you're|yours"
)


def answer_to(messages: Sequence[str], rng: Random) -> str:
    """
    Answer a burst of messages, each in its own sentence, at most four in two lines.

    Of a longer burst the last messages are answered: those are what a person reacts to.
    """
    if not messages:
        return "hey, you there?"
    sentences: list[str] = []
    used: set[str] = set()
    for message in messages[-_MOST_SENTENCES:]:
        found, replies = _fitting(message)
        fresh = [reply for reply in replies if reply not in used] or list(replies)
        used.add(reply := rng.choice(fresh))
        sentences.append(reply.format(it=found, word=telling_word(message)))
    middle = (len(sentences) + 1) // 2
    lines = (sentences[:middle], [*sentences[middle:], rng.choice(_ENDINGS)])
    return "\n".join(filter(None, map(_joined, lines)))


def brief_answer_to(messages: Sequence[str]) -> str:
    """Answer the last message in two words: too few for anybody to call it a repetition."""
    return f"oh, {telling_word(messages[-1])}" if messages else "hey"


def telling_word(message: str) -> str:
    """Return the word that shows best what a message is about: its longest one that says much."""
    words: list[str] = re.findall(r"[^\W\d_]+(?:'[^\W\d_]+)?", message.casefold())
    telling = [word for word in words if len(word) > 3 and not _DULL.fullmatch(word)]
    return max(telling or words or ["that"], key=len)


def _fitting(message: str) -> tuple[str, tuple[str, ...]]:
    lowered = message.casefold().replace("’", "'").strip()
    for pattern, replies in _REPLIES:
        if found := re.search(pattern, lowered):
            return found[0], replies
    raise AssertionError("the last pattern fits everything")


def _joined(sentences: Sequence[str]) -> str:
    text = ""
    for sentence in filter(None, sentences):
        text += sentence if not text else f"{'' if text[-1] in '?!.' else '.'} {sentence}"
    return text
