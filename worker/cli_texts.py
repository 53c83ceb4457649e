"""
`fanpace check-text`, `fanpace triggers` and `fanpace signals`: try the rules on one's own texts.

None needs settings, a database or a network. Each line is answered as it comes.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Sequence
from typing import BinaryIO

import click

from worker import checker, scoring, signals
from worker.text_lines import BadLine, TextLine, read_line

_FILE = click.argument("file", type=click.File("rb"), default="-")
_SCORE = click.option(
    "--score",
    is_flag=True,
    help="Print precision and recall instead, against the names that each line is labelled with.",
)


@click.command("check-text")
@_FILE
@_SCORE
def check_text(file: BinaryIO, score: bool) -> None:
    """
    Say which of the checker's rules each text of FILE (or -) breaks.

    A line is a text, or a JSON object: {"text": …, "context": {"known_offers": [{"title": …,
    "price": …}], "creator": …, "said": […], "language": …}}. Everything but the text may be left
    out. docs/checker.md has the rules.
    """

    def rules(line: TextLine) -> tuple[str, ...]:
        return checker.check(line.text, line.context)

    if score:
        _score(file, rules, [rule.name for rule in checker.RULES], "rules")
    else:
        _answer(
            file,
            lambda line: {
                "text": line.text,
                "verdict": "refused" if (broken := rules(line)) else "ok",
                "rules": list(broken),
            },
        )


@click.command()
@_FILE
@_SCORE
def triggers(file: BinaryIO, score: bool) -> None:
    """
    Say which triggers each text of FILE (or -) shows: what a fan asks for.

    A line is a text, or a JSON object with `text`.
    """

    def found(line: TextLine) -> tuple[str, ...]:
        return signals.triggers_in(line.text)

    if score:
        _score(file, found, signals.TRIGGERS, "triggers")
    else:
        _answer(file, lambda line: {"text": line.text, "triggers": list(found(line))})


@click.command("signals")
@_FILE
@_SCORE
def signals_command(file: BinaryIO, score: bool) -> None:
    """
    Say what each fan's message of FILE (or -) shows that has to be answered with care.

    sincere_question, minor, self_harm, distress, threat, refund_legal, cannot_afford, opt_out.

    A line is a text, or a JSON object: {"text": …, "lang": …}. All languages are asked of every
    text, so `lang` changes nothing. docs/signals.md says what is recognised.
    """

    def found(line: TextLine) -> tuple[str, ...]:
        return signals.trust_in(line.text, line.context.creator)

    if score:
        _score(file, found, signals.TRUST, "signals")
    else:
        _answer(file, lambda line: {"text": line.text, "signals": list(found(line))})


def _answer(file: BinaryIO, answer: Callable[[TextLine], dict[str, object]]) -> None:
    bad = 0
    for number, raw in enumerate(iter(file.readline, b""), 1):
        try:
            line = read_line(raw)
        except BadLine as error:
            bad += 1
            click.echo(f"line {number} {error}", err=True)
            continue
        if line is not None:
            _print(answer(line))
    if bad:
        sys.exit(1)


def _print(value: dict[str, object]) -> None:
    line = json.dumps(value, ensure_ascii=False)
    try:
        line.encode()
    except UnicodeEncodeError:
        # Half a surrogate pair is a text for JSON and not for UTF-8.
        line = json.dumps(value)
    sys.stdout.buffer.write(line.encode() + b"\n")
    sys.stdout.buffer.flush()


def _score(
    file: BinaryIO, found: Callable[[TextLine], Sequence[str]], names: Sequence[str], key: str
) -> None:
    rows, bad = [], 0
    for number, raw in enumerate(iter(file.readline, b""), 1):
        try:
            line = read_line(raw)
        except BadLine as error:
            bad += 1
            click.echo(f"line {number} {error}", err=True)
            continue
        if line is None:
            continue
        if line.labels is None:
            bad += 1
            click.echo(f'line {number} has no "{key}" to be compared with', err=True)
            continue
        rows.append(scoring.Labelled(line.text, line.labels, frozenset(found(line))))
    click.echo(scoring.table(scoring.scores(rows, names)))
    if bad:
        sys.exit(1)
