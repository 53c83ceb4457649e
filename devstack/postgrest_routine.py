"""
Choose the function that a request means, by its name and its argument names.

Pure: the list of functions comes from `postgrest_catalog.py`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from devstack.postgrest_errors import ApiError
from devstack.postgrest_hints import closest

# A function with one unnamed parameter of this type takes the whole body of this media type.
WHOLE_BODY_TYPES: Mapping[str, tuple[str, ...]] = {
    "application/json": ("json", "jsonb"),
    "text/plain": ("text",),
    "text/xml": ("xml",),
    "application/octet-stream": ("bytea",),
}
NAME_SCORE = 0.75
PARAMETERS_SCORE = 0.33


@dataclass(frozen=True, order=True)
class Parameter:
    name: str
    type: str
    required: bool
    variadic: bool


@dataclass(frozen=True)
class Routine:
    """A function that can be called; `result` is the base type's (schema, name)."""

    schema: str
    name: str
    description: str
    parameters: tuple[Parameter, ...]
    result: tuple[str, str]
    is_set: bool
    is_composite: bool
    is_volatile: bool
    settings: Mapping[str, str]
    is_table: bool = False
    """No function at all: its rows are read as if one had returned them."""

    @property
    def is_void(self) -> bool:
        return not self.is_set and self.result == ("pg_catalog", "void")

    def accepts(self, arguments: frozenset[str]) -> bool:
        """Every argument is known, and every parameter without a default is given."""
        names = {parameter.name for parameter in self.parameters}
        required = {parameter.name for parameter in self.parameters if parameter.required}
        return required <= arguments <= names

    def takes_whole_body(self, media_type: str) -> bool:
        return (
            len(self.parameters) == 1
            and not self.parameters[0].name
            and self.parameters[0].type in WHOLE_BODY_TYPES.get(media_type, ())
        )


def table(schema: str, name: str) -> Routine:
    """Return a table or view; whether there is one is the database's to say."""
    return Routine(schema, name, "", (), (schema, name), True, True, False, {}, is_table=True)


@dataclass(frozen=True)
class Routines:
    """Every function of the exposed schemas, in the order in which overloads are listed."""

    known: Sequence[Routine]

    def find(
        self, schema: str, name: str, arguments: frozenset[str], body_type: str | None
    ) -> Routine:
        """
        Choose by name and argument names; `body_type` is a POST's media type, else None.

        Raises PGRST202 where nothing fits and PGRST203 where more than one does.
        """
        overloads = [one for one in self.known if (one.schema, one.name) == (schema, name)]
        is_one_value = body_type is not None and _is_one_value(body_type)
        named = [
            one
            for one in overloads
            if one.accepts(arguments) and not (is_one_value and not one.parameters)
        ]
        bodied = [one for one in overloads if body_type and one.takes_whole_body(body_type)]
        fitting = named or bodied
        if not fitting:
            raise self._not_found(schema, name, arguments, body_type, overloads)
        if len(fitting) > 1:
            raise _ambiguous(fitting)
        return fitting[0]

    def _not_found(
        self,
        schema: str,
        name: str,
        arguments: frozenset[str],
        body_type: str | None,
        overloads: Sequence[Routine],
    ) -> ApiError:
        function = f"{schema}.{name}"
        listed = ", ".join(sorted(arguments))
        if body_type is not None and _is_one_value(body_type):
            (expected,) = WHOLE_BODY_TYPES[body_type]
            searched, called, hint = f" with a single unnamed {expected} parameter", "", None
        else:
            plural = "s" if len(arguments) > 1 else ""
            searched = f" with parameter{plural} {listed}" if arguments else " without parameters"
            called = f"({listed})" if arguments else " without parameters"
            hint = self._hint(schema, name, arguments, overloads)
        if body_type == "application/json":
            searched += " or with a single unnamed json/jsonb parameter"
        return ApiError(
            404,
            "PGRST202",
            f"Could not find the function {function}{called} in the schema cache",
            f"Searched for the function {function}{searched},"
            " but no matches were found in the schema cache.",
            hint,
        )

    def _hint(
        self, schema: str, name: str, arguments: frozenset[str], overloads: Sequence[Routine]
    ) -> str | None:
        if overloads:
            lists = [_listed({one.name for one in each.parameters}) for each in overloads]
            guess = closest(_listed(arguments), lists, PARAMETERS_SCORE)
            meant = guess and name + guess
        else:
            names = [one.name for one in self.known if one.schema == schema]
            meant = closest(name, names, NAME_SCORE)
        return meant and f"Perhaps you meant to call the function {schema}.{meant}"


def _is_one_value(body_type: str) -> bool:
    """A body that is neither JSON nor a form has no argument names to choose by."""
    return body_type in WHOLE_BODY_TYPES and body_type != "application/json"


def _listed(names: frozenset[str] | set[str]) -> str:
    return f"({', '.join(sorted(names))})"


def _ambiguous(routines: Sequence[Routine]) -> ApiError:
    forms = [
        f"{one.schema}.{one.name}"
        f"({', '.join(f'{each.name} => {each.type}' for each in one.parameters)})"
        for one in routines
    ]
    return ApiError(
        300,
        "PGRST203",
        f"Could not choose the best candidate function between: {', '.join(forms)}",
        hint="Try renaming the parameters or the function itself in the database"
        " so function overloading can be resolved",
    )
