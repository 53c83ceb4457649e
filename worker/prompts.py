"""
Fill the prompts in: the system prompt of a reply, and the fixed texts.

The words are in prompts/, their checks in worker/prompt_files.py. What a fan writes never comes
here, and neither do names that a fan chooses: it is read by the model as the user's words only
(worker/conversation.py). The few names that do go in are data: see `as_data`.
"""

from __future__ import annotations

import hashlib
import re
import traceback
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from jinja2 import Environment, FunctionLoader, StrictUndefined, TemplateError

from worker import checker, prompt_files
from worker.errors import PromptInvalid
from worker.languages import DEFAULT
from worker.model import ModelParams
from worker.prompt_files import TIERS, Fault, PromptFile
from worker.rows import Json
from worker.vibes import MOST_EMOJI, STAGES, Vibe, chances

LONGEST_NAME = 60
LONGEST_PERSONA = 8_000
MOST_TAGS = 50


@dataclass(frozen=True)
class PromptView:
    """
    What the prompts may know about a conversation.

    The fan's name and handle are left out on purpose: a fan chooses them, and would be writing
    in the system prompt.
    """

    creator_name: str
    persona: str
    stage: str
    tier: str
    tags: tuple[str, ...] = ()
    vibe: Vibe | None = None

    @classmethod
    def of(cls, context: Json, vibe: Vibe | None = None) -> PromptView:
        """Return the view of a reply job's `context`."""
        creator, fan = context["creator"], context["fan"]
        return cls(
            creator_name=creator["display_name"],
            persona=creator["persona"],
            stage=fan["stage"],
            tier=fan["tier"],
            tags=tuple(fan["tags"]),
            vibe=vibe,
        )


def as_data(text: str, longest: int = LONGEST_NAME) -> str:
    """
    Return `text` as a name that can stand in a prompt between double quotes.

    One line of at most `longest` characters, without control, invisible or private characters,
    without anything that closes a quotation or looks like mark-up.
    """
    seen = "".join(
        " " if unicodedata.category(char)[0] in "CZ" or char in "<>{}|`#" else char for char in text
    )
    plain = re.sub('["“”„‟«»]', "'", seen)
    return " ".join(plain.split())[:longest].strip()


