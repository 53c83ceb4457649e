"""
Make webhook bodies, good and bad, from a seed.

A case says what must arrive at the database where the body is a good message; of a bad body it
says nothing but that it must not break anything.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from random import Random
from typing import Any
from uuid import UUID

Body = dict[str, Any]

SNIPPETS = (
    "hey", "how are you?", " ", "\n\t", "🌙", "👩‍👩‍👧‍👦", "e\u0301", "ﷺ", "שלום", "مرحبا", "日本語",
    "\u202eabc", "\ufeff", "\ufffd", "\u2028", "\\u0000", '"', "\\",
    "'; drop table fans; --", "{{persona}}", "<script>", "%s", "\x07", "\x7f",
    "\U0010ffff", "zalgo\u0315\u031b\u0340",
)  # fmt: skip
UNCLEAN = ("\x00", "\ud800", "\udfff", "\udc00\ud800")
NUMBERS = ("1e400", "-1e400", "9" * 400, "-0", "1e-400", "0.1", "9007199254740993", "-1")


@dataclass(frozen=True)
class Message:
    """A message as the database must receive it; text None where the body carried none."""

    uuid: str
    text: str | None


@dataclass(frozen=True)
class Case:
    body: bytes
    topic: str | None
    message: Message | None


class Raw:
    """A number that Python's json would not write."""

    def __init__(self, text: str) -> None:
        self.text = text


def cases(seed: int, count: int) -> Iterator[Case]:
    """Yield `count` cases, half of them good messages."""
    random = Random(seed)
    for _ in range(count):
        yield _good(random) if random.random() < 0.5 else _bad(random)


def clean(text: str) -> str:
    """What Postgres can hold of a text: no NUL, no lone surrogates, at most 20,000 units."""
    units = text.replace("\x00", "").encode("utf-16-le", "surrogatepass")
    whole = units.decode("utf-16-le", "replace").encode("utf-16-le")
    return whole[:40_000].decode("utf-16-le", "ignore")


def _good(random: Random) -> Case:
    body, message, topic = random.choice((_flat, _envelope))(random)
    if random.random() < 0.3:
        body[f"extra_{random.randrange(9)}"] = _junk(random)
    return Case(_dump(body, random), topic, message)


def _flat(random: Random) -> tuple[Body, Message, str | None]:
    uuid, text = _uuid(random), _text(random)
    body: Body = {
        "message": {"text": text, **_some(random, uuid=uuid, hasMedia=False, mediaUuids=[])},
        "messageUuid": uuid,
        "sender": {"uuid": _uuid(random), **_some(random, handle="fan", displayName="A fan")},
        "recipientUuid": _uuid(random),
        **_some(random, isMuted=False, timestamp="2026-11-06T10:32:50.529Z"),
    }
    topic = random.choice((None, "message.received"))
    return body, Message(uuid.lower(), clean(text)), topic


def _envelope(random: Random) -> tuple[Body, Message, str | None]:
    uuid, text = _uuid(random), _text(random)
    carried = random.random() < 0.7
    body: Body = {
        "id": f"evt_{random.getrandbits(64):x}",
        "type": "creator.message.received",
        "data": {
            "uuid": uuid,
            "creator": {"uuid": _uuid(random)},
            "fan": {"uuid": _uuid(random), **_some(random, handle="fan", avatar_url=None)},
            **({"text": text} if carried else {}),
            **_some(random, object="message", sender="fan", is_automated=False, deleted_at=None),
        },
        **_some(random, timestamp="2026-11-06T10:32:50.529Z"),
    }
    return body, Message(uuid.lower(), clean(text) if carried else None), None


def _bad(random: Random) -> Case:
    body, _, topic = random.choice((_flat, _envelope))(random)
    spoil: Callable[[Body, Random], bytes] = random.choice(
        (
            _truncated,
            _retyped,
            _retyped,
            _shortened,
            _shortened,
            _nested,
            _noise,
            _no_object,
            _mixed,
        )
    )
    return Case(spoil(body, random), topic if random.random() < 0.8 else _text(random)[:5], None)


def _truncated(body: Body, random: Random) -> bytes:
    whole = _dump(body, random)
    return whole[: random.randrange(len(whole))]


def _retyped(body: Body, random: Random) -> bytes:
    for _ in range(random.randint(1, 3)):
        holder, key = random.choice(list(_places(body)))
        holder[key] = _junk(random)
    return _dump(body, random)


def _shortened(body: Body, random: Random) -> bytes:
    for _ in range(random.randint(1, 4)):
        if places := list(_places(body)):
            holder, key = random.choice(places)
            del holder[key]
    return _dump(body, random)


def _nested(body: Body, random: Random) -> bytes:
    depth = random.choice((100, 5_000, 50_000))
    left, right = random.choice((("[", "]"), ('{"a":', "}"))) if depth < 50_000 else ("[", "]")
    inner = left * depth + "1" + right * depth * random.choice((0, 1, 1))
    body["data" if random.random() < 0.5 else "message"] = Raw(inner)
    return _dump(body, random)


def _noise(body: Body, random: Random) -> bytes:
    whole = bytearray(_dump(body, random))
    for _ in range(random.randint(1, 20)):
        whole[random.randrange(len(whole))] = random.randrange(256)
    return bytes(whole)


def _no_object(_: Body, random: Random) -> bytes:
    return random.choice((b"", b"null", b"[]", b"0", b'"x"', b"\x00", b"\xff\xfe", b"[{}]", b"{}"))


def _mixed(body: Body, random: Random) -> bytes:
    other, _, _ = random.choice((_flat, _envelope))(random)
    return _dump({**body, **other}, random)


def _places(body: Body) -> Iterator[tuple[Body, str]]:
    for key, value in body.items():
        yield body, key
        if isinstance(value, dict):
            yield from _places(value)


def _junk(random: Random) -> Any:
    return random.choice(
        (None, True, [], {}, "", "x", 5, -1.5, ["x"], {"uuid": "no"}, [[[]]],
         "2026-02-30T25:00:00Z", "constructor", {"__proto__": {"uuid": 1}}, "y" * 5_000,
         Raw(random.choice(NUMBERS)))
    )  # fmt: skip


def _text(random: Random) -> str:
    words = [random.choice(SNIPPETS) for _ in range(random.randint(0, 12))]
    if random.random() < 0.2:
        words.insert(random.randint(0, len(words)), random.choice(UNCLEAN))
    # Rarely beyond what a message may be.
    return "".join(words) + ("🌙x" * 8_000 if random.random() < 0.01 else "")


def _uuid(random: Random) -> str:
    text = str(UUID(int=random.getrandbits(128)))
    return text.upper() if random.random() < 0.2 else text


def _some(random: Random, **optional: Any) -> Body:
    return {name: value for name, value in optional.items() if random.random() < 0.7}


def _dump(body: Body, random: Random) -> bytes:
    raws: list[str] = []

    def write(value: object) -> str:
        assert isinstance(value, Raw)
        raws.append(value.text)
        return f"@raw{len(raws) - 1}@"

    # Half of them escape every letter beyond ASCII; lone surrogates can be sent in no other way.
    text = json.dumps(body, default=write, ensure_ascii=True)
    if random.random() < 0.5:
        plain = json.dumps(body, default=write, ensure_ascii=False)
        text = plain if _encodable(plain) else text
    for index, raw in enumerate(raws):
        text = text.replace(f'"@raw{index}@"', raw)
    return text.encode()


def _encodable(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True
