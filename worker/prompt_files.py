"""
Read the prompt folder and say everything that is wrong with it.

Knows files, their places and which variables a prompt may use. What may stand in the front matter
is worker/front_matter.py's, what in a template worker/template_checks.py's, and what only shows
when everything is rendered worker/rehearsal.py's.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path, PurePosixPath
from typing import Any

from jinja2 import Environment

from worker import front_matter, template_checks
from worker.languages import DEFAULT as DEFAULT_LANGUAGE
from worker.languages import LANGUAGES
from worker.vibes import STAGES

TIERS = ("standard", "vip")
# The fixed texts that code asks for by name; more may stand beside them.
FIXED = ("crisis", "identity", "opted_out")
# The parts that the system prompt cannot do without, and the words around a summary.
PARTS = ("parts/ground_rules.md", "parts/format.md")
SUMMARY = "parts/summary.md"
# The prompts of background jobs, likewise. They know no fan: what they work on comes as data.
JOBS = ("profile",)

# What a template may use; prompts/README.md explains each.
FIXED_VARIABLES = frozenset({"creator_name"})
SYSTEM_VARIABLES = FIXED_VARIABLES | {
    "persona", "stage", "tier", "tags", "facts", "offer", "vibe", "words_min", "words_max",
}  # fmt: skip
# Where help is, in the one fixed text that names it.
CRISIS_VARIABLES = FIXED_VARIABLES | {"crisis_lines", "emergency_number"}
# What a summary says goes back to the fan, so it stays out of the system prompt.
SUMMARY_VARIABLES = FIXED_VARIABLES | {"summary"}
VARIABLES = SYSTEM_VARIABLES | SUMMARY_VARIABLES | CRISIS_VARIABLES

FOLDERS = ("stages", "tiers", "vibes", "parts", "fixed", "jobs")


@dataclass(frozen=True, order=True)
class Fault:
    """One thing that is wrong, and where."""

    path: str
    line: int
    message: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.message}"

    def as_json(self) -> dict[str, str | int]:
        return asdict(self)


@dataclass(frozen=True)
class PromptFile:
    """One prompt: its template, padded so that line numbers are the file's, and its settings."""

    path: str
    kind: str
    name: str
    template: str
    settings: Mapping[str, Any] = field(default_factory=dict)


def read(folder: Path, environment: Environment) -> tuple[dict[str, PromptFile], list[Fault]]:
    """Return the prompts of `folder` by their path in it, and all faults of the folder."""
    files: dict[str, PromptFile] = {}
    faults: list[Fault] = []
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        if path.is_dir() or name == "README.md" or "/." in f"/{name}":
            continue
        if complaint := _misplaced(PurePosixPath(name)):
            faults.append(Fault(name, 1, complaint))
            continue
        file, found = _read_file(path, name)
        files[name] = file
        faults += found
    faults += [Fault(name, 1, "is missing") for name in _expected() if name not in files]
    faults += _template_faults(files, environment)
    faults += _stages_without_vibe(files, faults)
    return files, sorted(set(faults))


def _expected() -> list[str]:
    return [
        "system.md",
        *(f"stages/{stage}.md" for stage in STAGES),
        *(f"tiers/{tier}.md" for tier in TIERS),
        *(f"fixed/{name}.{DEFAULT_LANGUAGE}.md" for name in FIXED),
        *PARTS,
        SUMMARY,
        *(f"jobs/{name}.md" for name in JOBS),
    ]


