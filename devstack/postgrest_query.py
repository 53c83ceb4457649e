"""
Parse a query string: select, filters, order, limit and offset of an RPC's or a table's rows.

Embedding other tables and aggregates are refused.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import unquote_plus

from devstack.postgrest_errors import ApiError
from devstack.postgrest_filters import Filter, Logic, read_condition, read_logic
from devstack.postgrest_reader import (
    NAME,
    Column,
    Reader,
    read_column,
    refuse_path,
    shared_length,
    unquoted,
)

CAST = re.compile(r"[\w $]+")
AGGREGATE = re.compile(r"\.(?:sum|avg|count|max|min)\(\)")
AFTER_FIELD = 'letter, digit, "-", "->>", "->", "::", ".", ")", "," or end of input'


@dataclass(frozen=True)
class Selected:
    column: Column
    cast: str | None = None
    alias: str | None = None


@dataclass(frozen=True)
class OrderTerm:
    column: Column
    direction: str
    nulls: str


@dataclass(frozen=True)
class Query:
    select: tuple[Selected, ...]
    where: tuple[Filter | Logic, ...]
    order: tuple[OrderTerm, ...]
    limit: int | None
    offset: int
    columns: frozenset[str] | None
    arguments: tuple[tuple[str, str], ...]
    """For GET and HEAD: what carries no operator is an argument of the function."""


def parse(query_string: str, *, has_arguments: bool) -> Query:
    """Raise PGRST100 and its like for what cannot be read; `has_arguments` on GET and HEAD."""
    parts = (part.partition("=") for part in query_string.split("&"))
    pairs = [(unquote_plus(key), unquote_plus(value)) for key, equals, value in parts if equals]
    first, last = dict(reversed(pairs)), dict(pairs)
    where: list[Filter | Logic] = []
    order: tuple[OrderTerm, ...] = ()
    arguments: list[tuple[str, str]] = []
    for key, value in pairs:
        word = key.rsplit(".", 1)[-1]
        if word in ("order", "limit", "offset"):
            refuse_path(key, word)
        if word == "order":
            order = _order(Reader(value, "order"))
        elif word in ("and", "or"):
            where.append(read_logic(key, word, value))
        elif key not in ("select", "columns", "limit", "offset"):
            column = _tree_path(key)
            condition = read_condition(column, Reader(value, "filter"), optional=has_arguments)
            if condition is None:
                arguments.append((column.name, value))
            else:
                where.append(condition)
    columns = first.get("columns")
    return Query(
        _select(Reader(first.get("select", "*"), "select parameter")),
        tuple(where),
        order,
        _integer(last.get("limit")),
        _integer(last.get("offset")) or 0,
        None if columns is None else _names(Reader(columns, "columns parameter")),
        tuple(arguments),
    )


def _integer(text: str | None) -> int | None:
    """What is no number is passed over, as PostgREST does."""
    return int(text) if text is not None and re.fullmatch(r"\s*-?\d{1,18}\s*", text) else None


def _select(reader: Reader) -> tuple[Selected, ...]:
    items: list[Selected] = []
    while not reader.ended:
        items.append(_selected(reader))
        if not reader.ended:
            reader.need(re.compile(r"\s*,\s*"), AFTER_FIELD)
            if reader.ended:
                raise reader.error('"...", field name (* or [a..z0..9_$]), "*" or "count()"')
    return tuple(items)


def _selected(reader: Reader) -> Selected:
    reader.take(re.compile(r"[ \t]*"))
    if reader.take("..."):
        raise _embedding()
    if reader.take(re.compile(r"\*(?=\s*(?:,|$))")):
        return Selected(Column("*"))
    alias = reader.take(re.compile(rf"({NAME.pattern}):(?!:)"))
    if reader.take(re.compile(r"count\(\)")):
        raise ApiError(400, "PGRST123", "Use of aggregate functions is not allowed")
    column = read_column(
        reader, expecting='"...", field name (* or [a..z0..9_$]), "*" or "count()"'
    )
    if reader.take(re.compile(r"(?:!\w+)*\(")):
        raise _embedding()
    cast = _cast(reader)
    if reader.take(AGGREGATE):
        raise ApiError(400, "PGRST123", "Use of aggregate functions is not allowed")
    if not reader.ended and reader.text[reader.at] != ",":
        raise reader.error(AFTER_FIELD, quote="'")
    return Selected(column, cast, alias and unquoted(alias[1]))


def _cast(reader: Reader) -> str | None:
    return reader.need(CAST, "letter or digit")[0].strip() if reader.take("::") else None


def _names(reader: Reader) -> frozenset[str]:
    names = {read_column(reader).name}
    while reader.take(re.compile(r"\s*,\s*")):
        names.add(read_column(reader).name)
    return frozenset(names)


def _tree_path(key: str) -> Column:
    reader = Reader(key, "tree path")
    column = read_column(reader)
    if reader.take("."):
        refuse_path(key, key.rsplit(".", 1)[-1])
    return column


def _embedding() -> ApiError:
    return ApiError(
        400,
        "PGRST127",
        "Feature not implemented",
        "This stand-in does not embed tables in results.",
    )


def _order(reader: Reader) -> tuple[OrderTerm, ...]:
    terms = [_order_term(reader)]
    while reader.take(re.compile(r"\s*,\s*")):
        terms.append(_order_term(reader))
    return tuple(terms)


def _order_term(reader: Reader) -> OrderTerm:
    column = read_column(reader)
    if reader.text[reader.at : reader.at + 1] == "(":
        refuse_path(f"{column.name}.", "")
    direction = reader.take(re.compile(r"\.(asc|desc)"))
    nulls = reader.take(re.compile(r"\.nulls(first|last)"))
    if not reader.ended and reader.text[reader.at] != ",":
        raise _order_error(reader, directed=direction is not None, placed=nulls is not None)
    return OrderTerm(column, direction[1] if direction else "", nulls[1] if nulls else "")


def _order_error(reader: Reader, *, directed: bool, placed: bool) -> ApiError:
    words = ("nullsfirst", "nullslast") if directed else ("asc", "desc", "nullsfirst", "nullslast")
    if placed or reader.text[reader.at] != ".":
        rest = '"," or end of input' if placed else 'delimiter (.), "," or end of input'
        return reader.error(rest, quote="'")
    reader.at += 1
    shared = shared_length(words[0], reader.text[reader.at :])
    listed = ", ".join(f'"{word}"' for word in words[:-1])
    return reader.error(f'{listed} or "{words[-1]}"', unexpected=reader.at + shared)
