"""
Take out of a text what models write and people on a phone do not.

Marks and stock phrases, as data. Runs on every reply whatever its vibe, never inside of prices,
numbers, links, handles, names and protected texts, and changes no other word. What a text may not
say is worker/checker.py's.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection

from worker.kept_spans import Spans, links, touches, untouchable

_START = r"(?:\A|(?<=\n))[^\S\n]*"

# Name, what to look for, what people type instead. In this order.
MARKS: tuple[tuple[str, re.Pattern[str], str], ...] = (
    ("code fence", re.compile(rf"{_START}```\w*[^\S\n]*\n?"), ""),
    ("heading", re.compile(rf"{_START}#{{1,6}}[^\S\n]+"), ""),
    ("rule", re.compile(rf"{_START}(?:-{{3,}}|\*{{3,}}|_{{3,}})[^\S\n]*(?:\n|\Z)"), ""),
    ("bullet", re.compile(rf"{_START}(?:[-*•‣·][^\S\n]+)"), ""),
    ("quote", re.compile(rf"{_START}>[^\S\n]+"), ""),
    (
        "bold",
        re.compile(r"(?<!\w)\*\*(?=\S)|(?<=\S)\*\*(?!\w)|(?<!\w)__(?=\S)|(?<=\S)__(?!\w)"),
        "",
    ),
    ("italics", re.compile(r"(?<![\w*])\*(?=[^\W\d_][^*\n]*\*(?![\w*]))"), ""),
    ("italics' end", re.compile(r"(?<=[\w.,!?…'’])\*(?![\w*])"), ""),
    ("underlined", re.compile(r"(?<!\w)_(?=[^\W\d_][^_\n]*_(?!\w))|(?<=[^\W_])_(?!\w)"), ""),
    ("code", re.compile(r"`"), ""),
    ("ellipsis", re.compile(r"…"), "..."),
    ("curly apostrophe", re.compile(r"[‘’‛ʼ]"), "'"),
    ("curly quotation mark", re.compile(r"[“”„‟]"), '"'),
    ("opening mark", re.compile(r"[¿¡]"), ""),
    ("semicolon", re.compile(r"(?<=\w);(?=[^\S\n])"), ","),
    ("semicolon at the end", re.compile(r"(?<=\w);(?=\n|\Z)"), ""),
    ("hard space", re.compile(r"[\u00a0\u2007\u202f\u2009]"), " "),
    ("double space", re.compile(r"(?<=\S)[^\S\n]{2,}(?=\S)"), " "),
    ("gap between paragraphs", re.compile(r"[^\S\n]*\n\s*"), "\n"),
)

# How an assistant opens and closes. Only where something is left to say.
STOCK_OPENINGS = re.compile(
    r"\A\s*(?:(?:great|good|excellent|wonderful) question|"
    r"(?:what|that's) a (?:great|good|wonderful|fantastic) question|"
    r"i(?:'d| would) be (?:happy|glad|delighted) to(?: help(?: you)?(?: with that)?)?|"
    r"excelente pregunta|ótima pergunta|gute frage|tolle frage|excellente question|"
    r"ottima domanda)[^\S\n]*[!.,:][^\S\n]*(?=\S)",
    re.IGNORECASE,
)
# An answer stays an answer.
PLAINER = {
    "certainly": "Sure", "ciertamente": "Claro", "certamente": "Certo", "com certeza": "Claro",
    "selbstverständlich": "Klar", "certainement": "Oui",
}  # fmt: skip
_FORMAL = re.compile(rf"\A\s*({'|'.join(PLAINER)})(?=[^\S\n]*[!.,])", re.IGNORECASE)
STOCK_CLOSINGS = re.compile(
    r"(?<=[.!?\n])\s*(?:"
    r"(?:please )?(?:feel free|don't hesitate) to (?:reach out|ask|message me|let me know)"
    r"[^.!?\n]*|"
    r"(?:please )?let me know if (?:you (?:have|need)|there(?:'s| is)) [^.!?\n]*"
    r"(?:questions?|help|else|assistance)[^.!?\n]*|"
    r"is there anything else (?:i can|you'd like|you need)[^.!?\n]*|"
    r"i(?:'m| am) (?:always )?here to (?:help|assist|chat|listen)[^.!?\n]*|"
    r"i hope (?:this|that) helps[^.!?\n]*"
    r")[.!?]\s*\Z",
    re.IGNORECASE,
)

_DASH = re.compile(
    r"[^\S\n]*[—―][^\S\n]*|[^\S\n]+(?:–|--)[^\S\n]+|(?<=[^\W\d_])(?:--|–)(?=[^\W\d_])"
)
_ENDS_WITH_LINK = re.compile(r"(?:\w://|\bwww\.)\S*$")
_EXCLAIMED = re.compile(r"[^\S\n]?!+(?=[\s\"')]|\Z)")


def without_tells(text: str, protected: Collection[str] = ()) -> str:
    """
    Return `text` as a person would have typed it on a phone, or "" if nothing is left.

    Doing it twice changes nothing more.
    """
    text = without_dashes(text, protected)
    for _, pattern, typed in MARKS:
        text = _replaced(text, pattern, typed, protected)
    text = without_stock(text.strip(), protected)
    return one_exclamation(text, protected).strip()


def without_dashes(text: str, protected: Collection[str] = ()) -> str:
    """Replace em dashes, and en dashes between words, by what people type instead."""
    spans = untouchable(text, protected)

    def typed(match: re.Match[str]) -> str:
        instead = _instead_of_dash(text, match)
        # A mark behind a link would read as a part of it, and so would dots behind a number.
        if _ENDS_WITH_LINK.search(text[: match.start()]):
            return " "
        if instead == "..." and touches(spans, match.start() - 1, match.start()):
            return ""
        return instead

    return _replaced(text, _DASH, typed, protected)


def without_stock(text: str, protected: Collection[str] = ()) -> str:
    """Leave out an assistant's stock opening and closing, unless nothing else is said."""
    text = _replaced(text, _FORMAL, lambda match: PLAINER[match[1].lower()], protected)
    opening = STOCK_OPENINGS.match(text)
    if opening and not touches(untouchable(text, protected), *opening.span()):
        rest = text[opening.end() :]
        text = rest[0].upper() + rest[1:] if rest[0].islower() else rest
    closing = STOCK_CLOSINGS.search(text)
    if closing and not touches(untouchable(text, protected), *closing.span()):
        text = text[: closing.start()]
    return text


