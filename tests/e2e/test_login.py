"""Operators sign in, and then the commands for people act as them."""

from __future__ import annotations

import asyncio
import json
import os
import pty
import stat
import sys
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path

import httpx
import psycopg
import pytest
import pytest_asyncio
from click.testing import CliRunner, Result

from devstack import stack
from tests.e2e.support import AT_ONCE
from worker.cli import main

pytestmark = pytest.mark.asyncio(loop_scope="module")

PASSWORD = "planted-pass-phrase"
# What an operator's machine does not have, though this one's environment might.
WORKERS_OWN = dict.fromkeys(("FANVUE_TOKEN", "OPENAI_API_KEY", "OPENAI_MODEL"))


@dataclass
class Operator:
    """A person at a terminal with the publishable key, and nothing else of the worker's."""

    up: stack.Stack
    session: Path

    def environment(self, key: str | None = None) -> dict[str, str]:
        worker = self.up.worker_environment()
        return {
            **{name: worker[name] for name in ("PATH", "HOME", "LANG") if name in worker},
            "COLUMNS": "200",
            "SUPABASE_URL": self.up.url,
            "SUPABASE_KEY": key or self.up.keys.publishable,
            "FANPACE_SESSION": str(self.session),
        }

    async def runs(
        self, *arguments: str, typed: str = "", key: str | None = None
    ) -> tuple[int, str, str]:
        """Run a command in this process: starting one costs a second, and most need none."""

        def invoke() -> Result:
            return CliRunner().invoke(
                main, arguments, input=typed, env={**WORKERS_OWN, **self.environment(key)}
            )

        result = await asyncio.to_thread(invoke)
        return self.checked(result.exit_code, result.stdout, result.stderr)

    async def runs_alone(self, *arguments: str) -> tuple[int, str, str]:
        """The same in a process of its own."""
        process = await asyncio.create_subprocess_exec(
            sys.executable, "-m", "worker", *arguments,
            env=self.environment(), cwd=stack.ROOT,
            stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.PIPE,
        )  # fmt: skip
        output, errors = await process.communicate()
        assert process.returncode is not None
        return self.checked(process.returncode, output.decode(), errors.decode())

    def checked(self, code: int, output: str, errors: str) -> tuple[int, str, str]:
        for secret in (PASSWORD, *self.tokens()):
            assert secret not in output
            assert secret not in errors
        return code, output, errors

    async def logs_in(self, email: str = "anna@example.com") -> None:
        code, output, errors = await self.runs("login", "--email", email, typed=f"{PASSWORD}\n")
        assert (code, output, errors) == (0, f"signed in as {email}\n", "")

    def kept(self) -> dict[str, object]:
        return dict(json.loads(self.session.read_text()))

    def tokens(self) -> list[str]:
        if not self.session.exists():
            return []
        try:
            kept = self.kept()
        except ValueError:
            return []
        return [str(kept[name]) for name in ("access_token", "refresh_token")]

    def lets_it_expire(self) -> None:
        self.session.write_text(json.dumps({**self.kept(), "expires_at": 1}))

    def sql(self, query: str, *values: object) -> object:
        with psycopg.connect(self.up.dsn, autocommit=True) as connection:
            row = connection.execute(query, values).fetchone()
            return row and row[0]

    def note_id(self, creator: str) -> str:
        found = self.sql("select id from operator_notes where text = %s", f"about {creator}")
        return str(found)


async def add_person(up: stack.Stack, email: str) -> str:
    async with httpx.AsyncClient() as client:
        answer = await client.post(
            f"{up.url}/auth/v1/admin/users", headers={"apikey": up.keys.secret},
            json={"email": email, "password": PASSWORD},
        )  # fmt: skip
    answer.raise_for_status()
    return str(answer.json()["id"])


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def shared() -> AsyncIterator[stack.Stack]:
    """One stack for all: nothing here needs a worker, and each test brings its own people."""
    async with stack.running(pacing=AT_ONCE) as up:
        yield up


