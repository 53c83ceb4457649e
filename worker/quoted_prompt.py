"""
Recognise our own prompts in a text that is about to be sent.

Whoever talks a model into giving its instructions away gets them word for word, or encoded. What
else gives instructions away is worker/checker.py's.
"""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Iterable, Iterator

from worker.plain_text import plain

# So many words in a row are no coincidence.
RUN = 7

_MARKS = re.compile(r"\{#.*?#\}|\{%.*?%\}|\{\{.*?\}\}", re.DOTALL)
_ENCODED = re.compile(r"[A-Za-z0-9+/_=-]{24,}")

Runs = frozenset[tuple[str, ...]]


def runs_of(templates: Iterable[str]) -> Runs:
    """Return every run of words in the fixed text of `templates`; what is filled in is left out."""
    return frozenset(
        run for template in templates for piece in _MARKS.split(template) for run in _runs(piece)
    )


def quotes(text: str, runs: Runs) -> bool:
    """Say whether `text` has one of `runs` in it: as it is, backwards, in base64 or in hex."""
    readings = [text, text[::-1], *_decoded(text)]
    return any(run in runs for reading in readings for run in _runs(reading))


def _runs(text: str) -> Iterator[tuple[str, ...]]:
    words = re.findall(r"[^\W_]+", plain(text))
    for start in range(len(words) - RUN + 1):
        yield tuple(words[start : start + RUN])


def _decoded(text: str) -> Iterator[str]:
    for match in _ENCODED.finditer(re.sub(r"\s+", "", text)):
        encoded = match[0].rstrip("=")
        for decode in (_from_base64, bytes.fromhex):
            try:
                yield decode(encoded).decode("utf-8", "ignore")
            except (ValueError, binascii.Error):
                continue


def _from_base64(text: str) -> bytes:
    whole = text[: len(text) - len(text) % 4] if len(text) % 4 == 1 else text
    return base64.b64decode(whole + "=" * (-len(whole) % 4), altchars=b"-_", validate=False)
