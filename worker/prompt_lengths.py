"""
Say how long prompts are, and which of them are too long.

In tokens, by estimate (worker/tokens.py). Every file has a budget of its own, and the system prompt
that they make together has one in system.md.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from worker.prompt_files import Fault, PromptFile
from worker.tokens import estimate_tokens

# The longest system prompt, in tokens, where system.md does not say. In a context of 8,192 it still
# leaves some 3,000 to the conversation.
DEFAULT_MAX_PROMPT_TOKENS = 4_500
# The longest single file, where it does not say: parts hold the rules, the others a few lines.
DEFAULT_MAX_TOKENS = {"parts": 1_500, "jobs": 1_500, "stages": 500, "tiers": 500, "vibes": 500}


@dataclass(frozen=True)
class Longest:
    """The longest of the system prompts, and how long it may be."""

    stage: str = ""
    tier: str = ""
    vibe: str = ""
    tokens: int = 0
    at_most: int = 0
    loaded: frozenset[str] = frozenset()


def too_long(file: PromptFile) -> Iterator[Fault]:
    limit = file.settings.get("max_prompt_tokens", DEFAULT_MAX_TOKENS.get(file.kind))
    if file.kind in ("system", "fixed") or limit is None:
        return
    total = 0
    passed = 0
    for number, line in enumerate(file.template.split("\n"), 1):
        if number <= padding_of(file):
            continue
        total += _tokens_of_line(line)
        if total > limit and not passed:
            passed = number
    if passed:
        yield Fault(
            file.path,
            passed,
            f"is too long: {total} tokens, and at most {limit}, which are full here "
            "(max_prompt_tokens in its front matter)",
        )


def too_long_together(files: Mapping[str, PromptFile], longest: Longest) -> Iterator[Fault]:
    if longest.tokens <= longest.at_most:
        return
    shares = {path: tokens_in(files[path].template) for path in longest.loaded}
    path = max(sorted(shares), key=lambda each: shares[each])
    lines = files[path].template.split("\n")
    line = max(range(len(lines)), key=lambda number: len(lines[number])) + 1
    yield Fault(
        path,
        line,
        f"the system prompt of stage {longest.stage}, tier {longest.tier}, vibe "
        f"{longest.vibe or 'none'} is too long: {longest.tokens} tokens with a long persona, many "
        f"tags and facts, and at most {longest.at_most} (max_prompt_tokens in system.md); this "
        f"file has the most of them, {shares[path]}, and this is its longest line",
    )


def padding_of(file: PromptFile) -> int:
    """How many lines of the file are its front matter."""
    padding = re.match(r"\{#\n*#\}\n", file.template)
    return padding[0].count("\n") if padding else 0


def tokens_in(text: str) -> int:
    return sum(map(_tokens_of_line, text.split("\n")))


@lru_cache(maxsize=4096)
def _tokens_of_line(line: str) -> int:
    """The line break counted in: a little more than of the whole text, and much quicker."""
    return estimate_tokens(f"{line}\n")
