"""Small things that go wrong in a folder of prompts, to be done to a copy of the real one."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

from worker.prompts import default_folder

Damage = Callable[[Path], object]


def copy(tmp_path: Path) -> Path:
    """Return a copy of the real prompts, to be broken."""
    shutil.copytree(default_folder(), tmp_path / "prompts")
    return tmp_path / "prompts"


def put(name: str, text: str | bytes) -> Damage:
    data = text if isinstance(text, bytes) else text.encode()
    return lambda folder: (folder / name).write_bytes(data)


def change(name: str, old: str, new: str) -> Damage:
    def damage(folder: Path) -> None:
        text = (folder / name).read_text()
        assert old in text
        (folder / name).write_text(text.replace(old, new, 1))

    return damage


def add(name: str, text: str) -> Damage:
    def damage(folder: Path) -> None:
        with (folder / name).open("a") as file:
            file.write(text)

    return damage


def remove(name: str) -> Damage:
    return lambda folder: (folder / name).unlink()
