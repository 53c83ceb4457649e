"""The official client against the REST stand-in, over HTTP on loopback."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import pytest
import pytest_asyncio
import uvicorn
from postgrest import CountMethod
from postgrest.exceptions import APIError
from starlette.applications import Starlette
from starlette.routing import Mount

from devstack import postgres
from devstack.keys import Keys, SwapKeys, make_keys, mint
from devstack.postgrest import rest_app
from supabase import AsyncClient, AsyncClientOptions, acreate_client
from tests.contract.conftest import DATABASE

pytestmark = pytest.mark.asyncio(loop_scope="session")

ISSUED_AT = 1_700_000_000


@pytest.fixture(scope="session")
def keys() -> Keys:
    return make_keys(ISSUED_AT)


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def url(reference: postgres.Server, keys: Keys) -> AsyncIterator[str]:
    """A project's URL, served as `make dev` serves it: keys swapped, gateway at /rest/v1."""
    rest = rest_app(reference.dsn(DATABASE, "authenticator"), jwt_secret=keys.jwt_secret)

    @asynccontextmanager
    async def lifespan(_: Starlette) -> AsyncIterator[None]:
        async with rest.router.lifespan_context(rest):
            yield

    app = Starlette(routes=[Mount("/rest/v1", SwapKeys(rest, keys))], lifespan=lifespan)
    with socket.create_server(("127.0.0.1", 0)) as listening:
        server = uvicorn.Server(uvicorn.Config(app, log_level="warning"))
        serving = asyncio.create_task(server.serve(sockets=[listening]))
        yield f"http://127.0.0.1:{listening.getsockname()[1]}"
        server.should_exit = True
        await serving


async def role_of(client: AsyncClient) -> object:
    claims: Any = (await client.rpc("f_claims", {}).execute()).data
    return claims["role"]


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def client(url: str, keys: Keys) -> AsyncClient:
    return await acreate_client(url, keys.secret)


async def test_a_scalar_comes_back_as_itself(client: AsyncClient) -> None:
    assert (await client.rpc("f_add", {"a": 1, "b": 2}).execute()).data == 3


async def test_void_comes_back_as_an_empty_list(client: AsyncClient) -> None:
    assert (await client.rpc("f_void", {}).execute()).data == []


async def test_a_composite_comes_back_as_one_object(client: AsyncClient) -> None:
    response = await client.rpc("f_composite", {}).execute()
    assert response.data == {"id": 1, "name": "Kurosawa"}


async def test_a_set_can_be_filtered_ordered_and_counted(client: AsyncClient) -> None:
    call = client.rpc("f_setof_comp", {"n": 4}, count=CountMethod.exact)
    response = await call.select("name").gt("id", 1).order("id", desc=True).limit(2).execute()
    assert response.data == [{"name": "d4"}, {"name": "d3"}]
    assert response.count == 3


async def test_single_refuses_two_rows(client: AsyncClient) -> None:
    one = await client.rpc("f_setof_comp", {"n": 1}).single().execute()
    assert one.data == {"id": 1, "name": "d1"}
    with pytest.raises(APIError) as refused:
        await client.rpc("f_setof_comp", {"n": 2}).single().execute()
    assert refused.value.code == "PGRST116"


async def test_an_error_raised_in_the_function_arrives_with_code_detail_and_hint(
    client: AsyncClient,
) -> None:
    with pytest.raises(APIError) as raised:
        await client.rpc("f_pt409", {}).execute()
    error = raised.value
    assert (error.code, error.message) == ("PT409", "Conflict!")
    assert (error.details, error.hint) == ("pt detail", "pt hint")


async def test_the_secret_key_is_service_role_and_the_publishable_key_is_anon(
    url: str, keys: Keys, client: AsyncClient
) -> None:
    assert await role_of(client) == "service_role"
    anonymous = await acreate_client(url, keys.publishable)
    assert await role_of(anonymous) == "anon"


async def test_a_token_of_ones_own_beside_the_publishable_key_is_kept(url: str, keys: Keys) -> None:
    token = mint(keys.jwt_secret, "authenticated", issued_at=ISSUED_AT)
    options = AsyncClientOptions(headers={"Authorization": f"Bearer {token}"})
    client = await acreate_client(url, keys.publishable, options)
    assert await role_of(client) == "authenticated"
