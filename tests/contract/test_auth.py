"""The official client against the stand-in for Supabase Auth, over HTTP on loopback."""

from __future__ import annotations

import time
import uuid
from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass, field

import httpx
import jwt
import psycopg
import pytest
import pytest_asyncio
from starlette.applications import Starlette
from starlette.routing import Mount
from supabase_auth import AsyncGoTrueClient
from supabase_auth.errors import AuthApiError, AuthRetryableError

from devstack import database, postgres
from devstack.auth import auth_app
from devstack.keys import Keys, SwapKeys, make_keys
from devstack.serve import serving
from supabase import AsyncClientOptions, acreate_client

PASSWORD = "correct horse battery"


@dataclass
class Clock:
    now: float = field(default_factory=time.time)

    def __call__(self) -> float:
        return self.now


@dataclass
class Project:
    url: str
    keys: Keys
    dsn: str
    clock: Clock = field(default_factory=Clock)

    def client(self, key: str | None = None) -> AsyncGoTrueClient:
        return AsyncGoTrueClient(
            url=f"{self.url}/auth/v1", headers={"apikey": key or self.keys.publishable},
            auto_refresh_token=False, persist_session=False,
        )  # fmt: skip


@pytest.fixture(scope="module")
def dsn(server: postgres.Server) -> Iterator[str]:
    """A project as Supabase makes it: no migration of ours is needed to sign in."""
    name = f"auth_{uuid.uuid4().hex[:8]}"
    yield database.create(server, name)
    database.drop(server, name)


@pytest_asyncio.fixture
async def project(server: postgres.Server, dsn: str) -> AsyncIterator[Project]:
    keys, clock = make_keys(1_700_000_000), Clock()
    name = psycopg.conninfo.conninfo_to_dict(dsn)["dbname"]
    app = auth_app(server.dsn(str(name)), keys.jwt_secret, clock=clock)
    async with serving(SwapKeys(Starlette(routes=[Mount("/auth/v1", app)]), keys)) as url:
        project = Project(url, keys, dsn, clock)
        with psycopg.connect(server.dsn(str(name))) as admin:
            admin.execute("delete from auth.users")
        await project.client(keys.secret).admin.create_user(
            {"email": "Anna@example.com", "password": PASSWORD}
        )
        yield project


async def refused(calling: object) -> AuthApiError:
    with pytest.raises(AuthApiError) as caught:
        await calling  # type: ignore[misc]
    return caught.value


async def test_a_password_begins_a_session_whose_token_names_the_person(project: Project) -> None:
    answer = await project.client().sign_in_with_password(
        {"email": "anna@example.com", "password": PASSWORD}
    )
    assert answer.session
    assert answer.user
    claims = jwt.decode(
        answer.session.access_token, project.keys.jwt_secret, algorithms=["HS256"],
        audience="authenticated",
    )  # fmt: skip
    assert (claims["sub"], claims["role"]) == (answer.user.id, "authenticated")
    assert answer.session.expires_at == claims["exp"] == int(project.clock.now) + 3600
    known = await project.client().get_user(answer.session.access_token)
    assert known
    assert known.user.email == "anna@example.com"


async def test_a_wrong_password_and_an_unknown_person_are_told_the_same(project: Project) -> None:
    for email, password in (("anna@example.com", "guess"), ("nobody@example.com", PASSWORD)):
        error = await refused(
            project.client().sign_in_with_password({"email": email, "password": password})
        )
        assert (error.status, error.code) == (400, "invalid_credentials")
        assert error.message == "Invalid login credentials"


async def test_a_refresh_token_works_once_and_used_twice_ends_the_session(project: Project) -> None:
    client = project.client()
    first = (
        await client.sign_in_with_password({"email": "anna@example.com", "password": PASSWORD})
    ).session
    assert first
    second = (await client.refresh_session(first.refresh_token)).session
    assert second
    assert second.refresh_token != first.refresh_token

    error = await refused(client.refresh_session(first.refresh_token))
    assert (error.status, error.code) == (400, "refresh_token_already_used")
    error = await refused(client.refresh_session(second.refresh_token))
    assert (error.status, error.code) == (400, "refresh_token_not_found")
    error = await refused(client.get_user(second.access_token))
    assert (error.status, error.code) == (403, "session_not_found")


async def test_signing_out_ends_this_session_and_leaves_the_others(project: Project) -> None:
    client = project.client()
    one, other = [
        (
            await client.sign_in_with_password({"email": "anna@example.com", "password": PASSWORD})
        ).session
        for _ in range(2)
    ]
    assert one
    assert other
    await client.admin.sign_out(one.access_token, "local")
    assert (await refused(client.get_user(one.access_token))).code == "session_not_found"
    assert await client.get_user(other.access_token)
    await client.admin.sign_out(other.access_token, "global")
    assert (await refused(client.refresh_session(other.refresh_token))).status == 400


async def test_a_token_that_has_ended_is_refused(project: Project) -> None:
    project.clock.now = 1_000_000_000
    session = (
        await project.client().sign_in_with_password(
            {"email": "anna@example.com", "password": PASSWORD}
        )
    ).session
    assert session
    error = await refused(project.client().get_user(session.access_token))
    assert (error.status, error.code) == (403, "bad_jwt")


async def test_only_the_secret_key_creates_people_and_nobody_twice(project: Project) -> None:
    anna = {"email": "anna@example.com", "password": PASSWORD}
    error = await refused(project.client(project.keys.secret).admin.create_user(anna))  # type: ignore[arg-type]
    assert (error.status, error.code) == (422, "email_exists")
    error = await refused(project.client().admin.create_user(anna))  # type: ignore[arg-type]
    assert error.status == 403


async def test_without_a_key_nothing_is_answered(project: Project) -> None:
    client = project.client("sb_publishable_wrong")
    error = await refused(
        client.sign_in_with_password({"email": "anna@example.com", "password": PASSWORD})
    )
    assert error.status == 401


async def test_the_older_form_of_an_error_is_answered_to_who_asks_for_no_version(
    project: Project,
) -> None:
    async with httpx.AsyncClient() as client:
        answer = await client.post(
            f"{project.url}/auth/v1/token?grant_type=password",
            headers={"apikey": project.keys.publishable},
            json={"email": "anna@example.com", "password": "guess"},
        )
    assert answer.json() == {
        "code": 400, "error_code": "invalid_credentials", "msg": "Invalid login credentials",
    }  # fmt: skip


async def test_the_whole_client_of_supabase_signs_in_too(project: Project) -> None:
    client = await acreate_client(
        project.url, project.keys.publishable, AsyncClientOptions(auto_refresh_token=False)
    )
    answer = await client.auth.sign_in_with_password(
        {"email": "anna@example.com", "password": PASSWORD}
    )
    assert answer.user
    await client.auth.sign_out()
    assert await client.auth.get_session() is None


async def test_a_server_that_is_away_is_worth_another_try(project: Project) -> None:
    client = AsyncGoTrueClient(url="http://127.0.0.1:9/auth/v1", auto_refresh_token=False)
    with pytest.raises(AuthRetryableError):
        await client.sign_in_with_password({"email": "anna@example.com", "password": PASSWORD})


async def test_no_password_stands_in_the_database(
    project: Project, server: postgres.Server
) -> None:
    name = psycopg.conninfo.conninfo_to_dict(project.dsn)["dbname"]
    with psycopg.connect(server.dsn(str(name))) as admin:
        row = admin.execute("select users::text from auth.users as users").fetchone()
    assert row
    assert "anna@example.com" in row[0]
    assert PASSWORD not in row[0]
