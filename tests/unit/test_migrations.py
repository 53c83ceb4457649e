"""The migrations' files, as the Supabase CLI reads them."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

MIGRATIONS = Path(__file__).parents[2] / "supabase" / "migrations"


def test_no_two_migrations_have_the_same_version() -> None:
    versions = Counter(path.name.partition("_")[0] for path in MIGRATIONS.glob("*.sql"))
    assert len(versions) > 10
    assert [version for version, files in versions.items() if files > 1] == []