@pytest_asyncio.fixture(loop_scope="module")
async def operator(shared: stack.Stack, tmp_path: Path) -> Operator:
    """Anna, operator of Luna, who has a note; a stranger; and Mia, another creator with one."""
    with psycopg.connect(shared.dsn, autocommit=True) as owner:
        owner.execute("delete from auth.users")
        owner.execute("delete from creators where display_name <> 'Luna'")
        owner.execute("truncate operator_notes, audit_log")
        anna = await add_person(shared, "anna@example.com")
        await add_person(shared, "eve@example.com")
        owner.execute(
            "insert into creator_members (creator_id, user_id) select id, %s from creators", [anna]
        )
        owner.execute(
            "insert into creators (platform_uuid, display_name) values (gen_random_uuid(), 'Mia')"
        )
        owner.execute(
            "select private.note_operator(id, null, 'trial', 'about ' || display_name, now())"
            " from creators"
        )
    return Operator(shared, tmp_path / "state" / "session.json")


async def test_an_operator_signs_in_sees_their_own_creators_notes_and_signs_out(
    operator: Operator,
) -> None:
    code, _, errors = await operator.runs("notes")
    assert code == 1
    assert "nobody is signed in" in errors
    assert "run fanpace login" in errors

    await operator.logs_in()
    assert stat.S_IMODE(operator.session.stat().st_mode) == 0o600
    code, output, _ = await operator.runs("whoami")
    assert code == 0
    assert output.startswith("anna@example.com (")
    code, output, errors = await operator.runs("notes")
    assert (code, errors) == (0, "")
    assert "about Luna" in output
    assert "about Mia" not in output

    luna, mia = operator.note_id("Luna"), operator.note_id("Mia")
    code, _, errors = await operator.runs("notes", "seen", mia)
    assert code == 1
    assert "no such note" in errors
    code, output, _ = await operator.runs("notes", "seen", luna)
    assert (code, output) == (0, "1 marked as seen\n")
    assert operator.sql("select seen_by::text from operator_notes where id = %s", luna) == (
        operator.sql("select actor::text from audit_log where action = 'note.see'")
    )
    code, output, _ = await operator.runs("notes")
    assert output.startswith("nothing new")
    code, output, _ = await operator.runs("notes", "--all", "--json")
    assert [note["text"] for note in json.loads(output)["notes"]] == ["about Luna"]

    code, output, _ = await operator.runs("logout")
    assert (code, output) == (0, "signed out anna@example.com\n")
    assert not operator.session.exists()
    assert operator.sql("select count(*) from auth.sessions") == 0
    code, output, _ = await operator.runs("logout")
    assert (code, output) == (0, "nobody was signed in\n")


async def test_a_stranger_signs_in_and_sees_nothing(operator: Operator) -> None:
    await operator.logs_in("eve@example.com")
    code, output, _ = await operator.runs("notes")
    assert code == 0
    assert output.startswith("nothing new")
    code, _, errors = await operator.runs("notes", "seen", operator.note_id("Luna"))
    assert code == 1
    assert "no such note" in errors


async def test_a_viewer_may_look_and_is_told_why_not_more(operator: Operator) -> None:
    operator_row = "update creator_members set role = 'viewer' returning 1"
    assert operator.sql(operator_row) == 1
    await operator.logs_in()
    code, output, _ = await operator.runs("notes")
    assert "about Luna" in output
    code, _, errors = await operator.runs("notes", "seen", operator.note_id("Luna"))
    assert code == 1
    assert "not yours to see or to do (PT403); ask whoever set fanpace up" in errors


async def test_what_is_still_the_secret_keys_is_said_to_be_so(operator: Operator) -> None:
    await operator.logs_in()
    execute = "execute on function public.list_notes"
    with psycopg.connect(operator.up.dsn, autocommit=True) as owner:
        owner.execute(f"revoke {execute} from authenticated")
        try:
            code, _, errors = await operator.runs("notes")
        finally:
            owner.execute(f"grant {execute} to authenticated")
    assert code == 1
    assert "this needs the secret key in SUPABASE_KEY, signed-in operators may not do it" in errors


