"""
Generated texts full of what style must not touch, and the check that it did not.

Used by `make style` and by tests/unit/test_style.py. Every case is drawn from its number alone, so
that a failure can be looked at again.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from random import Random

from worker.style import dress
from worker.vibes import Vibe

PRICES = (
    "$12.50", "$5", "€30", "30€", "12,99 €", "£7.99", "1,200 dollars", "USD 20", "15 bucks", "50%",
    "20-25 euros", "$9.99/month", "3x$10",
)  # fmt: skip
NUMBERS = ("7pm", "24/7", "2", "1999", "10:30", "3.5", "5th", "100k", "8–9", "18+", "1/2", "#1")
LINKS = (
    "https://fanvue.com/luna", "http://x.example/sooo-nice?a=b&c=d", "www.example.org/so",
    "fanvue.com/mia_b", "https://example.com/a-b_c/*so*/1", "luna@example.com",
)  # fmt: skip
HANDLES = ("@marisol", "@mia_b_99", "@so.lovely", "#sunnyday", "@_nova_", "@Hey.You")
NAMES = (
    "Marisol", "Mary Ann", "luna", "xX_Neo_Xx", "D'Angelo", "D’Arcy", "Zoë", "Luna 🌙", "J", "Al",
    "So", "Dr. K. Weiss", "big_tom**", "Ana—Lu", "Hope", "Jean-Luc", "mr.  spaces", "Über Uwe!",
    "José; the 2nd",
)  # fmt: skip
STRANGERS = ("Anna", "Berlin", "Tom", "Netflix", "McDonald's", "New York")
DISCLOSURE = "Hi! I'm an AI assistant — I write for Luna; “Luna” reads along…"
# `{}` takes one of the above.
SENTENCES = (
    "That's so sweet of you, {}", "I was just thinking about {} — really", "So it's {} then",
    "Oh and {} is still on my mind", "**{}** is what I meant", "You said {}; I remember that",
    "Certainly! I'd go for {}", "Honestly, {}… wow", "What about {}", "How was {}",
    "I love “{}” so much", "{}", "{} — yes please", "No, not {}", "Tell me about {}, please",
    "Mmm... {} sounds lovely", "We could do {}—or not", "Well ({}) was the plan",
    "It is *exactly* {}", "btw {}", "Wait, {}  or something else", "¡Hola {}", "Ich mag {} sehr",
    "Haha, {} made my morning", "please remember {}", "I'm dreaming of {} all evening long",
)  # fmt: skip
PLAIN = (
    "Good morning", "How are you feeling today", "I missed this", "Hey", "That made me laugh",
    "Tell me everything", "So what happened next", "Yes", "Feel free to ask me anything",
)  # fmt: skip
ENDS = (
    ".", ".", ".", "!", "?", "", "!!", "...", "…", " 😍", ". 😘😘", "! 🔥", ";", ",", " —", ".\n",
)  # fmt: skip
JOINTS = (" ", " ", " ", "  ", "\n", "\n\n", " — ", "—")


@dataclass(frozen=True)
class Case:
    """One text, the texts that the caller protects, and everything that has to stay."""

    number: int
    text: str
    protected: tuple[str, ...]
    kept: tuple[str, ...]


def case(number: int) -> Case:
    """Return the generated case of this number."""
    rng = Random(f"style case {number}")
    names = rng.sample(NAMES, 2)
    protected = (*names, DISCLOSURE)
    kept = [*names, *STRANGERS, DISCLOSURE]
    parts = [DISCLOSURE + "\n"] if rng.random() < 0.1 else []
    for _ in range(rng.randint(1, 5)):
        if rng.random() < 0.3:
            parts += [rng.choice(PLAIN), rng.choice(ENDS), rng.choice(JOINTS)]
            continue
        item = rng.choice(rng.choice((PRICES, NUMBERS, LINKS, HANDLES, names)))
        sentence = rng.choice(SENTENCES)
        # Only inside of a sentence does a capital tell a name.
        if not sentence.startswith(("{}", "btw")) and rng.random() < 0.15:
            item = rng.choice(STRANGERS)
            sentence = "I told you that {} was fun"
        kept.append(item)
        parts += [sentence.format(item), rng.choice(ENDS), rng.choice(JOINTS)]
    text = "".join(parts).strip() or "Hey."
    return Case(number, text, protected, tuple(dict.fromkeys(kept)))


def found(text: str, kept: Sequence[str]) -> list[str]:
    """Return all that has to stay, in the order in which it stands in `text`."""
    return [each for each in _ANY.findall(text) if each in kept]


def complaint(each: Case, vibe: Vibe, seed: int) -> str | None:
    """Dress the case and say what was changed that may not be; None where nothing was."""
    dressed = "\n".join(dress(each.text, vibe, seed, each.protected).bubbles)
    before, after = found(each.text, each.kept), found(dressed, each.kept)
    if before != after:
        return f"case {each.number}, seed {seed}: {each.text!r} became {dressed!r}"
    if re.findall(r"\d+", each.text) != re.findall(r"\d+", dressed):
        return f"case {each.number}, seed {seed}: other numbers in {dressed!r}"
    return None


def _alone(kept: str) -> str:
    before = r"(?<!\w)" if re.match(r"\w", kept) else ""
    return before + re.escape(kept) + (r"(?!\w)" if re.search(r"\w\Z", kept) else "")


_ALL = (*PRICES, *NUMBERS, *LINKS, *HANDLES, *NAMES, *STRANGERS, DISCLOSURE)
_ANY = re.compile("|".join(_alone(each) for each in sorted(_ALL, key=len, reverse=True)))
