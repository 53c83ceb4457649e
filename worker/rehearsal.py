"""
Render every prompt once before any fan is written to, and say what went wrong.

Each stage with each tier and vibe, with all that can be known of a fan and with none of it: so a
hole, a stage that nothing includes, a variable that nothing uses or a prompt that has grown too
long shows at the start, not in a chat. Which files there are is worker/prompt_files.py's, how long
they may be worker/prompt_lengths.py's.
"""

from __future__ import annotations

import re
import traceback
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from jinja2 import Environment, TemplateNotFound, UndefinedError

from worker import checker
from worker.crisis_lines import crisis_variables
from worker.front_matter import DISPENSABLE
from worker.languages import language_of
from worker.prompt_files import PARTS, SUMMARY, SYSTEM_VARIABLES, TIERS, Fault, PromptFile
from worker.prompt_lengths import (
    DEFAULT_MAX_PROMPT_TOKENS,
    Longest,
    padding_of,
    tokens_in,
    too_long,
    too_long_together,
)
from worker.template_checks import used_variables
from worker.vibes import STAGES

# What is said truly of who answers has one of these in it, in any of the six languages.
_SAYS_WHAT_IT_IS = re.compile(
    r"\b(?:A\.?I\.?|IA|KI|(?:chat)?bot|artificial|artificiale|artificielle|künstlich\w*|"
    r"automated|automat\w+)\b",
    re.IGNORECASE,
)

Variables = dict[str, Any]

# As much as can be known of a fan, at the length that it may have.
_FULL: Variables = {
    "creator_name": "Mia of the harbour lights",
    "persona": "Likes the sea, old films and long talks at night. " * 80,
    "tags": [f"a tag of the usual length, number {number}" for number in range(30)],
    "facts": [
        f"a fact that the fan once told about an ordinary thing, number {number}"
        for number in range(20)
    ],
    "offer": {
        "title": "A set of ten photos from the sea",
        "description": "Taken on a windy morning in May, with the old lighthouse behind. " * 3,
        "price": "$25",
    },
}
# What has to be found in some prompt if all of that is known.
_MARKS: Mapping[str, tuple[str, ...]] = {
    "creator_name": (_FULL["creator_name"],),
    "persona": (_FULL["persona"].strip(),),
    "tags": tuple(_FULL["tags"]),
    "facts": tuple(_FULL["facts"]),
    "offer": (_FULL["offer"]["title"], _FULL["offer"]["price"]),
}
_BARE: Variables = {"creator_name": "", "persona": "", "tags": [], "facts": [], "offer": None}


class RecordingEnvironment(Environment):
    """Remembers in `loaded` which templates were asked for."""

    loaded: set[str]

    def get_template(self, name: Any, *arguments: Any, **options: Any) -> Any:
        self.loaded.add(str(name))
        return super().get_template(name, *arguments, **options)


@dataclass(frozen=True)
class Rehearsal:
    """What rendering everything showed."""

    faults: tuple[Fault, ...] = ()
    warnings: tuple[Fault, ...] = ()
    longest: Longest = field(default_factory=Longest)


def rehearse(files: Mapping[str, PromptFile], environment: RecordingEnvironment) -> Rehearsal:
    """Render all of `files`, which are complete and well-formed each for itself."""
    faults: set[Fault] = set()
    loaded: set[str] = set()
    shown: set[str] = set()
    longest = Longest()
    for variables in _trials(files):
        environment.loaded = set()
        try:
            text = _rendered("system.md", variables, files, environment, faults)
        except RecursionError as exc:
            # As slow as it is hopeless: once is enough.
            faults.add(_fault_of(exc, "system.md", files))
            break
        if text is None:
            continue
        loaded |= environment.loaded
        shown.update(name for name, marks in _MARKS.items() if all(mark in text for mark in marks))
        faults.update(_left_out(variables, environment.loaded))
        tokens = tokens_in(text)
        if tokens > longest.tokens:
            longest = Longest(
                variables["stage"], variables["tier"], variables["vibe"], tokens,
                files["system.md"].settings.get("max_prompt_tokens", DEFAULT_MAX_PROMPT_TOKENS),
                frozenset(environment.loaded),
            )  # fmt: skip
    if loaded and not faults:
        faults.update(_unused(files, environment, loaded, shown))
    overlong = [fault for file in files.values() for fault in too_long(file)]
    faults.update(overlong or too_long_together(files, longest))
    faults.update(_summary_faults(files, environment))
    rules = files[PARTS[0]]
    if not _SAYS_WHAT_IT_IS.search(rules.template):
        faults.add(
            Fault(rules.path, 1 + padding_of(rules), "does not tell the model that it is an AI")
        )
    warnings = {
        Fault(file.path, 1, "is a part that nothing includes")
        for file in files.values()
        if file.kind == "parts" and file.path not in loaded and file.path != SUMMARY
    }
    for file in files.values():
        if file.kind == "fixed":
            _rehearse_fixed(file, files, environment, faults, warnings)
        elif file.kind == "jobs":
            _rendered(file.path, {}, files, environment, faults)
    return Rehearsal(tuple(sorted(faults)), tuple(sorted(warnings)), longest)


