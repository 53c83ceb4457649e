"""
Write the clauses of a select over a function's rows: columns, conditions, order.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from devstack.postgrest_filters import Filter, Logic
from devstack.postgrest_query import OrderTerm, Selected
from devstack.postgrest_reader import Column

COMPARISONS = {
    "eq": "=", "neq": "<>", "gt": ">", "gte": ">=", "lt": "<", "lte": "<=",
    "like": "like", "ilike": "ilike", "match": "~", "imatch": "~*",
    "cs": "@>", "cd": "<@", "ov": "&&", "sl": "<<", "sr": ">>",
    "nxr": "&<", "nxl": "&>", "adj": "-|-",
    "isdistinct": "is distinct from",
}  # fmt: skip
TEXT_SEARCHES = {
    "fts": "to_tsquery",
    "plfts": "plainto_tsquery",
    "phfts": "phraseto_tsquery",
    "wfts": "websearch_to_tsquery",
}


@dataclass
class Statement:
    """SQL in the making; what is foreign goes in through `value` and `name` alone."""

    values: list[str | bytes] = field(default_factory=list)

    def value(self, value: str | bytes) -> str:
        self.values.append(value)
        return "%s"

    @staticmethod
    def name(*parts: str) -> str:
        return ".".join(f'"{_doubled(part)}"' for part in parts)

    @staticmethod
    def path(*schemas: str) -> str:
        """Return a value for search_path, which is no part of a statement."""
        return ", ".join('"' + schema.replace('"', '""') + '"' for schema in schemas)


def _doubled(text: str) -> str:
    return text.replace("\0", "").replace('"', '""').replace("%", "%%")


@dataclass(frozen=True)
class Clauses:
    """Clauses about the rows known as `table`, whose values go into `sql`."""

    sql: Statement
    table: str

    def selected(self, items: Sequence[Selected]) -> str:
        return ", ".join(map(self._selected, items)) or f"{self.sql.name(self.table)}.*"

    def where(self, parts: Sequence[Filter | Logic]) -> str:
        return f"where {' and '.join(map(self._condition, parts))}" if parts else ""

    def order(self, terms: Sequence[OrderTerm]) -> str:
        return f"order by {', '.join(map(self._ordered, terms))}" if terms else ""

    def _selected(self, item: Selected) -> str:
        text = self._column(item.column)
        alias = item.alias or _json_alias(item.column)
        if item.cast is not None:
            text = f"cast({text} as {item.cast})"
        return text if alias is None else f"{text} as {self.sql.name(alias)}"

    def _column(self, column: Column) -> str:
        if column.name == "*":
            return f"{self.sql.name(self.table)}.*"
        text = self.sql.name(self.table, column.name)
        if column.steps:
            text = f"to_jsonb({text})"
        for arrow, key, is_index in column.steps:
            text += f"{arrow}{self.sql.value(key)}{'::int' if is_index else ''}"
        return text

    def _ordered(self, term: OrderTerm) -> str:
        nulls = f"nulls {term.nulls}" if term.nulls else ""
        return f"{self._column(term.column)} {term.direction} {nulls}"

    def _condition(self, part: Filter | Logic) -> str:
        negation = "not " if part.negated else ""
        if isinstance(part, Logic):
            inner = f" {part.operator} ".join(map(self._condition, part.members))
            return f"{negation}({inner})"
        text = f"{negation}{self._column(part.column)}"
        if isinstance(part.value, tuple):
            return f"{text} = any({self.sql.value(_array_literal(part.value))})"
        if part.operator == "is":
            return f"{text} is {part.value.replace('_', ' ')}"
        if part.operator in TEXT_SEARCHES:
            search = TEXT_SEARCHES[part.operator]
            language = "" if part.option is None else f"{self.sql.value(part.option)}, "
            return f"{text} @@ {search}({language}{self.sql.value(part.value)})"
        is_pattern = part.operator in ("like", "ilike")
        value = self.sql.value(part.value.replace("*", "%") if is_pattern else part.value)
        compared = f"{part.option}({value})" if part.option else value
        return f"{text} {COMPARISONS[part.operator]} {compared}"


def _json_alias(column: Column) -> str | None:
    """A JSON path is shown under its last key, or its column where it has indexes only."""
    if not column.steps:
        return None
    keys = [key for _, key, is_index in column.steps if not is_index]
    return keys[-1] if keys else column.name


def _array_literal(values: tuple[str, ...]) -> str:
    if values == ("",):
        return "{}"
    escaped = (value.replace("\\", "\\\\").replace('"', '\\"') for value in values)
    return "{" + ",".join(f'"{value}"' for value in escaped) + "}"
