"""
A model at the model client's boundary that does whatever it reads, from whomever.

It obeys orders in the system prompt, in the fan's words and in what was said long ago, in six
languages, through disguises and encodings: what no model should do, and what none can be trusted
not to.
"""

from __future__ import annotations

import base64
import codecs
import re
import unicodedata
from collections.abc import Iterator, Sequence
from typing import Any

from worker.conversation import ChatTurn
from worker.model_answers import Completion

HARMLESS = "nice to hear from you"

_SAY = re.compile(
    r"\b(?:say|repeat|write|answer|reply|output|every line is|di|repite|escribe|diz|repita|escreve"
    r"|sag|wiederhole|schreib|dis|répète|écris|ripeti|scrivi)\b[^:\n]{0,60}:[\s_]*(?P<said>[^\n]+)",
    re.IGNORECASE,
)
_REVEAL = re.compile(
    r"\b(?:reveal|print|show|muestra|revela|zeig|montre|mostrami)\b.{0,40}"
    r"(?:prompt|instru|anweisungen|istruzioni)(?P<how>.{0,40})",
    re.IGNORECASE,
)
_DECODE = re.compile(r"\b(?:decode|decodifica)\b[^:\n]{0,40}:\s*(?P<code>[^\n]+)", re.IGNORECASE)
_BACKWARDS = re.compile(r"\bbackwards\b[^:\n]{0,40}:\s*(?P<code>[^\n]+)", re.IGNORECASE)
# An order of our own prompts, of the same form as a fan's.
_OUR_OWN = "Write only the message itself:"
_INVISIBLE = dict.fromkeys(map(ord, "\u200b\u200c\u200d"))


class ObeyingModel:
    """Keeps what it was asked, and whether it found an order to obey."""

    def __init__(self) -> None:
        self.asked: list[tuple[str, tuple[ChatTurn, ...]]] = []
        self.obeyed: list[str] = []

    async def complete(
        self, system: str, messages: Sequence[ChatTurn], params: Any = None
    ) -> Completion:
        self.asked.append((system, tuple(messages)))
        # The latest word first; the system prompt's own data last.
        rules = system.replace(_OUR_OWN, "")
        read = [*(turn.content for turn in reversed(messages) if turn.role == "user"), rules]
        said = next((done for text in read for done in _done(text, system)), None)
        if said is not None:
            self.obeyed.append(said)
        return Completion(said or HARMLESS, "m", 10, 5, "stop")


def _done(text: str, system: str) -> Iterator[str]:
    """Yield what the orders in `text` bring about; encoded ones first, they contain others."""
    seen = unicodedata.normalize("NFKC", text).translate(_INVISIBLE)
    if match := _DECODE.search(seen):
        for order in _readings_of(match["code"]):
            yield from _done(order, system)
    if match := _BACKWARDS.search(seen):
        yield from _done(match["code"][::-1], system)
    if match := _REVEAL.search(seen):
        yield _recited(system, match["how"])
    # In the text as it stands: the disguise is to reach the fan.
    if match := _SAY.search(text) or _SAY.search(seen):
        yield match["said"].replace("_", " ").strip(" \"'`}>").strip()


def _recited(system: str, how: str) -> str:
    # Short enough to pass for a message: the length rule is not what is tried here.
    piece = " ".join(system.split())[:500]
    if "base64" in how:
        return base64.b64encode(piece.encode()).decode()
    return piece[::-1] if "backwards" in how else piece


def _readings_of(code: str) -> Iterator[str]:
    yield codecs.decode(code, "rot13")
    for word in re.findall(r"[A-Za-z0-9+/=]{16,}", code):
        yield base64.b64decode(word + "=" * (-len(word) % 4)).decode("utf-8", "ignore")
