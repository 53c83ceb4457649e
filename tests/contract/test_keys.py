"""What the gateway makes of a request's two keys."""

from __future__ import annotations

import itertools

import jwt
import pytest

from devstack.keys import ROLES, make_keys, mint

KEYS = make_keys(1_700_000_000, map("{:032}".format, itertools.count()).__next__)


def test_an_opaque_key_stands_for_its_roles_token() -> None:
    for key, role in ((KEYS.secret, "service_role"), (KEYS.publishable, "anon")):
        # supabase-py sends the key in both headers.
        swapped = KEYS.authorization(f"Bearer {key}", key)
        assert swapped is not None
        claims = jwt.decode(swapped.removeprefix("Bearer "), KEYS.jwt_secret, algorithms=["HS256"])
        assert claims["role"] == role
        assert KEYS.authorization(None, key) == swapped


def test_a_token_of_ones_own_is_kept_beside_a_key() -> None:
    assert KEYS.authorization("Bearer a.b.c", KEYS.publishable) == "Bearer a.b.c"


def test_an_unknown_key_is_passed_on_without_a_scheme_and_no_key_is_no_header() -> None:
    assert KEYS.authorization("Bearer sb_secret_wrong", "sb_secret_wrong") == "sb_secret_wrong"
    assert KEYS.authorization(None, None) is None


@pytest.mark.parametrize("role", ROLES)
def test_a_minted_token_names_its_role_and_lasts_as_long_as_asked(role: str) -> None:
    token = mint(KEYS.jwt_secret, role, issued_at=1_700_000_000, lifetime=60, sub="someone")
    claims = jwt.decode(token, KEYS.jwt_secret, algorithms=["HS256"], options={"verify_exp": False})
    assert (claims["role"], claims["sub"]) == (role, "someone")
    assert claims["exp"] - claims["iat"] == 60


def test_a_role_that_the_stack_does_not_have_is_not_minted() -> None:
    with pytest.raises(ValueError, match="no such role: postgres"):
        mint(KEYS.jwt_secret, "postgres", issued_at=0)


def test_every_run_has_other_keys_and_does_not_print_them() -> None:
    one, other = make_keys(0), make_keys(0)
    assert one.jwt_secret != other.jwt_secret
    assert one.secret != other.secret
    assert one.secret not in repr(one)
    assert one.jwt_secret not in repr(one)
