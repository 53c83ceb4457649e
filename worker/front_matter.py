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


def _whole_number(least: int, most: int) -> Callable[[Any], str | None]:
    def check(value: Any) -> str | None:
        if isinstance(value, bool) or not isinstance(value, int) or not least <= value <= most:
            return f"must be a whole number between {least} and {most}"
        return None

    return check


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
        given = {str(stage) for stage in value} if isinstance(value, dict) else set()
        amiss = [f"lacks {stage}" for stage in STAGES if stage not in given]
        amiss += [f"does not know {stage}" for stage in sorted(given - set(STAGES))]
        return f"must give one number for each stage: {', '.join(STAGES)}; it {', '.join(amiss)}"
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


def _unused(value: Any) -> str | None:
    if not isinstance(value, list) or not set(map(str, value)) <= DISPENSABLE:
        return f"must be a list of variables, of {', '.join(sorted(DISPENSABLE))}"
    return None


# Variables that an operator may leave out on purpose, by naming them under `unused`.
DISPENSABLE = frozenset({"creator_name", "tags", "facts", "words_min", "words_max"})

_NEEDED_BY_MODEL = frozenset({"temperature", "max_tokens"})
# How the model is to write: the fields of worker/model.py's ModelParams.
MODEL_KEYS: Mapping[str, Callable[[Any], str | None]] = {
    "temperature": _number(0, 2),
    "max_tokens": _whole_number(1, 10_000),
    "top_p": _number(0, 1),
    "presence_penalty": _number(-2, 2),
    "frequency_penalty": _number(-2, 2),
}
_LENGTH = {"max_prompt_tokens": _whole_number(1, 1_000_000)}
_VIBE = {
    "words": _words,
    "weights": _weights,
    "imperfections": _imperfections,
}
# What a vibe may leave out, as it may the model's settings.
_VIBE_OPTIONS = {"emoji": _emoji}
# Kind -> the keys of its front matter; those of REQUIRED have to be there.
KEYS: Mapping[str, Mapping[str, Callable[[Any], str | None]]] = {
    "system": {**MODEL_KEYS, **_LENGTH, "unused": _unused},
    "stages": {**MODEL_KEYS, **_LENGTH},
    "tiers": {**MODEL_KEYS, **_LENGTH},
    "vibes": {**_VIBE, **_VIBE_OPTIONS, **MODEL_KEYS, **_LENGTH},
    "parts": _LENGTH,
    "fixed": {},
    "jobs": {**MODEL_KEYS, **_LENGTH},
}
REQUIRED = {
    "system": _NEEDED_BY_MODEL,
    "vibes": frozenset(_VIBE),
    "jobs": _NEEDED_BY_MODEL,
}


def parse(text: str, kind: str) -> tuple[dict[str, Any], list[tuple[int, str]]]:
    """
    Return the settings in `text`, the front matter of one file, and what is wrong with them.

    Complaints carry their line in `text`, from 1; those about what is absent carry 0.
    """
    try:
        # Looks at the characters at once, and refuses those that YAML does not know.
        loader = yaml.SafeLoader(text)
    except yaml.YAMLError as error:
        return {}, [(1, f"malformed front matter: {getattr(error, 'reason', error)}")]
    try:
        node = loader.get_single_node()
        settings = loader.construct_document(node) if node is not None else {}
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        mark = getattr(error, "problem_mark", None)
        problem = getattr(error, "problem", None) or str(error)
        line = mark.line + 1 if mark is not None else 1
        return {}, [(line, f"malformed front matter: {problem}")]
    finally:
        loader.dispose()
    if not isinstance(settings, dict) or not all(isinstance(key, str) for key in settings):
        return {}, [(1, "malformed front matter: must be lines of `key: value`")]
    lines, complaints = _lines_of(node)
    for key, value in settings.items():
        if key not in KEYS[kind]:
            known = ", ".join(KEYS[kind]) or "none"
            complaints.append((lines[key], f"unknown key {key}; known are: {known}"))
        elif complaint := KEYS[kind][key](value):
            complaints.append((lines[key], f"{key} {complaint}"))
    missing = sorted(REQUIRED.get(kind, frozenset()) - set(settings))
    return settings, complaints + [(0, f"the front matter lacks {key}") for key in missing]


def _lines_of(node: yaml.Node | None) -> tuple[dict[str, int], list[tuple[int, str]]]:
    """Return the line of each key, and which keys are given twice, inside a value too."""
    lines: dict[str, int] = {}
    complaints: list[tuple[int, str]] = []
    for key_node, value_node in node.value if isinstance(node, yaml.MappingNode) else []:
        line = key_node.start_mark.line + 1
        if key_node.value in lines:
            complaints.append((line, f"{key_node.value} is given twice"))
        lines[key_node.value] = line
        complaints += [
            (inner, f"{key_node.value}: {complaint}")
            for inner, complaint in _lines_of(value_node)[1]
        ]
    return lines, complaints
