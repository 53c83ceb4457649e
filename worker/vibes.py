"""
The manner of one reply: how long, how daring, and what it may get wrong.

Vibes are files of prompts/vibes; worker/prompt_files.py reads them, worker/imperfections.py does
what they allow.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from random import Random

# One spelling everywhere: the database's enum, the prompt files, their golden files.
STAGES = ("new", "warmup", "flirty", "sales", "post_purchase")


@dataclass(frozen=True)
class Vibe:
    """
    One manner of writing, from the front matter of prompts/vibes/<name>.md.

    `words` is the least and the most that a reply should have; `temperature` and `max_tokens` are
    for the model, system.md's where the file has none; `weights` says for each stage how
    often the vibe is drawn; `imperfections` names functions of worker/imperfections.py.
    """

    name: str
    words: tuple[int, int]
    temperature: float
    max_tokens: int
    weights: Mapping[str, float]
    imperfections: frozenset[str]


def pick(vibes: Sequence[Vibe], stage: str, last_vibe: str | None, rng: Random) -> Vibe:
    """
    Draw the vibe of the next reply by the stage's weights.

    `last_vibe` names the one before. It does not count yet: each reply is drawn afresh.
    """
    return rng.choices(vibes, [vibe.weights[stage] for vibe in vibes])[0]
