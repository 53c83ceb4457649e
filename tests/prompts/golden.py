"""
The system prompt of every stage and tier, for one fixed fan: golden/<stage>.<tier>.md here.

`make prompts-golden` writes the files anew; the diff then shows what a change of the prompts does.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from worker.preview import CREATOR, PERSONA, vibe_named
from worker.prompt_files import TIERS
from worker.prompts import PromptLibrary, PromptView
from worker.vibes import STAGES

FOLDER = Path(__file__).parent / "golden"

# Where an offer may be made at all.
SELLING = ("flirty", "sales", "post_purchase")
VIEW = PromptView(
    CREATOR,
    PERSONA,
    stage=STAGES[0],
    tier=TIERS[0],
    tags=("likes_hiking", "hates_smalltalk"),
    facts=("has a dog called Rex", "works nights in a bakery"),
)
OFFER = {
    "title": "Winter by the sea",
    "description": "Ten photos, taken in January",
    "price_cents": 1250,
    "currency": "USD",
}


def rendered(prompts: PromptLibrary) -> dict[str, str]:
    """Return the text of every golden file by its name."""
    vibe = vibe_named(prompts, "short_and_snappy", STAGES[0])
    return {
        f"{stage}.{tier}.md": prompts.system(
            replace(
                VIEW,
                stage=stage,
                tier=tier,
                vibe=vibe,
                offer=OFFER if stage in SELLING else None,
            )
        )
        + "\n"
        for stage in STAGES
        for tier in TIERS
    }


def main() -> None:
    """Write all golden files, and take away those that no stage and tier stand for."""
    FOLDER.mkdir(exist_ok=True)
    texts = rendered(PromptLibrary.load())
    for path in FOLDER.iterdir():
        if path.name not in texts:
            path.unlink()
    for name, text in texts.items():
        (FOLDER / name).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
