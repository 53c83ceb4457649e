"""
The fixed texts that may have to go out at once, rendered for one fan.

Which of them goes out, and whether, is the database's (…937_notices.sql): it gets their words with
the signals, so that both are written in one transaction.
"""

from __future__ import annotations

from collections.abc import Collection

from worker.prompts import PromptLibrary, PromptView
from worker.rows import Job, Json

NOTICES = ("crisis", "identity", "opted_out")
# With one of these in a message the database may want to send one.
CALLING = frozenset(
    {"minor", "self_harm", "threat", "refund_legal", "distress", "sincere_question", "opt_out"}
)


def notices(prompts: PromptLibrary, job: Job, signals: Collection[str], language: str) -> Json:
    """Return the texts by name, in `language`; none where no signal calls for one."""
    if CALLING.isdisjoint(signals):
        return {}
    view = PromptView.of(job.context)
    return {
        **{
            name: prompts.fixed(name, language, view, country=job.fan.get("country"))
            for name in NOTICES
        },
        "prompt_version": prompts.version,
    }
