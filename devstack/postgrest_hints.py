"""
Guess which function was meant, as PostgREST's PGRST202 hints do.

The scores follow the "fuzzy set" that PostgREST uses: candidates share three-letter (else
two-letter) grams with what was asked for, and edit distance ranks them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from math import sqrt

RANKED_CANDIDATES = 50


def closest(asked: str, candidates: Iterable[str], least_score: float) -> str | None:
    """Return the candidate most like `asked` that scores `least_score` (0 to 1) or better."""
    known: dict[str, str] = {}
    for candidate in candidates:
        known.setdefault(candidate.lower(), candidate)
    key = asked.lower()
    if key in known:
        return known[key]
    for size in (3, 2):
        wanted = _grams(key, size)
        alike = [(_cosine(wanted, _grams(name, size)), name) for name in known]
        ranked = sorted((pair for pair in alike if pair[0] > 0), key=lambda pair: -pair[0])
        scored = [(_similarity(key, name), name) for _, name in ranked[:RANKED_CANDIDATES]]
        good = [pair for pair in scored if pair[0] >= least_score]
        if good:
            return known[max(good, key=lambda pair: pair[0])[1]]
    return None


def _grams(text: str, size: int) -> Counter[str]:
    kept = "".join(mark for mark in text if mark.isalnum() or mark.isspace() or mark == ",")
    bounded = f"-{kept}-"
    return Counter(bounded[start : start + size] for start in range(len(bounded) - size + 1))


def _cosine(left: Counter[str], right: Counter[str]) -> float:
    shared = sum(count * right[gram] for gram, count in left.items())
    return shared / (_norm(left) * _norm(right)) if shared else 0.0


def _norm(grams: Counter[str]) -> float:
    return sqrt(sum(count * count for count in grams.values()))


def _similarity(left: str, right: str) -> float:
    """Return 1 minus the edit distance over the longer length."""
    row = list(range(len(right) + 1))
    for above, mark in enumerate(left, start=1):
        previous, row[0] = row[0], above
        for column, other in enumerate(right, start=1):
            previous, row[column] = (
                row[column],
                min(row[column] + 1, row[column - 1] + 1, previous + (mark != other)),
            )
    return 1 - row[-1] / max(len(left), len(right), 1)
