"""
`fanpace prompts`: check a folder of prompts, show what the model would be sent.

Needs no settings, no database and no network.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import NoReturn

import click

from worker.cli_exit import fail
from worker.errors import PromptInvalid
from worker.languages import DEFAULT, LANGUAGES, language_of
from worker.model_request import DEFAULT_CONTEXT_TOKENS
from worker.preview import CREATOR, PERSONA, Preview, preview, vibe_named
from worker.prompt_files import TIERS
from worker.prompts import CheckedFolder, PromptView, check_folder, default_folder
from worker.settings import prompts_folder
from worker.vibes import STAGES

_folder = click.Path(path_type=Path)
_file = click.Path(exists=True, dir_okay=False, path_type=Path)


@click.group()
def prompts() -> None:
    """Check the prompts, show what the model would be sent."""


@prompts.command("check")
@click.argument("folder", type=_folder, required=False)
@click.option("--json", "as_json", is_flag=True, help="Print the findings as JSON.")
def check_prompts(folder: Path | None, as_json: bool) -> None:
    """
    Say every fault of FOLDER with file and line; exit with 1 if there is one.

    Without FOLDER: PROMPTS_DIR, or the prompts that came with the package.
    """
    folder = folder or prompts_folder() or default_folder()
    checked = check_folder(folder)
    if as_json:
        click.echo(json.dumps(_as_json(folder, checked), indent=2))
    else:
        _print_findings(folder, checked)
    if checked.library is None:
        sys.exit(1)


def _print_findings(folder: Path, checked: CheckedFolder) -> None:
    shown = _shown(folder)
    for warning in checked.warnings:
        click.echo(f"{shown / warning.path}:{warning.line}: warning: {warning.message}")
    for fault in checked.faults:
        click.echo(f"{shown / fault.path}:{fault.line}: {fault.message}")
    if checked.library is None:
        count = len(checked.faults)
        click.echo(f"fanpace: {count} fault{'s' * (count != 1)} in {shown}", err=True)
    elif longest := checked.longest:
        click.echo(
            f"{shown}: version {checked.library.version}; the longest system prompt has "
            f"{longest.tokens} of at most {longest.at_most} tokens (stage {longest.stage}, "
            f"tier {longest.tier}, vibe {longest.vibe or 'none'})"
        )


def _shown(folder: Path) -> Path:
    """A path that an editor can open from here."""
    absolute = folder.absolute()
    return absolute.relative_to(Path.cwd()) if absolute.is_relative_to(Path.cwd()) else folder


def _as_json(folder: Path, checked: CheckedFolder) -> dict[str, object]:
    longest = checked.longest
    return {
        "folder": str(folder),
        "ok": checked.library is not None,
        "version": checked.library.version if checked.library else None,
        "faults": [fault.as_json() for fault in checked.faults],
        "warnings": [warning.as_json() for warning in checked.warnings],
        "longest": {
            "stage": longest.stage,
            "tier": longest.tier,
            "vibe": longest.vibe or None,
            "tokens": longest.tokens,
            "at_most": longest.at_most,
        }
        if longest
        else None,
    }


@prompts.command("preview")
@click.option("--stage", type=click.Choice(STAGES), default=STAGES[0], show_default=True)
@click.option("--tier", type=click.Choice(TIERS), default=TIERS[0], show_default=True)
@click.option("--vibe", help="A vibe, or the beginning of its name; else the stage's usual one.")
@click.option("--language", type=click.Choice(LANGUAGES), help="Of the made-up conversation.")
@click.option("--persona-file", type=_file, help="The creator's description, in place of ours.")
@click.option("--fan-text", help="What the fan says, in place of a made-up message.")
@click.option("--tag", "tags", multiple=True, help="A tag of the fan; may be given several times.")
@click.option("--fact", "facts", multiple=True, help="A fact about the fan; likewise.")
@click.option("--summary", default="", help="What came before the shown messages.")
@click.option("--offer", help="The title of an offer that may be made, for $25.")
@click.option(
    "--context-tokens",
    type=click.IntRange(1024),
    envvar="OPENAI_CONTEXT_TOKENS",
    default=DEFAULT_CONTEXT_TOKENS,
    show_default=True,
    help="What the model can hold.",
)
@click.option("--folder", type=_folder, help="The prompts; else PROMPTS_DIR or the package's.")
@click.option("--json", "as_json", is_flag=True, help="Print the request as JSON.")
def preview_prompts(
    stage: str,
    tier: str,
    vibe: str | None,
    language: str | None,
    persona_file: Path | None,
    fan_text: str | None,
    tags: tuple[str, ...],
    facts: tuple[str, ...],
    summary: str,
    offer: str | None,
    context_tokens: int,
    folder: Path | None,
    as_json: bool,
) -> None:
    """Show what the model would be sent: system prompt, conversation, parameters."""
    checked = check_folder(folder or prompts_folder() or default_folder())
    if checked.library is None:
        _refuse(checked)
    try:
        drawn = vibe_named(checked.library, vibe, stage)
    except PromptInvalid as error:
        raise click.BadParameter(str(error), param_hint="--vibe") from error
    view = PromptView(
        creator_name=CREATOR,
        persona=_text_of(persona_file) if persona_file else PERSONA,
        stage=stage,
        tier=tier,
        tags=tags,
        vibe=drawn,
        offer={"title": offer, "price_cents": 2500, "currency": "USD"} if offer else None,
        facts=facts,
        summary=summary,
    )
    shown = preview(
        checked.library,
        view,
        language=language or (language_of(fan_text) if fan_text else DEFAULT),
        fan_text=fan_text,
        context_tokens=context_tokens,
    )
    if as_json:
        click.echo(json.dumps(shown.as_json(), indent=2, ensure_ascii=False))
    else:
        _print_preview(shown)


def _refuse(checked: CheckedFolder) -> NoReturn:
    fail("the prompts have faults:\n" + "\n".join(str(fault) for fault in checked.faults))


def _text_of(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise click.BadParameter(f"{path} is not a text in UTF-8", param_hint="file") from error


def _print_preview(shown: Preview) -> None:
    told = shown.as_json()
    _head("system")
    click.echo(told["system"])
    for message in told["messages"]:
        _head(message["role"])
        click.echo(message["content"])
    tokens = told["tokens"]
    _head("parameters")
    click.echo(" ".join(f"{key}={value}" for key, value in told["parameters"].items()))
    click.echo(f"stage {told['stage']}, tier {told['tier']}, vibe {told['vibe']}")
    click.echo(
        f"tokens, about: {tokens['system']} system + {tokens['conversation']} conversation + "
        f"{tokens['answer']} answer, of {tokens['context']}"
    )
    click.echo(f"prompt version {told['prompt_version']}")


def _head(title: str) -> None:
    click.echo(click.style(f"--- {title} ---", bold=True))
