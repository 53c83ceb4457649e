"""From the model's text to bubbles: one seed, nothing kept is touched, nothing refused is made."""

from __future__ import annotations

import re
from dataclasses import replace
from random import Random

import pytest

from bench.style_cases import case, complaint
from tests.library import PROMPTS
from worker.imperfections import KINDS
from worker.style import CORRECTION, SEED_BITS, Dressed, draw_seed, dress
from worker.vibes import STAGES, Vibe

VIBES = PROMPTS.vibes
TEXT = (
    "Haha, that's such a sweet thing to say — really. I wish I had known earlier! "
    "Oh and how was your weekend with Anna? 😍😘"
)


def vibe(emoji: int = 2, **chances: float) -> Vibe:
    return Vibe("any", (1, 99), 0.9, 400, dict.fromkeys(STAGES, 1.0), chances, emoji)


EVERYTHING = vibe(**dict.fromkeys(KINDS, 1.0))


def seeds(text: str, vibe: Vibe, count: int = 300) -> list[Dressed]:
    return [dress(text, vibe, seed) for seed in range(count)]


def test_the_same_text_vibe_and_seed_give_the_same_bubbles() -> None:
    for each in VIBES:
        assert seeds(TEXT, each, 40) == seeds(TEXT, each, 40)
    assert len(set(seeds(TEXT, vibe(slip=0.5)))) > 10, "the seed decides nothing"


def test_a_seed_is_a_whole_number_that_every_reader_of_json_keeps() -> None:
    drawn = {draw_seed(Random(seed)) for seed in range(100)}
    assert len(drawn) == 100
    assert all(0 <= each < 2**SEED_BITS <= 2**53 for each in drawn)


# In parts, so that they share the cores.
@pytest.mark.parametrize("part", range(4))
def test_prices_numbers_links_handles_and_names_are_unchanged_in_10000_generated_cases(
    part: int,
) -> None:
    vibes = (*VIBES, EVERYTHING, vibe(0, **dict.fromkeys(KINDS, 0.5)))
    found = [complaint(case(n), vibes[n // 4 % len(vibes)], n) for n in range(part, 10_000, 4)]
    assert [each for each in found if each] == []


def test_a_vibe_that_allows_nothing_gets_clean_text_in_bubbles() -> None:
    for dressed in seeds(TEXT, vibe()):
        assert (
            " ".join(dressed.bubbles).replace("Haha ", "Haha, ")
            == (
                "Haha, that's such a sweet thing to say, really. I wish I had known earlier! "
                "Oh and how was your weekend with Anna? 😍😘"
            )
            or dressed.bubbles[0] == "Haha"
        )
        assert dressed.imperfections == ()


@pytest.mark.parametrize(
    ("kind", "text", "expected"),
    [
        ("lowercase_start", "That's so sweet", "that's so sweet"),
        ("dropped_period", "Sleep well.", "Sleep well"),
        ("dropped_question_mark", "How was it?", "How was it"),
        ("no_emoji", "Sleep well 😘", "Sleep well"),
    ],
)
def test_an_imperfection_happens_by_its_chance_and_says_so(
    kind: str, text: str, expected: str
) -> None:
    assert set(seeds(text, vibe(**{kind: 1.0}))) == {Dressed((expected,), (kind,))}
    assert set(seeds(text, vibe(**{kind: 0.0}))) == {Dressed((text,))}
    half = [dressed.imperfections for dressed in seeds(text, vibe(**{kind: 0.5}), 2000)]
    assert half.count((kind,)) / 2000 == pytest.approx(0.5, abs=0.04)


def test_a_reply_starts_all_its_bubbles_in_lower_case_or_none() -> None:
    text = "That is so sweet of you.\nI had no idea.\nWhat did she say?"
    for dressed in seeds(text, vibe(lowercase_start=0.5)):
        assert len({bubble[0].islower() for bubble in dressed.bubbles}) == 1


def test_what_the_model_wrote_in_lower_case_gets_its_capital_where_none_is_wanted() -> None:
    assert {d.bubbles for d in seeds("that is so sweet", vibe())} == {("That is so sweet",)}


def test_emoji_are_cut_to_the_vibe_s_number() -> None:
    assert {d.bubbles for d in seeds("cute 😍😘🔥", vibe(2))} == {("Cute 😍😘",)}
    assert {d.bubbles for d in seeds("cute 😍😘🔥", vibe(0))} == {("Cute",)}


def test_a_slip_is_corrected_now_and_then_and_never_by_a_fourth_bubble() -> None:
    corrected = seeds("what a lovely evening", vibe(slip=1.0), 1000)
    share = sum(len(d.bubbles) == 2 for d in corrected) / 1000
    assert share == pytest.approx(CORRECTION, abs=0.05)
    assert {d.bubbles[1] for d in corrected if len(d.bubbles) == 2} == {"*lovely", "*evening"}
    assert max(len(d.bubbles) for d in seeds(TEXT, EVERYTHING, 1000)) == 3


def test_one_message_has_one_letter_out_of_place_at_most() -> None:
    always = vibe(slip=1.0, stretched_letter=1.0)
    assert {d.imperfections for d in seeds("so happy", always)} == {("stretched_letter",)}


def test_what_style_would_spoil_is_left_as_it_was() -> None:
    def check(text: str) -> tuple[str, ...]:
        return () if "lovely evening" in text else ("spoilt",)

    for seed in range(100):
        text = dress("what a lovely evening", vibe(slip=1.0), seed, (), check)
        assert "lovely evening" in " ".join(text.bubbles)
    refused = dress("That's it — yes.", EVERYTHING, 1, (), lambda text: ("a",) * ("—" not in text))
    assert refused == Dressed(("That's it — yes.",))


def test_protected_texts_are_split_by_nothing() -> None:
    name = "Dr. No. Really! Yes"
    for dressed in seeds(f"Hey there you lovely person. {name} is here. And so am I.", EVERYTHING):
        assert isinstance(dressed, Dressed)
    for seed in range(300):
        text = f"Hey there you lovely person. {name} is here. And so am I."
        assert any(name in bubble for bubble in dress(text, EVERYTHING, seed, (name,)).bubbles)


def test_a_bubble_ends_in_no_comma_and_nobody_is_sent_an_empty_one() -> None:
    for number in range(1500):
        each = case(number)
        for bubble in dress(each.text, EVERYTHING, number, each.protected).bubbles:
            assert bubble.strip() == bubble != ""
            assert len(bubble) <= 1000
    ends = {b[-1] for d in seeds(TEXT, vibe()) for b in d.bubbles[:-1]}
    assert "," not in ends


def test_every_vibe_of_ours_leaves_its_traces() -> None:
    done = {each.name: set[str]() for each in VIBES}
    for each in VIBES:
        for seed in range(400):
            done[each.name] |= set(dress(TEXT.replace("? 😍", ". 😍"), each, seed).imperfections)
    assert done["clean"] == {"dropped_period"}
    assert done["short_and_snappy"] >= {"lowercase_start", "dropped_period", "no_emoji", "slip"}
    assert re.search("no_emoji", str(done["long_and_deep"]))
    assert replace(VIBES[0], emoji=0).emoji == 0
