"""
Write the one statement that calls a function and shapes its result.

The names pgrst_source, pgrst_call, pgrst_scalar and json_data are PostgREST's: they show in
error messages and, with an empty select, in results.
"""

from __future__ import annotations

from dataclasses import dataclass

from devstack.postgrest_clauses import Clauses, Statement
from devstack.postgrest_filters import Filter, Logic
from devstack.postgrest_media import ARRAY, OBJECT, STRIPPED
from devstack.postgrest_payload import Payload
from devstack.postgrest_query import Query
from devstack.postgrest_request import Window
from devstack.postgrest_routine import Routine

# A type that ignores its length when it is named without one.
UNBOUNDED = {"bit": "bit varying", "character": "character varying"}


@dataclass(frozen=True)
class Call:
    """Everything that one RPC needs to become SQL."""

    routine: Routine
    arguments: frozenset[str]
    payload: Payload | None
    """The body of a POST; None on GET and HEAD, whose arguments stand in the query."""
    query: Query
    window: Window
    media_type: str
    counts: bool
    wants_body: bool

    def statement(self) -> tuple[str, list[str | bytes]]:
        """Return SQL whose row is (total or null, rows on this page, body, headers, status)."""
        sql = Statement()
        source = self._call(sql)
        page = "pg_catalog.count(_postgrest_t)" if self.routine.is_set else "1"
        total, counting = "null::bigint", ""
        if self.counts and not self.window.is_everything:
            where = Clauses(sql, self._alias).where(self.query.where)
            counting = f", pgrst_source_count as (select 1 from {self._from()} {where})"
            total = "(select pg_catalog.count(*) from pgrst_source_count)"
        elif self.counts:
            total = page
        rows = self._rows(sql)
        return (
            f"with pgrst_source as ({source}){counting} select {total}, {page}, ({self._body()}),"
            " nullif(current_setting('response.headers', true), ''),"
            " nullif(current_setting('response.status', true), '')"
            f" from ({rows}) as _postgrest_t",
            sql.values,
        )

    @property
    def _is_scalar(self) -> bool:
        return not self.routine.is_composite

    @property
    def _alias(self) -> str:
        # PostgREST names the rows after their table, or else after the function.
        return self.routine.result[1] if self.routine.is_composite else self.routine.name

    def _from(self) -> str:
        return f"pgrst_source as {Statement.name(self._alias)}"

    def _call(self, sql: Statement) -> str:
        if self.routine.is_table:
            rows = sql.name(self.routine.schema, self.routine.name)
            return f"select {self._needed_columns()} from {rows} pgrst_call"
        source, arguments = self._arguments(sql)
        function = f"{sql.name(self.routine.schema, self.routine.name)}({arguments})"
        if self._is_scalar:
            shown, call = "pgrst_call.pgrst_scalar", f"(select {function} pgrst_scalar) pgrst_call"
        else:
            shown, call = self._needed_columns(), f"{function} pgrst_call"
        lateral = f"{source}, lateral {call}" if source else call
        return f"select {shown} from {lateral}"

    def _arguments(self, sql: Statement) -> tuple[str, str]:
        """Return what the call is joined to, and the call's argument list."""
        parameters = self.routine.parameters
        if len(parameters) == 1 and not parameters[0].name and self.payload is not None:
            return "", f"{sql.value(self.payload.text)}::{parameters[0].type}"
        given = [each for each in parameters if each.name in self.arguments]
        if not given:
            return "", ""
        form = self.query.arguments if self.payload is None else self.payload.fields
        if form is not None:
            parts = [
                f"{self._slot(each.name, each.variadic)}"
                f"{self._field(sql, form, each.name, each.variadic)}::{each.type}"
                for each in given
            ]
            return "", ", ".join(parts)
        assert self.payload is not None
        text = str(self.payload.text)
        record = "json_to_record" if text.lstrip().startswith("{") else "json_to_recordset"
        names = ", ".join(sql.name(each.name) for each in given)
        typed = ", ".join(f"{sql.name(each.name)} {_unbounded(each.type)}" for each in given)
        source = (
            f"(select {sql.value(text)}::json as json_data) pgrst_payload, lateral (select {names}"
            f" from {record}(pgrst_payload.json_data) as _({typed}) limit 1) pgrst_body"
        )
        parts = [
            f"{self._slot(each.name, each.variadic)}pgrst_body.{sql.name(each.name)}"
            for each in given
        ]
        return source, ", ".join(parts)

    @staticmethod
    def _slot(name: str, variadic: bool) -> str:
        return f"{'variadic ' if variadic else ''}{Statement.name(name)} := "

    @staticmethod
    def _field(sql: Statement, form: tuple[tuple[str, str], ...], name: str, variadic: bool) -> str:
        values = [value for key, value in form if key == name]
        if variadic:
            return f"array[{', '.join(f'{sql.value(value)}::text' for value in values)}]"
        return sql.value(values[-1])

    def _needed_columns(self) -> str:
        selected = {item.column.name for item in self.query.select}
        if not selected:
            return "*"
        if "*" in selected:
            return "pgrst_call.*"
        needed = selected | {name for part in self.query.where for name in _columns(part)}
        return ", ".join(f"pgrst_call.{Statement.name(name)}" for name in sorted(needed))

    def _rows(self, sql: Statement) -> str:
        clauses = Clauses(sql, self._alias)
        # In the order of the text, since each clause adds its values as it is written.
        parts = [
            f"select {clauses.selected(self.query.select)} from {self._from()}",
            clauses.where(self.query.where),
            clauses.order(self.query.order),
        ]
        if not self.window.is_everything:
            limit = "all" if self.window.limit is None else sql.value(str(self.window.limit))
            parts.append(f"limit {limit} offset {sql.value(str(self.window.offset))}")
        return " ".join(parts)

    def _body(self) -> str:
        """Return the aggregate that makes the body of `_postgrest_t`'s rows."""
        if not self.wants_body:
            return "''::text"
        if self.media_type == "text/csv":
            return (
                "(select coalesce(string_agg(a.k, ','), '') from (select json_object_keys(r)::text"
                " as k from (select row_to_json(hh) as r from pgrst_source as hh limit 1) s) a)"
                " || '\n' || coalesce(string_agg("
                "substring(_postgrest_t::text, 2, length(_postgrest_t::text) - 2), '\n'), '')"
            )
        if self.media_type == "application/geo+json":
            return (
                "json_build_object('type', 'FeatureCollection', 'features',"
                " coalesce(json_agg(ST_AsGeoJSON(_postgrest_t)::json), '[]'))::text"
            )
        wants_one = self.media_type.startswith(OBJECT)
        # As one object, a set of scalars shows its column's name.
        bare = self._is_scalar and not (wants_one and self.routine.is_set)
        rows = f"json_agg(_postgrest_t{'.pgrst_scalar' if bare else ''})"
        if self.media_type in (OBJECT + STRIPPED, ARRAY + STRIPPED):
            rows = f"json_strip_nulls({rows})"
        if wants_one or not self.routine.is_set:
            return f"coalesce(({rows}->0)::text, 'null')"
        return f"coalesce({rows}::text, '[]')"


def _unbounded(type_name: str) -> str:
    base, bracket, rest = type_name.partition("[")
    return UNBOUNDED.get(base, base) + bracket + rest


def _columns(part: Filter | Logic) -> list[str]:
    if isinstance(part, Filter):
        return [part.column.name]
    return [name for member in part.members for name in _columns(member)]