class PromptLibrary:
    """The prompts of one folder, checked."""

    def __init__(self, files: Mapping[str, PromptFile], environment: Environment) -> None:
        self._files = files
        self._environment = environment
        self.version = _version(files)
        self._defaults = files["system.md"].settings
        self.vibes = tuple(
            Vibe(
                name=file.name,
                words=(file.settings["words"][0], file.settings["words"][1]),
                temperature=file.settings.get("temperature", self._defaults["temperature"]),
                max_tokens=file.settings.get("max_tokens", self._defaults["max_tokens"]),
                weights=file.settings["weights"],
                imperfections=chances(file.settings["imperfections"]),
                emoji=file.settings.get("emoji", MOST_EMOJI),
            )
            for file in files.values()
            if file.kind == "vibes"
        )

    @classmethod
    def load(cls, folder: Path | None = None) -> PromptLibrary:
        """
        Read and check all prompts of `folder`, or of the ones that come with the package.

        Raises PromptInvalid, whose message has one line for each fault: file, line, what is wrong.
        """
        folder = folder or default_folder()
        if not folder.is_dir():
            raise PromptInvalid(f"{folder}:1: there is no such folder")
        sources: dict[str, str] = {}
        environment = Environment(
            # The path for a file name too, so that tracebacks tell which file failed.
            loader=FunctionLoader(lambda path: (sources[path], path, None)),
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
            autoescape=False,  # noqa: S701  # chat messages, not HTML
        )
        # Nothing but the declared variables: no range, no lipsum.
        environment.globals.clear()
        files, faults = prompt_files.read(folder, environment)
        if not faults:
            sources.update({path: file.template for path, file in files.items()})
            library = cls(files, environment)
            faults = library._rehearsed()
        if faults:
            raise PromptInvalid("\n".join(str(fault) for fault in faults))
        return library

    def system(self, view: PromptView) -> str:
        """Return the system prompt; raises PromptInvalid for an unknown stage or tier."""
        if view.stage not in STAGES or view.tier not in TIERS:
            raise PromptInvalid(f"there is no prompt for stage {view.stage}, tier {view.tier}")
        return self._rendered("system.md", _variables(view))

    def parameters(self, view: PromptView) -> ModelParams:
        """Return how the model is to write: as the vibe says, or else system.md."""
        if view.vibe is None:
            return ModelParams(**self._defaults)
        return ModelParams(temperature=view.vibe.temperature, max_tokens=view.vibe.max_tokens)

    def fixed(self, name: str, language: str, view: PromptView) -> str:
        """Return the fixed text `name` in `language`, in English where it has no such version."""
        for path in (f"fixed/{name}.{language}.md", f"fixed/{name}.{DEFAULT}.md"):
            if path in self._files:
                return self._rendered(path, _variables(view))
        raise PromptInvalid(f"fixed/{name}.{DEFAULT}.md:1: is missing")

    def _rendered(self, path: str, variables: Mapping[str, object]) -> str:
        try:
            text = self._environment.get_template(path).render(variables)
        except TemplateError as exc:
            raise PromptInvalid(f"{path}:1: {exc}") from exc
        return re.sub(r"\n{3,}", "\n\n", text).strip()

    def _rehearsed(self) -> list[Fault]:
        """Render everything once, so that no hole is met in a chat."""
        view = PromptView("Mia", "Likes the sea.", STAGES[0], TIERS[0], ("likes dogs",))
        trials: list[tuple[str, dict[str, object]]] = [
            ("system.md", _variables(replace(view, vibe=vibe, stage=stage, tier=tier, tags=tags)))
            for vibe in (*self.vibes, None)
            for stage in STAGES
            for tier in TIERS
            for tags in (view.tags, ())
        ]
        trials += [
            (path, _variables(replace(view, creator_name=name)))
            for path, file in self._files.items()
            if file.kind == "fixed"
            for name in ("Mia", "")
        ]
        return sorted({fault for trial in trials for fault in self._rehearse(*trial)})

    def _rehearse(self, path: str, variables: Mapping[str, object]) -> list[Fault]:
        try:
            text = self._environment.get_template(path).render(variables)
        except Exception as exc:  # a template can raise anything
            return [self._fault_of(exc, path)]
        if path.startswith("fixed/") and (broken := checker.check(text)):
            # Where a fan sincerely asks, this text is all the truth there is.
            return [Fault(path, 1, f"breaks the rule {', '.join(broken)}")]
        if not text.strip():
            return [Fault(path, 1, f"comes out empty with {variables}")]
        return []

    def _fault_of(self, exc: Exception, path: str) -> Fault:
        """Say where a template failed; Jinja2 puts the templates' own lines into the traceback."""
        for frame in reversed(traceback.extract_tb(exc.__traceback__)):
            if frame.filename in self._files:
                return Fault(frame.filename, frame.lineno or 1, str(exc))
        return Fault(path, 1, str(exc))


def default_folder() -> Path:
    """Return `prompts` inside the installed package, or beside it in a checkout."""
    inside = Path(__file__).parent / "prompts"
    return inside if inside.is_dir() else Path(__file__).parent.parent / "prompts"


def _variables(view: PromptView) -> dict[str, object]:
    words_min, words_max = view.vibe.words if view.vibe else (1, 60)
    return {
        "creator_name": as_data(view.creator_name),
        "persona": _persona(view.persona),
        "stage": view.stage,
        "tier": view.tier,
        "tags": [tag for tag in map(as_data, view.tags[:MOST_TAGS]) if tag],
        "vibe": view.vibe.name if view.vibe else "",
        "words_min": words_min,
        "words_max": words_max,
    }


def _persona(text: str) -> str:
    """The operator's own words: lines stay, invisible characters go."""
    kept = (char for char in text if char == "\n" or unicodedata.category(char)[0] != "C")
    return "".join(kept)[:LONGEST_PERSONA].strip()


def _version(files: Mapping[str, PromptFile]) -> str:
    digest = hashlib.sha256()
    for path, file in sorted(files.items()):
        digest.update(f"{path}\0{sorted(file.settings.items())}\0{file.template}\0".encode())
    return digest.hexdigest()[:12]
