"""
Find what is wrong with one prompt template without rendering it.

Reads Jinja's syntax tree: variables that do not exist, includes that lead nowhere, comparisons that
can never hold, marks that came out as text. What only rendering shows is worker/rehearsal.py's.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from difflib import get_close_matches

from jinja2 import Environment, TemplateSyntaxError, meta, nodes

# Line, what is wrong there.
Complaint = tuple[int, str]

_REFERENCES = (nodes.Include, nodes.Import, nodes.FromImport, nodes.Extends)
# What Jinja would have taken for a mark, had it been spelled right.
_STRAY_MARKS = r"\{\s+%|%\s+\}|\{\s+\{|\{\{|\}\}|\{%|%\}|\{#|#\}"
# Blocks that end with a mark of their own.
_BLOCKS = ("if", "for", "filter", "macro", "call", "block", "with", "autoescape")


def complaints_about(
    template: str,
    environment: Environment,
    *,
    variables: Collection[str],
    known: Mapping[str, Collection[str]],
    paths: Collection[str],
    barred: Collection[str] = (),
) -> list[Complaint]:
    """
    Return what is wrong with `template`, with lines from 1.

    `variables` may be used; `known` has the values that some of them can have; `paths` are the
    prompts that there are, and `barred` those of them that would include this one in turn.
    """
    try:
        tree = environment.parse(template)
        # Parsing alone does not look at filters and tests; compiling changes the tree.
        environment.compile(environment.parse(template))
    except TemplateSyntaxError as error:
        message = error.message or "malformed template"
        return [(_line_of(error, template, environment), message)]
    return [
        *_unknown_variables(tree, variables),
        *_wrong_references(tree, paths, barred),
        *_impossible_comparisons(tree, known),
        *_stray_marks(tree, template, variables),
    ]


def used_variables(template: str, environment: Environment) -> set[str]:
    """Return the variables that `template` takes from outside; none if it is malformed."""
    try:
        return meta.find_undeclared_variables(environment.parse(template))
    except TemplateSyntaxError:
        return set()


def _unknown_variables(tree: nodes.Template, variables: Collection[str]) -> Iterator[Complaint]:
    unknown = meta.find_undeclared_variables(tree) - set(variables)
    for variable in tree.find_all(nodes.Name):
        if variable.name in unknown:
            near = get_close_matches(variable.name, sorted(variables), n=1)
            hint = f"; did you mean {near[0]}?" if near else f"; known are {_listed(variables)}"
            yield variable.lineno, f"unknown variable {variable.name}{hint}"


def _wrong_references(
    tree: nodes.Template, paths: Collection[str], barred: Collection[str]
) -> Iterator[Complaint]:
    for reference in tree.find_all(_REFERENCES):
        wanted = reference.template  # type: ignore[attr-defined]
        if not isinstance(wanted, nodes.Const):
            continue
        names = wanted.value if isinstance(wanted.value, list | tuple) else [wanted.value]
        for name in names:
            if name not in paths:
                yield reference.lineno, f"{name} does not exist"
            elif name in barred:
                yield reference.lineno, f"{name} would include itself here, without an end"


def _impossible_comparisons(
    tree: nodes.Template, known: Mapping[str, Collection[str]]
) -> Iterator[Complaint]:
    """Find the likes of `stage == "flirt"`, which is silently never so."""
    for comparison in tree.find_all(nodes.Compare):
        if not isinstance(comparison.expr, nodes.Name) or comparison.expr.name not in known:
            continue
        name = comparison.expr.name
        for value in map(str, _constants(comparison)):
            if value and value not in known[name]:
                known_ones = _listed(known[name])
                yield comparison.lineno, f"there is no {name} {value}; known are {known_ones}"


def _constants(comparison: nodes.Compare) -> Iterator[object]:
    for operand in comparison.ops:
        constants = [operand.expr, *operand.expr.find_all(nodes.Const)]
        for constant in constants:
            if isinstance(constant, nodes.Const):
                # Jinja turns a list of constants into a constant list.
                values = constant.value
                yield from values if isinstance(values, list | tuple) else [values]


def _stray_marks(
    tree: nodes.Template, template: str, variables: Collection[str]
) -> Iterator[Complaint]:
    names = "|".join(sorted(variables))
    stray = re.compile(rf"{_STRAY_MARKS}|\{{\s*(?:{names})\s*\}}")
    lines = template.split("\n")
    for data in tree.find_all(nodes.TemplateData):
        for text in data.data.split("\n"):
            if match := stray.search(text):
                # Jinja's count of lines is not kept inside plain text.
                line = next((number for number, line in enumerate(lines, 1) if text in line), 1)
                yield line, f"{match[0]} would be written as it stands; is it a slip?"


def _line_of(error: TemplateSyntaxError, template: str, environment: Environment) -> int:
    """Where to look: for a block that is never closed its beginning, not the end of the file."""
    if not (error.message or "").startswith("Unexpected end of template"):
        return error.lineno
    open_blocks: list[tuple[str, int]] = []
    beginning = False
    for line, kind, value in environment.lex(template):
        if kind == "block_begin":
            beginning = True
        elif kind == "name" and beginning:
            beginning = False
            if value in _BLOCKS:
                open_blocks.append((value, line))
            elif open_blocks and value == f"end{open_blocks[-1][0]}":
                open_blocks.pop()
    return open_blocks[-1][1] if open_blocks else error.lineno


def _listed(names: Collection[str]) -> str:
    return ", ".join(sorted(names))
