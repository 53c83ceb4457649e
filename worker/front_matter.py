"""
The settings at the head of a prompt file: which keys there are, and what they may hold.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from math import isfinite
from typing import Any

import yaml

from worker.imperfections import KINDS as IMPERFECTIONS
from worker.vibes import STAGES


def _number(least: float, most: float) -> Callable[[Any], str | None]:
    def check(value: Any) -> str | None:
        # YAML's true is Python's 1.
        if isinstance(value, bool) or not isinstance(value, int | float) or not isfinite(value):
            return "must be a number"
        return None if least <= value <= most else f"must lie between {least} and {most}"

    return check


def _max_tokens(value: Any) -> str | None:
    if isinstance(value, bool) or not isinstance(value, int) or not 1 <= value <= 10_000:
        return "must be a whole number between 1 and 10000"
    return None


def _words(value: Any) -> str | None:
    if (
        not isinstance(value, list)
        or [type(number) for number in value] != [int, int]
        or not 1 <= value[0] <= value[1] <= 500
    ):
        return "must be [least, most], two whole numbers between 1 and 500"
    return None


def _weights(value: Any) -> str | None:
    if not isinstance(value, dict) or set(value) != set(STAGES):
        return f"must give one number for each stage: {', '.join(STAGES)}"
    for stage, weight in value.items():
        if complaint := _number(0, 1000)(weight):
            return f"{stage} {complaint}"
    return None


def _imperfections(value: Any) -> str | None:
    if not isinstance(value, list | dict) or not all(isinstance(one, str) for one in value):
        return "must be names with their chances, {dropped_period: 0.6}, or a list of names"
    unknown = sorted(set(value) - IMPERFECTIONS)
    known = ", ".join(sorted(IMPERFECTIONS))
    if unknown:
        return f"does not know {', '.join(unknown)}; known are {known}"
    for name, chance in value.items() if isinstance(value, dict) else ():
        if complaint := _number(0, 1)(chance):
            return f"{name} {complaint}"
    return None


def _emoji(value: Any) -> str | None:
    if isinstance(value, bool) or not isinstance(value, int) or not 0 <= value <= 20:
        return "must be a whole number between 0 and 20"
    return None


_MODEL = {"temperature": _number(0, 2), "max_tokens": _max_tokens}
_VIBE = {
    "words": _words,
    "weights": _weights,
    "imperfections": _imperfections,
}
# What a vibe may leave out, as it may the model's settings.
_VIBE_OPTIONS = {"emoji": _emoji}
_NONE: Mapping[str, Callable[[Any], str | None]] = {}
# Kind -> the keys of its front matter; those of REQUIRED have to be there.
KEYS: Mapping[str, Mapping[str, Callable[[Any], str | None]]] = {
    "system": _MODEL,
    "stages": _NONE,
    "tiers": _NONE,
    "vibes": _VIBE | _VIBE_OPTIONS | _MODEL,
    "parts": _NONE,
    "fixed": _NONE,
}
REQUIRED = {"system": frozenset(_MODEL), "vibes": frozenset(_VIBE)}


def parse(text: str, kind: str) -> tuple[dict[str, Any], list[tuple[int, str]]]:
    """
    Return the settings in `text`, the front matter of one file, and what is wrong with them.

    Complaints carry their line in `text`, from 1; those about what is absent carry 0.
    """
    loader = yaml.SafeLoader(text)
    try:
        node = loader.get_single_node()
        settings = loader.construct_document(node) if node is not None else {}
    except (yaml.YAMLError, ValueError) as error:
        mark = getattr(error, "problem_mark", None)
        problem = getattr(error, "problem", None) or str(error)
        line = mark.line + 1 if mark is not None else 1
        return {}, [(line, f"malformed front matter: {problem}")]
    finally:
        loader.dispose()
    if not isinstance(settings, dict) or not all(isinstance(key, str) for key in settings):
        return {}, [(1, "malformed front matter: must be lines of `key: value`")]
    complaints = []
    lines: dict[str, int] = {}
    for key_node, _ in node.value if isinstance(node, yaml.MappingNode) else []:
        line = key_node.start_mark.line + 1
        if key_node.value in lines:
            complaints.append((line, f"{key_node.value} is given twice"))
        lines[key_node.value] = line
    for key, value in settings.items():
        if key not in KEYS[kind]:
            known = ", ".join(KEYS[kind]) or "none"
            complaints.append((lines[key], f"unknown key {key}; known are: {known}"))
        elif complaint := KEYS[kind][key](value):
            complaints.append((lines[key], f"{key} {complaint}"))
    missing = sorted(REQUIRED.get(kind, frozenset()) - set(settings))
    return settings, complaints + [(0, f"the front matter lacks {key}") for key in missing]
