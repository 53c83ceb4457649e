"""
Keep of a text what UTF-8 and PostgreSQL can hold.

Texts come from strangers: fans, and models. What a text means is judged elsewhere.
"""

from __future__ import annotations


def storable(text: str) -> str:
    r"""
    Drop NUL and lone surrogates.

    JSON carries both as escapes (\u0000, half an emoji as \ud83d), and Python's json module reads
    them; PostgreSQL's jsonb refuses them, and a lone surrogate cannot be sent as UTF-8 at all.
    """
    return text.replace("\x00", "").encode("utf-8", "ignore").decode("utf-8")
