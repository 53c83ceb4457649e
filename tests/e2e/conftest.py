from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.e2e.support import World, world


@pytest.fixture
async def up(tmp_path: Path) -> AsyncIterator[World]:
    """Everything but a worker."""
    async with world(tmp_path) as running:
        yield running
