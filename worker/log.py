"""
Set up structured logs: ids, never texts and never keys, unless LOG_TEXTS asks for the texts.

What may hold a fan's words is logged under a name in `_TEXTS`, and is left out here; of an
exception that is none of ours only the kind and the place are told, since its words may quote
whatever was at hand.
"""

from __future__ import annotations

import logging
import sys
import traceback
from collections.abc import MutableMapping
from types import TracebackType
from typing import Any

import structlog
from structlog.typing import ExcInfo, Processor

from worker.errors import WorkerError
from worker.server_words import harmless

# Under these names log calls hand in what a fan, the model or a server said.
_TEXTS = ("text", "texts", "said")


def configure_logging(level: str, form: str, *, texts: bool = False) -> None:
    """Send every log line to stderr as JSON or, for people, as aligned text."""
    numeric = logging.getLevelNamesMapping()[level.upper()]
    renderer: Processor = (
        structlog.processors.JSONRenderer()
        if form == "json"
        else structlog.dev.ConsoleRenderer(colors=sys.stderr.isatty(), pad_event_to=28)
    )
    told: list[Processor] = (
        [structlog.processors.format_exc_info]
        if texts
        else [leave_texts_out, structlog.processors.ExceptionRenderer(kind_and_place)]
    )
    structlog.configure(
        processors=[
            structlog.contextvars.merge_contextvars,
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            *told,
            renderer,
        ],
        wrapper_class=structlog.make_filtering_bound_logger(numeric),
        logger_factory=structlog.PrintLoggerFactory(sys.stderr),
        cache_logger_on_first_use=False,
    )
    # Libraries log requests with their URLs, and a URL may carry a key: only their warnings pass,
    # and of realtime-py, which reports each lost connection as an error, nothing: the listener
    # says the same in our words.
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(_Plain() if texts else _WithoutTexts())
    logging.basicConfig(level=logging.WARNING, handlers=[handler])
    logging.getLogger("realtime").setLevel(logging.CRITICAL)
    for noisy in ("httpx", "httpcore", "openai", "websockets", "asyncio"):
        logging.getLogger(noisy).setLevel(logging.WARNING)
    if texts:
        structlog.get_logger().warning(
            "LOG_TEXTS is on: what fans write, and what they are answered, is in this log"
        )


def guard_the_last_words() -> None:
    """Have a process that ends by an exception nobody caught tell its kind and place alone."""

    def tell(kind: type[BaseException], error: BaseException, where: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, where)
        else:
            print(kind_and_place((kind, error, where)), file=sys.stderr)

    sys.excepthook = tell
    # Libraries warn of values that they did not expect, and quote them.
    logging.captureWarnings(True)


def leave_texts_out(
    _: object, __: str, event: MutableMapping[str, Any]
) -> MutableMapping[str, Any]:
    """Drop what may be somebody's words from a log line."""
    for name in _TEXTS:
        event.pop(name, None)
    return event


def kind_and_place(exc_info: ExcInfo) -> str:
    """
    Write an exception like Python does, without the words of those that are not ours.

    Ours are checked: they are kept beside jobs, too.
    """
    _, error, _ = exc_info
    return "\n".join(_told(error, set()))


def _told(error: BaseException, seen: set[int]) -> list[str]:
    seen.add(id(error))
    lines: list[str] = []
    before = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    if before is not None and id(before) not in seen:
        lines = [*_told(before, seen), "", "and after that:", ""]
    for frame in traceback.extract_tb(error.__traceback__):
        lines.append(f'  File "{frame.filename}", line {frame.lineno}, in {frame.name}')
    words = f": {error}" if isinstance(error, WorkerError) else ""
    lines.append(f"{type(error).__module__}.{type(error).__qualname__}{words}")
    if isinstance(error, BaseExceptionGroup):
        for part in error.exceptions:
            lines += [f"  | {line}" for line in _told(part, seen)]
    return lines


class _Plain(logging.Formatter):
    def __init__(self) -> None:
        super().__init__("%(name)s: %(message)s")


class _WithoutTexts(_Plain):
    """What libraries log: of each line the kind, in words that cannot be anybody's."""

    def formatMessage(self, record: logging.LogRecord) -> str:  # noqa: N802
        # Without its arguments; asyncio appends what failed, in its own words, on later lines.
        first = str(record.msg).partition("\n")[0].replace("%s", "…").replace("%r", "…")
        return f"{record.name}: {harmless(first)}"

    def formatException(self, ei: Any) -> str:  # noqa: N802
        return kind_and_place(ei)
