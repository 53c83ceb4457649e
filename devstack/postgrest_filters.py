"""
Parse filters: `column=operator.value`, and their combinations with and, or and not.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from devstack.postgrest_errors import ApiError
from devstack.postgrest_reader import (
    QUOTED,
    Column,
    Reader,
    read_column,
    refuse_path,
    shared_length,
    unquoted,
)

SIMPLE = ("neq", "cs", "cd", "ov", "sl", "sr", "nxr", "nxl", "adj")
QUANTIFIED = ("eq", "gte", "gt", "lte", "lt", "like", "ilike", "match", "imatch")
TEXT_SEARCH = ("fts", "plfts", "phfts", "wfts")
IS_VALUES = ("null", "not_null", "true", "false", "unknown")
OPERATOR = re.compile(
    rf"(?P<plain>in|is|isdistinct|{'|'.join(SIMPLE)})\."
    rf"|(?P<quantified>{'|'.join(QUANTIFIED)})(?:\((?P<quantifier>any|all)\))?\."
    rf"|(?P<search>{'|'.join(TEXT_SEARCH)})(?:\((?P<language>[\w $]+)\))?\."
)


@dataclass(frozen=True)
class Filter:
    column: Column
    negated: bool
    operator: str
    value: str | tuple[str, ...]
    option: str | None = None
    """`any` or `all` of a comparison, or the language of a text search."""


@dataclass(frozen=True)
class Logic:
    negated: bool
    operator: str
    members: tuple[Filter | Logic, ...]


def read_logic(key: str, operator: str, value: str) -> Logic:
    path = key.split(".")
    embedded = [part for part in path[:-1] if part != "not"]
    if embedded:
        refuse_path(".".join([*embedded, operator]), operator)
    reader = Reader(value, "logic tree")
    return Logic("not" in path, operator, _members(reader))


def _members(reader: Reader) -> tuple[Filter | Logic, ...]:
    reader.need(re.compile(r"\s*\(\s*"), '"("')
    members = [_member(reader)]
    while reader.take(re.compile(r"\s*,\s*")):
        members.append(_member(reader))
    reader.need(re.compile(r"\s*\)\s*"), '"," or ")"')
    return tuple(members)


def _member(reader: Reader) -> Filter | Logic:
    if nested := reader.take(re.compile(r"(not\.)?(and|or)(?=\s*\()")):
        return Logic(nested[1] is not None, nested[2], _members(reader))
    expecting = (
        "field name (* or [a..z0..9_$]), negation operator (not) or logic operator (and, or)"
    )
    column = read_column(reader, expecting)
    reader.need(".", "delimiter (.)")
    condition = read_condition(column, reader, optional=False, nested=True)
    assert condition is not None
    return condition


def read_condition(
    column: Column, reader: Reader, *, optional: bool, nested: bool = False
) -> Filter | None:
    start = reader.at
    negated = reader.take("not.") is not None
    operator = reader.take(OPERATOR)
    if operator is None:
        if optional and not negated:
            reader.at = start
            return None
        raise _operator_error(reader, negated=negated)
    name = operator["plain"] or operator["quantified"] or operator["search"]
    option = operator["quantifier"] or operator["language"]
    value: str | tuple[str, ...]
    if name == "in":
        value = _list(reader)
    elif name == "is":
        pattern = re.compile("|".join(sorted(IS_VALUES, key=len, reverse=True)), re.IGNORECASE)
        value = reader.need(pattern, "isVal: (null, not_null, true, false, unknown)")[0].lower()
    elif nested:
        value = _nested_value(reader)
    else:
        value, reader.at = reader.text[reader.at :], len(reader.text)
    return Filter(column, negated, name, value, option)


def _operator_error(reader: Reader, *, negated: bool) -> ApiError:
    rest = reader.text[reader.at :]
    begun = [name for name in (*SIMPLE, *QUANTIFIED, *TEXT_SEARCH) if rest.startswith(name)]
    expecting = "operator (eq, gt, ...)"
    if begun:
        reader.at += max(map(len, begun))
        return reader.error(expecting)
    if negated:
        return reader.error(expecting)
    return reader.error(f'"not" or {expecting}', unexpected=reader.at + shared_length("not", rest))


def _list(reader: Reader) -> tuple[str, ...]:
    reader.need(re.compile(r"\s*\(\s*"), '"("')
    values = [_nested_value(reader)]
    while reader.take(","):
        values.append(_nested_value(reader))
    reader.need(re.compile(r"\s*\)\s*"), '"," or ")"')
    return tuple(values)


def _nested_value(reader: Reader) -> str:
    if quoted := reader.take(re.compile(rf"{QUOTED}(?=[,)]|$)")):
        return unquoted(quoted[0])
    if array := reader.take(re.compile(r"\{[^{}]*\}")):
        return array[0]
    return reader.need(re.compile(r"[^,)]*"), "value")[0]
