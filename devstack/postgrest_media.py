"""
Media types: what PostgREST calls them, and which one an Accept header gets.
"""

from __future__ import annotations

import re

from devstack.postgrest_errors import ApiError

# Media types that PostgREST knows by name; any other is shown in errors just as it was sent.
KNOWN_TYPES = frozenset(
    {
        "*/*",
        "application/json",
        "application/geo+json",
        "application/openapi+json",
        "application/octet-stream",
        "application/x-www-form-urlencoded",
        "text/csv",
        "text/plain",
        "text/xml",
    }
)
OBJECT = "application/vnd.pgrst.object+json"
ARRAY = "application/vnd.pgrst.array+json"
STRIPPED = ";nulls=stripped"
# What a function's result can be turned into.
PRODUCED = frozenset(
    {
        "application/json",
        "application/geo+json",
        "text/csv",
        OBJECT,
        OBJECT + STRIPPED,
        ARRAY + STRIPPED,
    }
)


def media_type(text: str) -> str:
    """Return the canonical name of a known media type, and of an unknown one what was sent."""
    main, *rest = [part.strip() for part in text.split(";")]
    name = main.lower()
    options = {
        key.strip().lower(): value.strip().strip('"')
        for key, _, value in (part.partition("=") for part in rest)
    }
    if re.fullmatch(r"application/vnd\.pgrst\.(object|array)(\+json)?", name):
        base = OBJECT if "object" in name else ARRAY
        if options.get("nulls") == "stripped":
            return base + STRIPPED
        return OBJECT if base == OBJECT else "application/json"
    if plan := re.fullmatch(r"application/vnd\.pgrst\.plan(\+text|\+json)?", name):
        wanted = media_type(options.get("for", "application/json"))
        return f'application/vnd.pgrst.plan{plan[1] or "+text"}; for="{wanted}"'
    return name if name in KNOWN_TYPES else text


def negotiate(accept: str | None) -> str:
    """Return the best media type of an Accept header that can be produced."""
    wanted = [media_type(text) for text in _by_preference("*/*" if accept is None else accept)]
    for name in wanted:
        if name == "*/*":
            return "application/json"
        if name in PRODUCED:
            return name
    raise ApiError(406, "PGRST107", f"None of these media types are available: {', '.join(wanted)}")


def _by_preference(accept: str) -> list[str]:
    def rank(part: str) -> tuple[float, int]:
        name, _, rest = part.partition(";q=")
        quality = re.match(r"\d*\.?\d+", rest)
        return (float(quality[0]) if quality else 1.0, name.count(";") - name.count("*"))

    parts = [re.sub(r"\s", "", part) for part in accept.split(",")]
    return [part.partition(";q=")[0] for part in sorted(parts, key=rank, reverse=True)]
