"""
Set up structured logs: ids, never texts and never keys.
"""

from __future__ import annotations

import logging
import sys

import structlog
from structlog.typing import Processor


def configure_logging(level: str, form: str) -> None:
    """Send every log line to stderr as JSON or, for people, as aligned text."""
    numeric = logging.getLevelNamesMapping()[level.upper()]
    renderer: Processor = (
        structlog.processors.JSONRenderer()
        if form == "json"
        else structlog.dev.ConsoleRenderer(colors=sys.stderr.isatty(), pad_event_to=28)
    )
    structlog.configure(
        processors=[
            structlog.contextvars.merge_contextvars,
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            structlog.processors.format_exc_info,
            renderer,
        ],
        wrapper_class=structlog.make_filtering_bound_logger(numeric),
        logger_factory=structlog.PrintLoggerFactory(sys.stderr),
        cache_logger_on_first_use=False,
    )
    # Libraries log requests with their URLs, and a URL may carry a key: only their warnings pass,
    # and of realtime-py, which reports each lost connection as an error, nothing: the listener
    # says the same in our words.
    logging.basicConfig(level=logging.WARNING, stream=sys.stderr, format="%(name)s: %(message)s")
    logging.getLogger("realtime").setLevel(logging.CRITICAL)
    for noisy in ("httpx", "httpcore", "openai", "websockets", "asyncio"):
        logging.getLogger(noisy).setLevel(logging.WARNING)