def _trials(files: Mapping[str, PromptFile]) -> Iterator[Variables]:
    vibes = [file for file in files.values() if file.kind == "vibes"]
    # Without a vibe too: the prompts allow for there being none.
    names = ["", *(file.name for file in vibes)]
    words = {file.name: file.settings["words"] for file in vibes}

    def trial(known: Variables, stage: str, tier: str, vibe: str) -> Variables:
        least, most = words.get(vibe, (1, 60))
        place = {"stage": stage, "tier": tier, "vibe": vibe}
        return {**known, **place, "words_min": least, "words_max": most}

    for known in (_FULL, _BARE):
        for stage in STAGES:
            for tier in TIERS:
                for vibe in names:
                    yield trial(known, stage, tier, vibe)
    # One thing known, and one unknown, at a time.
    for number, stage in enumerate(STAGES):
        for key in _FULL:
            tier, vibe = TIERS[number % len(TIERS)], names[number % len(names)]
            yield trial({**_FULL, key: _BARE[key]}, stage, tier, vibe)
            yield trial({**_BARE, key: _FULL[key]}, stage, tier, vibe)


def _rendered(
    path: str,
    variables: Variables,
    files: Mapping[str, PromptFile],
    environment: Environment,
    faults: set[Fault],
) -> str | None:
    try:
        text = environment.get_template(path).render(variables)
    except RecursionError:
        raise
    except Exception as exc:  # a template can raise anything
        faults.add(_fault_of(exc, path, files))
        return None
    if not text.strip():
        faults.add(Fault(path, 1, "comes out empty"))
        return None
    return text


def _fault_of(exc: Exception, path: str, files: Mapping[str, PromptFile]) -> Fault:
    """Say where a template failed; Jinja puts the templates' own lines into the traceback."""
    match exc:
        case RecursionError():
            complaint = "includes itself, through others"
        case TemplateNotFound():
            complaint = f"{exc.name} does not exist"
        case UndefinedError():
            complaint = f"unknown variable: {exc}"
        case _:
            complaint = str(exc)
    for frame in reversed(traceback.extract_tb(exc.__traceback__)):
        if frame.filename in files:
            return Fault(frame.filename, frame.lineno or 1, complaint)
    return Fault(path, 1, complaint)


def _left_out(variables: Variables, loaded: set[str]) -> Iterator[Fault]:
    """What every system prompt includes, whoever it is for."""
    wanted = [
        *PARTS,
        f"stages/{variables['stage']}.md",
        f"tiers/{variables['tier']}.md",
    ]
    if variables["vibe"]:
        wanted.append(f"vibes/{variables['vibe']}.md")
    for path in wanted:
        if path not in loaded:
            yield Fault("system.md", 1, f"does not include {path} where it applies")


def _unused(
    files: Mapping[str, PromptFile], environment: Environment, loaded: set[str], shown: set[str]
) -> Iterator[Fault]:
    spared = set(files["system.md"].settings.get("unused", []))
    used = {name for path in loaded for name in used_variables(files[path].template, environment)}
    # Asking whether there is a persona is no use of it.
    missing = (SYSTEM_VARIABLES - used) | (set(_MARKS) - shown)
    for name in sorted(missing - spared):
        hint = "; if that is meant, name it under unused" if name in DISPENSABLE else ""
        yield Fault("system.md", 1, f"missing variable {name}: nothing here uses it{hint}")
    for name in sorted(used & spared):
        yield Fault("system.md", 1, f"unused names {name}, which is used")


def _summary_faults(files: Mapping[str, PromptFile], environment: Environment) -> Iterator[Fault]:
    faults: set[Fault] = set()
    for name in ("Mia", ""):
        _rendered(SUMMARY, {"creator_name": name, "summary": "x"}, files, environment, faults)
    yield from faults
    if "summary" not in used_variables(files[SUMMARY].template, environment):
        yield Fault(SUMMARY, 1, "missing variable summary: nothing here uses it")


def _names_help(text: str, known: Variables) -> bool:
    ways = (known["crisis_lines"], known["emergency_number"], "findahelpline.com")
    return all(way in text for way in ways)


def _rehearse_fixed(
    file: PromptFile,
    files: Mapping[str, PromptFile],
    environment: Environment,
    faults: set[Fault],
    warnings: set[Fault],
) -> None:
    name, _, language = file.name.partition(".")
    first_line = 1 + padding_of(file)
    for creator_name in ("Mia", ""):
        known = {"creator_name": creator_name, **crisis_variables(None, language)}
        text = _rendered(file.path, known, files, environment, faults)
        if text is None:
            return
        # A number to call is the point of that one.
        check = checker.check_at_delivery if name == "crisis" else checker.check
        if broken := check(text):
            # Where a fan sincerely asks, this text is all the truth there is.
            faults.add(Fault(file.path, first_line, f"breaks the rule {', '.join(broken)}"))
        elif name in ("crisis", "identity") and not _SAYS_WHAT_IT_IS.search(text):
            faults.add(Fault(file.path, first_line, "does not say that an AI answers"))
        elif name == "crisis" and not _names_help(text, known):
            faults.add(
                Fault(
                    file.path,
                    first_line,
                    "must name crisis_lines, emergency_number and findahelpline.com",
                )
            )
        elif name == "opted_out" and "START" not in text:
            faults.add(Fault(file.path, first_line, "does not say how to come back: START"))
        if (seems := language_of(text)) != language:
            warnings.add(
                Fault(file.path, first_line, f"reads like {seems}; its name says {language}")
            )
