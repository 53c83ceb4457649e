"""
Fill the prompts in: the system prompt of a reply, the note with a summary, the fixed texts.

The words are in prompts/; their checks are in worker/prompt_files.py and worker/rehearsal.py. What
a fan writes never comes here, and neither do names that a fan chooses: it is read by the model as
the user's words only (worker/conversation.py). What may come here is worker/prompt_view.py's.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from jinja2 import FunctionLoader, StrictUndefined, TemplateError

from worker import prompt_files, quoted_prompt
from worker.crisis_lines import crisis_variables
from worker.errors import PromptInvalid
from worker.front_matter import MODEL_KEYS
from worker.languages import DEFAULT
from worker.model import ModelParams
from worker.prompt_files import SUMMARY, TIERS, Fault, PromptFile
from worker.prompt_lengths import Longest
from worker.prompt_view import LONGEST_SUMMARY, PromptView, as_data, variables
from worker.rehearsal import RecordingEnvironment, rehearse
from worker.vibes import MOST_EMOJI, STAGES, Vibe, chances

__all__ = [
    "CheckedFolder",
    "PromptLibrary",
    "PromptView",
    "as_data",
    "check_folder",
    "default_folder",
]


class PromptLibrary:
    """The prompts of one folder, checked."""

    def __init__(self, files: Mapping[str, PromptFile], environment: RecordingEnvironment) -> None:
        self._files = files
        self._environment = environment
        self.version = _version(files)
        self._defaults = files["system.md"].settings
        # A fixed text is meant to be sent.
        self._runs = quoted_prompt.runs_of(
            file.template for file in files.values() if file.kind != "fixed"
        )
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
        checked = check_folder(folder or default_folder())
        if checked.library is None:
            raise PromptInvalid("\n".join(str(fault) for fault in checked.faults))
        return checked.library

    def system(self, view: PromptView) -> str:
        """Return the system prompt; raises PromptInvalid for an unknown stage or tier."""
        if view.stage not in STAGES or view.tier not in TIERS:
            raise PromptInvalid(f"there is no prompt for stage {view.stage}, tier {view.tier}")
        return self._rendered("system.md", variables(view))

    def parameters(self, view: PromptView) -> ModelParams:
        """Return how the model is to write: each as the vibe, stage, tier or system.md says."""
        vibe = f"vibes/{view.vibe.name}.md" if view.vibe else ""
        said = ("system.md", f"tiers/{view.tier}.md", f"stages/{view.stage}.md", vibe)
        return self._params(*said)

    def note(self, view: PromptView) -> str:
        """Return the note that stands before the shown messages; "" where nothing came before."""
        summary = as_data(view.summary, LONGEST_SUMMARY)
        if not summary:
            return ""
        return self._rendered(
            SUMMARY, {"summary": summary, "creator_name": as_data(view.creator_name)}
        )

    def quoted_in(self, text: str) -> tuple[str, ...]:
        """Return ("quoted_prompt",) for a text that gives lines of these prompts away, else ()."""
        return ("quoted_prompt",) if quoted_prompt.quotes(text, self._runs) else ()

    def fixed(self, name: str, language: str, view: PromptView, country: str | None = None) -> str:
        """
        Return the fixed text `name` in `language`, in English where it has no such version.

        `country` is the fan's, where it is known: the text for a crisis names its line.
        """
        known = {**variables(view), **crisis_variables(country, language)}
        for path in (f"fixed/{name}.{language}.md", f"fixed/{name}.{DEFAULT}.md"):
            if path in self._files:
                return self._rendered(path, known)
        raise PromptInvalid(f"fixed/{name}.{DEFAULT}.md:1: is missing")

    def job(self, name: str) -> tuple[str, ModelParams]:
        """Return the system prompt of a background job, and how the model is to write there."""
        path = f"jobs/{name}.md"
        return self._rendered(path, {}), self._params(path)

    def _params(self, *paths: str) -> ModelParams:
        """Return what the files at `paths` say of the model; of several the last counts."""
        return ModelParams(
            **{
                key: value
                for path in paths
                if path in self._files
                for key, value in self._files[path].settings.items()
                if key in MODEL_KEYS
            }
        )

    def _rendered(self, path: str, variables: Mapping[str, object]) -> str:
        try:
            text = self._environment.get_template(path).render(variables)
        except TemplateError as exc:
            raise PromptInvalid(f"{path}:1: {exc}") from exc
        return re.sub(r"\n{3,}", "\n\n", text).strip()


@dataclass(frozen=True)
class CheckedFolder:
    """What is wrong with a folder of prompts; `library` only where nothing is."""

    faults: tuple[Fault, ...]
    warnings: tuple[Fault, ...] = ()
    longest: Longest | None = None
    library: PromptLibrary | None = None


def check_folder(folder: Path) -> CheckedFolder:
    """Read all prompts of `folder` and say everything that is wrong with them."""
    if not folder.is_dir():
        return CheckedFolder((Fault(str(folder), 1, "there is no such folder"),))
    sources: dict[str, str] = {}
    environment = RecordingEnvironment(
        # The path for a file name too, so that tracebacks tell which file failed.
        loader=FunctionLoader(
            lambda path: (sources[path], path, None) if path in sources else None
        ),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        autoescape=False,  # chat messages, not HTML
    )
    environment.loaded = set()
    # Nothing but the declared variables: no range, no lipsum.
    environment.globals.clear()
    files, faults = prompt_files.read(folder, environment)
    if faults:
        return CheckedFolder(tuple(faults))
    sources.update({path: file.template for path, file in files.items()})
    shown = rehearse(files, environment)
    library = None if shown.faults else PromptLibrary(files, environment)
    return CheckedFolder(shown.faults, shown.warnings, shown.longest, library)


def default_folder() -> Path:
    """Return `prompts` inside the installed package, or beside it in a checkout."""
    inside = Path(__file__).parent / "prompts"
    return inside if inside.is_dir() else Path(__file__).parent.parent / "prompts"


def _version(files: Mapping[str, PromptFile]) -> str:
    digest = hashlib.sha256()
    for path, file in sorted(files.items()):
        digest.update(f"{path}\0{sorted(file.settings.items())}\0{file.template}\0".encode())
    return digest.hexdigest()[:12]
