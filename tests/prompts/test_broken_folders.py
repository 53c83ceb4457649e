"""
`fanpace prompts check` fails, naming file and line, for every way in which a folder was broken.

Each case is the real folder with one small thing done to it. The line is looked up by its text,
since the prompts themselves may be rewritten at any time.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from tests.prompts.damage import Damage, add, change, copy, put, remove
from worker.cli import main
from worker.prompts import check_folder, default_folder
from worker.tokens import estimate_tokens

ROOT = Path(__file__).parents[2]
SALES = "stages/sales.md"
SHORT = "vibes/short_and_snappy.md"


@dataclass(frozen=True)
class Broken:
    """What was done, in which file and line (a number, or text in it) that shows, and how."""

    name: str
    damage: Damage
    path: str
    at: int | str
    says: str


LONGEST_RULE = max((default_folder() / "parts/ground_rules.md").read_text().splitlines(), key=len)
# Where 500 tokens are full, at so many a line.
BUDGET_LINE = 500 // estimate_tokens("Be kind to them, always.\n") + 1

FOLDERS = [
    Broken("a stage deleted", remove(SALES), SALES, 1, "is missing"),
    Broken("a stage of another name", put("stages/flirt.md", "Flirt."), "stages/flirt.md", 1,
           "is no stage"),
    Broken("an empty stage", put(SALES, ""), SALES, 1, "has no text"),
    Broken("a stage of spaces", put(SALES, " \n\n"), SALES, 2, "has no text"),
    Broken("a tier deleted", remove("tiers/vip.md"), "tiers/vip.md", 1, "is missing"),
    Broken("no system prompt", remove("system.md"), "system.md", 1, "is missing"),
    Broken("no ground rules", remove("parts/ground_rules.md"), "parts/ground_rules.md", 1,
           "is missing"),
    Broken("no format", remove("parts/format.md"), "system.md", "parts/format.md",
           "does not exist"),
    Broken("no identity text", remove("fixed/identity.en.md"), "fixed/identity.en.md", 1,
           "is missing"),
    Broken("an unknown variable", add(SALES, "Hi {{ fan_name }}.\n"), SALES, "fan_name",
           "unknown variable fan_name"),
    Broken("a slip in a variable", change("system.md", "{{ persona }}", "{{ persna }}"),
           "system.md", "persna", "did you mean persona?"),
    Broken("an unknown variable in a condition", add(SALES, "{% if mood %}x{% endif %}\n"), SALES,
           "mood", "unknown variable mood"),
    Broken("an unknown variable in a loop", add(SALES, "{% for x in likes %}{{ x }}{% endfor %}\n"),
           SALES, "likes", "unknown variable likes; known are"),
    Broken("an unknown variable as a filter's argument", add(SALES, "{{ tags | join(glue) }}\n"),
           SALES, "glue", "unknown variable glue"),
    Broken("an unknown variable in an include", change("system.md", "~ tier ~", "~ tir ~"),
           "system.md", "~ tir ~", "did you mean tier?"),
    Broken("an unknown field", add("parts/offer.md", "{{ offer.prize }}\n"), "parts/offer.md",
           "offer.prize", "no attribute 'prize'"),
    Broken("an unknown field where no tag is known",
           add(SALES, "{% if not tags %}{{ persona.name }}{% endif %}\n"), SALES, "persona.name",
           "unknown variable"),
    Broken("an unknown filter", add(SALES, "{{ persona | shout }}\n"), SALES, "shout",
           "No filter named 'shout'"),
    Broken("an unknown test", add(SALES, "{% if persona is loud %}x{% endif %}\n"), SALES, "loud",
           "No test named 'loud'"),
    Broken("a summary where no summary belongs", add("system.md", "{{ summary }}\n"), "system.md",
           "summary", "unknown variable summary"),
    Broken("an unclosed condition", add(SALES, "{% if tags %}\nHello.\n"), SALES, "{% if tags",
           "Unexpected end of template"),
    Broken("an end taken away", change("system.md", "{% endif %}", ""), "system.md",
           "{% if persona %}", "Unexpected end of template"),
    Broken("an end too many", add(SALES, "{% endif %}\n"), SALES, "{% endif", "unknown tag"),
    Broken("an unclosed mark", add(SALES, "Hi {{ persona\n"), SALES, "Hi {{ persona", ""),
    Broken("a mark with a gap", add(SALES, "Hi { { persona }}.\n"), SALES, "{ { persona",
           "as it stands"),
    Broken("braces that Jinja does not know", put("fixed/identity.de.md",
           "Ich bin ein KI-Assistent von {creator_name}.\n"), "fixed/identity.de.md", 1,
           "{creator_name} would be written as it stands"),
    Broken("a missing include", add(SALES, '{% include "parts/extra.md" %}\n'), SALES,
           "parts/extra.md", "parts/extra.md does not exist"),
    Broken("a missing import", add(SALES, '{% from "parts/extra.md" import x %}\n'), SALES,
           "parts/extra.md", "parts/extra.md does not exist"),
    Broken("an include that leads nowhere", change("system.md", '"stages/"', '"stage/"'),
           "system.md", '"stage/"', "stage/new.md does not exist"),
    Broken("a part that includes itself", add("parts/format.md", '{% include "system.md" %}\n'),
           "parts/format.md", '"system.md"', "would include itself"),
    Broken("one stage for all",
           change("system.md", '"stages/" ~ stage ~ ".md"', '"stages/new.md"'), "system.md", 1,
           "does not include stages/sales.md where it applies"),
    Broken("no stage included",
           change("system.md", '{% include "stages/" ~ stage ~ ".md" %}', ""), "system.md", 1,
           "does not include stages/new.md"),
    Broken("the rules left out",
           change("system.md", '{% include "parts/ground_rules.md" %}', ""), "system.md", 1,
           "does not include parts/ground_rules.md"),
    Broken("the persona left out",
           change("system.md", "{{ persona }}", "Kind."), "system.md", 1,
           "missing variable persona"),
    Broken("a stage that does not exist",
           add("parts/format.md", '{% if stage == "flirt" %}Flirt.{% endif %}\n'),
           "parts/format.md", '"flirt"', "there is no stage flirt"),
    Broken("a vibe that does not exist",
           add("parts/format.md", '{% if vibe in ["short", "clean"] %}x{% endif %}\n'),
           "parts/format.md", '"short"', "there is no vibe short"),
    Broken("front matter that is not closed", put(SALES, "---\ntemperature: 1\nHello."), SALES, 1,
           "not closed"),
    Broken("front matter that begins late", put(SALES, "\n---\ntemperature: 1\n---\nHello."), SALES,
           2, "must begin on the first line"),
    Broken("a tab in the front matter", put(SALES, "---\ntemperature:\n\t1\n---\nHello."), SALES,
           3, "malformed front matter"),
    Broken("a sign in the front matter that YAML does not know",
           put(SALES, "---\ntemperature: \x00\n---\nHello."), SALES, 2, "malformed front matter"),
    Broken("front matter without a bottom", put(SALES, f"---\na: {'[' * 2000}\n---\nx"), SALES, 2,
           "malformed front matter"),
    Broken("a division by nothing", add(SALES, "{{ 1 / 0 }}\n"), SALES, "1 / 0", "division"),
    Broken("no vibe at all", lambda folder: shutil.rmtree(folder / "vibes"), "vibes", 1,
           "has no vibe"),
    Broken("a persona that is overwritten",
           change("system.md", "# The voice", "{% set persona = 'x' %}"), "system.md", 1,
           "missing variable persona"),
    Broken("rules that do not say what writes", put("parts/ground_rules.md", "Be kind.\n"),
           "parts/ground_rules.md", 1, "does not tell the model that it is an AI"),
    Broken("a list for front matter", put(SALES, "---\n- a\n---\nHello."), SALES, 2,
           "must be lines of"),
    Broken("an unknown key", put(SALES, "---\nheat: 1\n---\nHello."), SALES, "heat",
           "unknown key heat"),
    Broken("a temperature in words", change(SHORT, "temperature: 0.9", "temperature: hot"), SHORT,
           "temperature", "must be a number"),
    Broken("a temperature beyond the scale", put(SALES, "---\ntemperature: 3\n---\nHello."), SALES,
           2, "must lie between 0 and 2"),
    Broken("a penalty beyond the scale", put(SALES, "---\npresence_penalty: 3\n---\nx"), SALES,
           2, "must lie between -2 and 2"),
    Broken("a top_p beyond the scale", put(SALES, "---\ntop_p: 1.5\n---\nx"), SALES, 2,
           "must lie between 0 and 1"),
    Broken("half a token", change("system.md", "max_tokens: 400", "max_tokens: 0.5"), "system.md",
           "max_tokens: 0.5", "must be a whole number"),
    Broken("weights without a stage", change(SHORT, "sales: 2, ", ""), SHORT, "weights",
           "it lacks sales"),
    Broken("weights for an unknown stage", change(SHORT, "sales: 2", "sale: 2"), SHORT, "weights",
           "does not know sale"),
    Broken("a stage weighed twice", change(SHORT, "new: 3", "new: 3, new: 1"), SHORT, "weights",
           "new is given twice"),
    Broken("no weights", change(SHORT, "weights:", "weight:"), SHORT, "weight:", "unknown key"),
    Broken("the least above the most", change(SHORT, "words: [3, 18]", "words: [18, 3]"), SHORT,
           "words", "must be [least, most]"),
    Broken("a vibe of nothing but settings", change(SHORT, "Short and snappy: one thought, "
           "quickly said. Fragments are fine.", ""), SHORT, "", "has no text"),
    Broken("a file that is not UTF-8", put(SALES, b"Hello.\ncaf\xe9\n"), SALES, 2, "not UTF-8"),
    Broken("a file that belongs nowhere", put("stages/new.txt", "x"), "stages/new.txt", 1,
           "is no prompt"),
    Broken("a name with a capital", put("vibes/Loud.md", "x"), "vibes/Loud.md", 1, "small letters"),
    Broken("a stage over its budget", put(SALES, "Be kind to them, always.\n" * 200), SALES,
           BUDGET_LINE, "at most 500"),
    Broken("a stage of one long line", put(SALES, "Be kind to them, always. " * 200), SALES, 1,
           "at most 500"),
    Broken("a part over its own budget",
           put("parts/offer.md", "---\nmax_prompt_tokens: 12\n---\n{{ offer.title }}\n\nfor you\n"),
           "parts/offer.md", "for you", "at most 12,"),
    Broken("a whole prompt over budget",
           change("system.md", "max_prompt_tokens: 4500", "max_prompt_tokens: 1500"),
           "parts/ground_rules.md", LONGEST_RULE, "at most 1500"),
    Broken("a fixed text that claims to be human", put("fixed/identity.es.md", "Soy humana.\n"),
           "fixed/identity.es.md", 1, "breaks the rule claims_human"),
    Broken("a fixed text that does not say what answers",
           put("fixed/identity.es.md", "---\n---\nGracias por tu pregunta, hablamos luego.\n"),
           "fixed/identity.es.md", 3, "does not say that an AI answers"),
    Broken("a fixed text in a language that nobody knows", put("fixed/identity.xx.md", "x"),
           "fixed/identity.xx.md", 1, "languages are"),
    Broken("a fixed text without a language", put("fixed/identity.md", "I'm an AI."),
           "fixed/identity.md", 1, "must be named"),
    Broken("a fixed text that wants a persona", add("fixed/identity.fr.md", "{{ persona }}\n"),
           "fixed/identity.fr.md", "persona", "unknown variable persona"),
    Broken("a summary that is not shown", put("parts/summary.md", "Something came before."),
           "parts/summary.md", 1, "missing variable summary"),
]  # fmt: skip

# One of each kind goes through the command.
BY_COMMAND = {
    "a stage deleted", "a slip in a variable", "an unclosed condition", "a missing include",
    "no stage included", "a temperature in words", "weights without a stage",
    "front matter that is not closed", "a stage over its budget", "a file that is not UTF-8",
    "the least above the most", "a fixed text that claims to be human",
}  # fmt: skip


def expected_line(folder: Path, broken: Broken) -> int:
    if isinstance(broken.at, int):
        return broken.at
    lines = (folder / broken.path).read_text().splitlines()
    return max(number for number, line in enumerate(lines, 1) if broken.at in line)


@pytest.mark.parametrize("broken", FOLDERS, ids=lambda broken: broken.name)
def test_a_broken_folder_is_refused_with_file_line_and_reason(
    tmp_path: Path, broken: Broken
) -> None:
    folder = copy(tmp_path)
    broken.damage(folder)
    checked = check_folder(folder)
    assert checked.library is None
    places = {(fault.path, fault.line): fault.message for fault in checked.faults}
    assert (broken.path, expected_line(folder, broken)) in places
    assert any(
        broken.says in fault.message for fault in checked.faults if fault.path == broken.path
    )


def test_the_same_folder_unbroken_has_no_fault(tmp_path: Path) -> None:
    checked = check_folder(copy(tmp_path))
    assert (checked.faults, checked.warnings) == ((), ())


def prompts_check(*arguments: str) -> Result:
    """Run the command in this process: another one costs a second."""
    return CliRunner().invoke(main, ["prompts", "check", *arguments])


@pytest.mark.parametrize(
    "broken",
    [broken for broken in FOLDERS if broken.name in BY_COMMAND],
    ids=lambda broken: broken.name,
)
def test_the_command_fails_and_names_file_and_line(tmp_path: Path, broken: Broken) -> None:
    folder = copy(tmp_path)
    broken.damage(folder)
    done = prompts_check(str(folder))
    assert done.exit_code == 1
    place = f"{folder}/{broken.path}:{expected_line(folder, broken)}: "
    assert [line for line in done.stdout.splitlines() if line.startswith(place)]
    assert "fault" in done.stderr
    assert "Traceback" not in done.stderr


def test_the_command_finds_nothing_wrong_with_the_real_prompts(tmp_path: Path) -> None:
    # With nothing of ours in its environment: no settings, no database.
    done = subprocess.run(
        [sys.executable, "-m", "worker", "prompts", "check"],
        env={"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT)}, cwd=tmp_path,
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (0, "")
    assert "version" in done.stdout


def test_the_command_tells_a_program_everything_at_once(tmp_path: Path) -> None:
    folder = copy(tmp_path)
    remove(SALES)(folder)
    change(SHORT, "temperature: 0.9", "temperature: hot")(folder)
    done = prompts_check(str(folder), "--json")
    assert done.exit_code == 1
    told = json.loads(done.stdout)
    assert not told["ok"]
    assert [(fault["path"], fault["line"]) for fault in told["faults"]] == [(SALES, 1), (SHORT, 3)]


def test_a_text_in_another_language_than_its_name_says_is_a_warning(tmp_path: Path) -> None:
    folder = copy(tmp_path)
    (folder / "fixed/identity.it.md").write_text("Honest answer: I am an AI, and this is written.")
    done = prompts_check(str(folder))
    assert done.exit_code == 0
    assert f"{folder}/fixed/identity.it.md:1: warning: reads like en" in done.stdout


def test_a_part_that_nothing_includes_is_a_warning(tmp_path: Path) -> None:
    folder = copy(tmp_path)
    put("parts/extra.md", "Sing.")(folder)
    checked = check_folder(folder)
    assert checked.library is not None
    assert [str(each) for each in checked.warnings] == [
        "parts/extra.md:1: is a part that nothing includes"
    ]


def test_what_is_left_out_on_purpose_is_no_fault(tmp_path: Path) -> None:
    folder = copy(tmp_path)
    change("parts/format.md", "{{ words_min }} to {{ words_max }}", "few")(folder)
    assert [fault.message for fault in check_folder(folder).faults] == [
        f"missing variable {name}: nothing here uses it; if that is meant, name it under unused"
        for name in ("words_max", "words_min")
    ]
    change("system.md", "---\n", "---\nunused: [words_min, words_max]\n")(folder)
    assert check_folder(folder).faults == ()
    change("system.md", "unused: [", "unused: [tags, ")(folder)
    assert [fault.message for fault in check_folder(folder).faults] == [
        "unused names tags, which is used"
    ]
    change("system.md", "unused: [", "unused: [persona, ")(folder)
    assert "must be a list of variables" in check_folder(folder).faults[0].message