def one_exclamation(text: str, protected: Collection[str] = ()) -> str:
    """Let one sentence of the text exclaim; the others end in a full stop."""
    marks = list(_EXCLAIMED.finditer(text))
    later = {match.start() for match in marks[1:]}
    return _replaced(
        text, _EXCLAIMED, lambda match: "." if match.start() in later else match[0], protected
    )


def _replaced(
    text: str,
    pattern: re.Pattern[str],
    typed: str | Callable[[re.Match[str]], str],
    protected: Collection[str],
) -> str:
    """Replace what `pattern` finds outside of the spans that may not be touched."""
    spans: Spans | None = None
    out: list[str] = []
    start = 0
    for match in pattern.finditer(text):
        spans = untouchable(text, protected) if spans is None else spans
        if _is_kept(text, match, spans, protected):
            continue
        instead = typed if isinstance(typed, str) else typed(match)
        out += [text[start : match.start()], instead]
        start = match.end()
    return "".join([*out, text[start:]])


def _is_kept(text: str, match: re.Match[str], spans: Spans, protected: Collection[str]) -> bool:
    if not touches(spans, *match.span()):
        return False
    # Amounts reach to the next space, marks of the sentence included: those may go all the same,
    # as may a space between an amount and its unit that is too wide. Only links and the caller's
    # texts are sacred to the last character.
    if match[0].strip("*_`!;…¿¡“”„‟ \u00a0\u2007\u202f\u2009"):
        return True
    return touches(links(text, protected), *match.span()) or bool(
        re.search(r"\w\Z", text[: match.start()]) and re.match(r"\w", text[match.end() :])
    )


def _instead_of_dash(text: str, dash: re.Match[str]) -> str:
    before, after = text[: dash.start()][-1:], text[dash.end() :][:1]
    if dash[0] == "–":
        return "-"
    if before in ("", "\n"):
        return ""
    if after in ("", "\n"):
        return "..."
    if before.isdigit() and after.isdigit():
        return "-"
    if after in ",.;:!?…":
        return ""
    return ", " if before.isalnum() or before in "\"'’”)" else " "
