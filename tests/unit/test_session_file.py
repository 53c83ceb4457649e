"""The session's file: only its owner's, whole or not at all, and locked while it is renewed."""

from __future__ import annotations

import json
import stat
import threading
from pathlib import Path

import pytest

from worker.errors import SessionUnusable
from worker.session_file import (
    Session,
    load_session,
    locked,
    remove_session,
    save_session,
    session_path,
)

SESSION = Session("https://x.test", "u1", "a@b.c", "planted-access", "planted-refresh", 99)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "state" / "session.json"


def test_what_is_saved_is_loaded_and_only_its_owner_can_read_it(path: Path) -> None:
    assert load_session(path) is None
    save_session(path, SESSION)
    assert load_session(path) == SESSION
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
    assert [file.name for file in path.parent.iterdir()] == ["session.json"]


def test_a_file_that_others_can_read_is_not_used(path: Path) -> None:
    save_session(path, SESSION)
    path.chmod(0o640)
    with pytest.raises(SessionUnusable, match=r"can be read by others \(mode 640\)"):
        load_session(path)
    save_session(path, SESSION)
    assert load_session(path) == SESSION


@pytest.mark.parametrize(
    "text", ["", "{", "[]", '"planted-access"', "null", '{"url": "planted-access"}',
             json.dumps({"url": 1, "expires_at": "planted-access"})],
)  # fmt: skip
def test_a_file_that_holds_no_session_is_not_quoted(path: Path, text: str) -> None:
    save_session(path, SESSION)
    path.write_text(text)
    with pytest.raises(SessionUnusable, match="holds no session: run fanpace login") as caught:
        load_session(path)
    assert "planted" not in str(caught.value)
    assert caught.value.__cause__ is None


def test_a_place_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(SessionUnusable, match="cannot be written"):
        save_session(tmp_path / "file" / "session.json", SESSION)
    with (
        pytest.raises(SessionUnusable, match="cannot be locked"),
        locked(tmp_path / "file" / "session.json"),
    ):
        pass


def test_no_token_is_ever_shown(path: Path) -> None:
    assert "planted" not in repr(SESSION)


def test_removing_what_is_not_there_is_nothing(path: Path) -> None:
    remove_session(path)
    save_session(path, SESSION)
    remove_session(path)
    assert load_session(path) is None


def test_the_lock_lets_one_in_at_a_time(path: Path) -> None:
    order: list[str] = []

    def second() -> None:
        with locked(path):
            order.append("second")

    with locked(path):
        thread = threading.Thread(target=second)
        thread.start()
        thread.join(timeout=0.2)
        assert thread.is_alive()
        order.append("first")
    thread.join(timeout=10)
    assert order == ["first", "second"]


def test_it_is_kept_where_somebody_says_or_in_the_users_state(tmp_path: Path) -> None:
    assert session_path(tmp_path / "s") == tmp_path / "s"
    default = session_path(None)
    assert (default.name, default.parent.name) == ("session.json", "fanpace")
