"""
Fill the prompts in: the system prompt of a reply, the note with a summary, the fixed texts.

The words are in prompts/; their checks are in worker/prompt_files.py and worker/rehearsal.py. What
a fan writes never comes here, and neither do names that a fan chooses: it is read by the model as
the user's words only (worker/conversation.py). What was learned from a fan, and the few names that
do go in, are data: see `as_data`.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from jinja2 import FunctionLoader, StrictUndefined, TemplateError

from worker import prompt_files, quoted_prompt
from worker.errors import PromptInvalid
from worker.front_matter import MODEL_KEYS
from worker.languages import DEFAULT
from worker.model import ModelParams
from worker.prompt_files import SUMMARY, TIERS, Fault, PromptFile
from worker.rehearsal import Longest, RecordingEnvironment, rehearse
from worker.rows import Json
from worker.spoken_prices import spoken_price
from worker.vibes import MOST_EMOJI, STAGES, Vibe, chances

# In characters.
LONGEST_NAME = 60
LONGEST_FACT = 160
LONGEST_TITLE = 120
LONGEST_DESCRIPTION = 400
LONGEST_SUMMARY = 2_000
LONGEST_PERSONA = 8_000
# The newest, of those that the database brings.
MOST_TAGS = 30
MOST_FACTS = 20


@dataclass(frozen=True)
class PromptView:
    """
    What the prompts may know about a conversation.

    The fan's name and handle are left out on purpose: a fan chooses them, and would be writing
    in the system prompt. `offer` is the one that may be made in this reply: title, description,
    price_cents, currency.
    """

    creator_name: str
    persona: str
    stage: str
    tier: str
    tags: tuple[str, ...] = ()
    vibe: Vibe | None = None
    offer: Json | None = None
    facts: tuple[str, ...] = ()
    summary: str = ""

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
            offer=context.get("offer"),
            facts=tuple(fact["text"] for fact in context.get("facts") or ()),
            summary=(context.get("summary") or {}).get("text", ""),
        )


def as_data(text: str, longest: int = LONGEST_NAME) -> str:
    """
    Return `text` as something that can stand in a prompt between double quotes.

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
        return self._rendered("system.md", _variables(view))

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

    def is_quoted_in(self, text: str) -> bool:
        """Say whether `text` gives lines of these prompts away."""
        return quoted_prompt.quotes(text, self._runs)

    def fixed(self, name: str, language: str, view: PromptView) -> str:
        """Return the fixed text `name` in `language`, in English where it has no such version."""
        for path in (f"fixed/{name}.{language}.md", f"fixed/{name}.{DEFAULT}.md"):
            if path in self._files:
                return self._rendered(path, _variables(view))
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


def _variables(view: PromptView) -> dict[str, object]:
    words_min, words_max = view.vibe.words if view.vibe else (1, 60)
    return {
        "creator_name": as_data(view.creator_name),
        "persona": _persona(view.persona),
        "stage": view.stage,
        "tier": view.tier,
        "tags": [tag for tag in map(as_data, view.tags[:MOST_TAGS]) if tag],
        "facts": [
            fact for each in view.facts[:MOST_FACTS] if (fact := as_data(each, LONGEST_FACT))
        ],
        "offer": _offer(view.offer),
        "vibe": view.vibe.name if view.vibe else "",
        "words_min": words_min,
        "words_max": words_max,
    }


def _offer(offer: Json | None) -> dict[str, str] | None:
    if not offer:
        return None
    return {
        "title": as_data(offer["title"], LONGEST_TITLE),
        "description": as_data(offer.get("description") or "", LONGEST_DESCRIPTION),
        "price": as_data(spoken_price(offer["price_cents"], offer["currency"])),
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
