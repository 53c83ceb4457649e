"""
Stop signs in a fan's message. PLACEHOLDER: helper STOPSIGNS' module replaces this file whole.

Knows only today's distress patterns, so that worker/signals.py runs without the other module.
"""

from __future__ import annotations

import re

from worker import plain_text
from worker.urgent_patterns import DISTRESS

STOP_SIGNS = ("minor", "self_harm", "distress", "threat", "refund_legal", "cannot_afford")

_DISTRESS = tuple(re.compile(one) for patterns in DISTRESS.values() for one in patterns)


def stop_signs_in(text: str) -> tuple[str, ...]:
    """Return which of STOP_SIGNS the message `text` shows, in that order."""
    forms = plain_text.readings(text)
    found = any(pattern.search(form) for form in forms for pattern in _DISTRESS)
    return ("distress",) if found else ()