async def test_a_wrong_password_signs_nobody_in(operator: Operator) -> None:
    code, _, errors = await operator.runs("login", "--email", "anna@example.com", typed="guess\n")
    assert (code, errors) == (1, "fanpace: Invalid login credentials: nobody was signed in\n")
    assert not operator.session.exists()
    code, _, errors = await operator.runs("login", "--email", "anna@example.com")
    assert code == 1
    assert "there is no password" in errors


async def test_two_commands_at_once_renew_an_expired_session_once(operator: Operator) -> None:
    await operator.logs_in()
    before = operator.tokens()
    operator.lets_it_expire()
    ended = await asyncio.gather(*(operator.runs_alone("notes") for _ in range(4)))
    assert [code for code, _, _ in ended] == [0] * 4, ended
    assert operator.tokens()[1] != before[1]
    # One when they signed in, and one more.
    assert operator.sql("select count(*) from auth.refresh_tokens") == 2
    assert stat.S_IMODE(operator.session.stat().st_mode) == 0o600


async def test_a_session_that_ended_elsewhere_says_what_to_run(operator: Operator) -> None:
    await operator.logs_in()
    operator.lets_it_expire()
    operator.sql("delete from auth.sessions returning 1")
    for command in ("notes", "whoami"):
        code, _, errors = await operator.runs(command)
        assert code == 1
        assert "the session has ended" in errors
        assert "run fanpace login" in errors
    # And signing in anew is all that it takes.
    await operator.logs_in()
    code, _, _ = await operator.runs("notes")
    assert code == 0


async def test_a_token_that_the_database_does_not_take_says_what_to_run(
    operator: Operator,
) -> None:
    await operator.logs_in()
    kept = operator.kept()
    operator.session.write_text(json.dumps({**kept, "access_token": operator.up.keys.anon[:-2]}))
    code, _, errors = await operator.runs("notes")
    assert code == 1
    assert errors.endswith("; run fanpace login\n")


async def test_with_the_secret_key_nobody_signs_in_and_everything_is_seen(
    operator: Operator,
) -> None:
    secret = operator.up.keys.secret
    code, _, errors = await operator.runs("login", "--email", "a@b.c", typed="x\n", key=secret)
    assert code == 2
    assert "no publishable key" in errors
    code, output, _ = await operator.runs("whoami", key=secret)
    assert (code, output.startswith("the key in SUPABASE_KEY")) == (0, True)
    code, output, _ = await operator.runs("notes", key=secret)
    assert "about Luna" in output
    assert "about Mia" in output


async def test_a_person_lifts_the_ban_on_selling(operator: Operator) -> None:
    fan = operator.sql(
        "insert into fans (creator_id, platform_uuid, no_selling_until)"
        " select id, gen_random_uuid(), now() + interval '9 days' from creators"
        " where display_name = 'Luna' returning id"
    )
    await operator.logs_in()
    code, output, errors = await operator.runs("purse", "lift", str(fan))
    assert (code, output, errors) == (0, "lifted\n", "")
    code, output, _ = await operator.runs("purse", "lift", str(fan))
    assert (code, output) == (0, "there was nothing to lift\n")


async def test_at_a_terminal_the_e_mail_is_shown_and_the_password_is_not(
    operator: Operator,
) -> None:
    terminal, end = pty.openpty()
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "worker", "login",
        env=operator.environment(), cwd=stack.ROOT, stdin=end, stdout=end, stderr=end,
        start_new_session=True,
    )  # fmt: skip
    os.close(end)
    shown = ""

    async def until(prompt: str) -> None:
        nonlocal shown
        async with asyncio.timeout(30):
            while prompt not in shown:
                shown += (await asyncio.to_thread(os.read, terminal, 1024)).decode()

    await until("E-mail: ")
    os.write(terminal, b"anna@example.com\n")
    await until("Password: ")
    os.write(terminal, f"{PASSWORD}\n".encode())
    await until("signed in as anna@example.com")
    assert await process.wait() == 0
    os.close(terminal)
    assert "E-mail: anna@example.com" in shown
    assert PASSWORD not in shown
