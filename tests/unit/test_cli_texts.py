"""`fanpace check-text`, `triggers` and `signals`: what goes in and what comes out."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from typing import Any

import pytest
from click.testing import CliRunner, Result

from worker.cli import main

BEACH = {"known_offers": [{"title": "Beach set", "price": 20}], "creator": "Luna"}


def run(command: str, *lines: object, args: tuple[str, ...] = ()) -> Result:
    text = "\n".join(line if isinstance(line, str) else json.dumps(line) for line in lines)
    return CliRunner().invoke(main, [command, *args], input=text, env={"SUPABASE_URL": None})


def answers(result: Result) -> list[dict[str, Any]]:
    return [json.loads(line) for line in result.stdout.splitlines()]


def test_each_text_gets_a_verdict_and_the_names_of_its_rules() -> None:
    result = run("check-text", {"text": "hey you"}, {"text": "I'm a real person 😘"})
    assert answers(result) == [
        {"text": "hey you", "verdict": "ok", "rules": []},
        {"text": "I'm a real person 😘", "verdict": "refused", "rules": ["claims_human"]},
    ]
    assert result.exit_code == 0


@pytest.mark.parametrize("price", [20, 20.0, "20", "20.00", "$20", "20 USD", "20€", "USD 20"])
def test_a_known_offer_may_be_named_with_its_price_however_that_is_given(price: object) -> None:
    context = {"known_offers": [{"title": "Beach set", "price": price}], "creator": "Luna"}
    result = run(
        "check-text",
        {"text": "the Beach set is $20", "context": context},
        {"text": "the Beach set is $15", "context": context},
    )
    assert [one["rules"] for one in answers(result)] == [[], ["invented_offer"]]


@pytest.mark.parametrize(
    "context",
    [
        None, {}, {"known_offers": None}, {"known_offers": []}, {"creator": None},
        {"creator": {"display_name": "Luna"}}, {"known_offers": ["Beach set"]},
        {"known_offers": [{"title": "Beach set"}]}, {"known_offers": [{"title": "", "price": 1}]},
        {"something": "else"},
    ],
)  # fmt: skip
def test_a_context_may_leave_everything_out(context: object) -> None:
    (answer,) = answers(run("check-text", {"text": "it is $20 for you", "context": context}))
    assert answer["rules"] == ["invented_offer"]


def test_a_line_that_is_no_json_is_a_text() -> None:
    result = run("check-text", "hey you", '"quoted', "42", "{name} hi", '"a JSON string"', "", "[x")
    assert [one["text"] for one in answers(result)] == [
        "hey you", '"quoted', "42", "{name} hi", "a JSON string", "[x",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ('{"text": "half', "is not JSON"),
        ({"texts": "x"}, 'has no "text"'),
        ({"text": 5}, 'has no "text"'),
        ({"text": "x", "context": []}, '"context" must be an object'),
        ({"text": "x", "context": {"known_offers": {}}}, '"known_offers" must be a list'),
        ({"text": "x", "context": {"known_offers": [5]}}, 'needs a "title"'),
        (
            {"text": "x", "context": {"known_offers": [{"title": "a", "price": "soon"}]}},
            "is not an amount: 'soon'",
        ),
        ({"text": "x", "context": {"creator": 5}}, '"creator" must be a name'),
        ({"text": "x", "context": {"language": "xx"}}, '"language" must be one of'),
    ],
)
def test_a_bad_line_is_named_and_the_others_are_answered(line: object, said: str) -> None:
    result = run("check-text", {"text": "one"}, line, {"text": "three"})
    assert [one["text"] for one in answers(result)] == ["one", "three"]
    assert result.stderr.startswith("line 2 ")
    assert said in result.stderr
    assert result.exit_code == 1


def test_bytes_that_are_no_text_are_a_bad_line() -> None:
    result = CliRunner().invoke(main, ["check-text"], input=b"one\n\xff\xfe\nthree")
    assert [one["text"] for one in answers(result)] == ["one", "three"]
    assert result.stderr == "line 2 is not UTF-8\n"


def test_half_a_surrogate_pair_is_answered_too() -> None:
    (answer,) = answers(run("check-text", '{"text": "hey \\ud83d"}'))
    assert answer["verdict"] == "ok"


def test_triggers_are_named_and_a_price_is_content_too() -> None:
    result = run("triggers", {"text": "how much for a custom?"}, "I saw your pics, cute")
    assert answers(result) == [
        {
            "text": "how much for a custom?",
            "triggers": ["asks_for_content", "asks_price", "asks_custom"],
        },
        {"text": "I saw your pics, cute", "triggers": []},
    ]


def test_signals_are_exactly_the_eight_that_need_care_whatever_the_language_given() -> None:
    result = run(
        "signals",
        {"text": "are you a bot? send me a pic", "lang": "en"},
        {"text": "¿eres un bot?", "lang": "xx"},
        "STOP",
        "START",
        "my card was declined, how do I contact support?",
    )
    assert answers(result) == [
        {"text": "are you a bot? send me a pic", "signals": ["sincere_question"]},
        {"text": "¿eres un bot?", "signals": ["sincere_question"]},
        {"text": "STOP", "signals": ["opt_out"]},
        {"text": "START", "signals": []},
        {"text": "my card was declined, how do I contact support?", "signals": []},
    ]


@pytest.mark.parametrize(
    ("command", "key", "name"),
    [
        ("check-text", "rules", "claims_human"),
        ("triggers", "triggers", "asks_for_content"),
        ("signals", "signals", "sincere_question"),
    ],
)
def test_labelled_lines_are_scored(command: str, key: str, name: str) -> None:
    text = "are you a bot?" if command == "signals" else "I'm human. send nudes"
    lines = [{"text": text, key: [name]}, {"text": "hey", key: [name]}]
    result = run(command, *lines, {"text": "no labels"}, args=("--score",))
    (row,) = [line for line in result.stdout.splitlines() if line.startswith(name)]
    assert row.split() == [name, "2", "1", "0", "1.000", "0.500"]
    assert f'line 3 has no "{key}"' in result.stderr


@pytest.mark.parametrize("command", ["check-text", "triggers", "signals"])
def test_a_line_is_answered_before_the_next_one_is_written_without_any_settings(
    command: str,
) -> None:
    environment = {"PATH": os.environ["PATH"], "PYTHONPATH": os.pathsep.join(sys.path)}
    with subprocess.Popen(
        [sys.executable, "-m", "worker", command],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env=environment,
        text=True,
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        for text in ("one", "two"):
            process.stdin.write(f"{text}\n")
            process.stdin.flush()
            assert json.loads(process.stdout.readline())["text"] == text
        process.stdin.close()
        assert process.wait() == 0


def test_a_context_can_have_what_was_said_and_the_fan_s_language() -> None:
    said = "what are you up to this lovely evening"
    result = run(
        "check-text",
        {"text": said, "context": {"said": [said], "language": "de"}},
        {"text": said, "context": BEACH},
    )
    assert [one["rules"] for one in answers(result)] == [["repeated_line", "wrong_language"], []]