def _misplaced(path: PurePosixPath) -> str | None:
    """A file in the wrong place, or with a slip in its name, would be ignored without a word."""
    kind, stem = path.parts[0], path.stem
    if path.as_posix() == "system.md":
        return None
    if path.suffix != ".md" or len(path.parts) != 2 or kind not in FOLDERS:
        return "is no prompt: expected are system.md and .md files in " + ", ".join(
            f"{folder}/" for folder in FOLDERS
        )
    if kind != "fixed" and not re.fullmatch(r"[a-z0-9_]+", stem):
        return "must be named of small letters, digits and _ alone"
    if kind == "stages" and stem not in STAGES:
        return f"is no stage; stages are {', '.join(STAGES)}"
    if kind == "tiers" and stem not in TIERS:
        return f"is no tier; tiers are {', '.join(TIERS)}"
    if kind == "fixed" and not re.fullmatch(rf"\w+\.(?:{'|'.join(LANGUAGES)})", stem):
        return f"must be named <name>.<language>.md; languages are {', '.join(LANGUAGES)}"
    return None


def _read_file(path: Path, name: str) -> tuple[PromptFile, list[Fault]]:
    stem = PurePosixPath(name).stem
    kind = "system" if name == "system.md" else PurePosixPath(name).parts[0]
    faults: list[Fault] = []
    try:
        raw = path.read_bytes()
    except OSError as error:
        return PromptFile(name, kind, stem, ""), [
            Fault(name, 1, f"cannot be read: {error.strerror}")
        ]
    try:
        text = raw.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        return PromptFile(name, kind, stem, ""), [Fault(name, line, "is not UTF-8")]
    if not re.match(r"---[ \t]*\n", text):
        front, body = "", text
        if late := re.match(r"\s+---[ \t]*\n", text):
            line = late[0].count("\n")
            faults = [Fault(name, line, "the front matter must begin on the first line")]
    elif match := re.match(r"---[ \t]*\n(.*?)^---[ \t]*(?:\n|\Z)", text, re.DOTALL | re.MULTILINE):
        # A comment of as many lines, which trim_blocks takes away without a trace.
        front, body = match[1], "{#" + "\n" * (match[0].count("\n") - 1) + "#}\n"
        body += text[match.end() :]
    else:
        front, body = "", ""
        faults = [Fault(name, 1, "the front matter is not closed by a line with ---")]
    if not faults and not re.sub(r"\{#.*?#\}", "", body, flags=re.DOTALL).strip():
        faults = [Fault(name, body.count("\n") or 1, "has no text")]
    settings, complaints = front_matter.parse(front, kind)
    # The front matter begins on the file's second line; what it lacks is told on the first.
    faults += [Fault(name, line + 1, complaint) for line, complaint in complaints]
    return PromptFile(name, kind, stem, body, settings), faults


def _template_faults(files: Mapping[str, PromptFile], environment: Environment) -> list[Fault]:
    known = {
        "stage": STAGES,
        "tier": TIERS,
        "vibe": [file.name for file in files.values() if file.kind == "vibes"],
    }
    return [
        Fault(file.path, line, complaint)
        for file in files.values()
        for line, complaint in template_checks.complaints_about(
            file.template,
            environment,
            variables=variables_of(file),
            known=known,
            paths=files,
            barred={"system.md", file.path},
        )
    ]


def variables_of(file: PromptFile) -> frozenset[str]:
    """Return what the template of `file` may use."""
    if file.kind == "fixed":
        return CRISIS_VARIABLES if file.name.startswith("crisis.") else FIXED_VARIABLES
    if file.kind == "jobs":
        return frozenset()
    return SUMMARY_VARIABLES if file.path == SUMMARY else SYSTEM_VARIABLES


def _stages_without_vibe(files: Mapping[str, PromptFile], faults: list[Fault]) -> list[Fault]:
    vibes = [file for file in files.values() if file.kind == "vibes"]
    if not vibes:
        return [Fault("vibes", 1, "has no vibe")]
    if any(fault.path.startswith("vibes/") for fault in faults):
        return []  # what the weights are is not known yet
    return [
        Fault(vibes[0].path, 1, f"no vibe has a weight above 0 for the stage {stage}")
        for stage in STAGES
        if not any(vibe.settings["weights"][stage] for vibe in vibes)
    ]
