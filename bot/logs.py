"""Logs: one line an event, for people or as JSON.  No token and no citizen's word passes."""

import logging
import sys
import traceback
from collections.abc import Sequence

import structlog
from structlog.processors import ExceptionRenderer


class Masked(logging.Filter):
    """Puts stars where a secret would stand; asyncio may not show the error of a task."""

    def __init__(self, secrets: Sequence[str]) -> None:
        super().__init__()
        self._secrets = [secret for secret in secrets if len(secret) >= 8]

    def filter(self, record: logging.LogRecord) -> bool:
        text = record.getMessage()
        masked = self.mask(text.partition("\n")[0] if record.name == "asyncio" else text)
        if masked != text:
            record.msg, record.args = masked, ()
        return True

    def mask(self, text: str) -> str:
        for secret in self._secrets:
            text = text.replace(secret, "***")
        return text


def wordless(error: BaseException | None) -> str:
    """The way to an error and what kind it is, without its message.

    The messages of database and messenger errors quote what a citizen wrote.
    """
    told = []
    while error is not None:
        inner = [wordless(each) for each in getattr(error, "exceptions", ())]
        way = "".join(traceback.format_tb(error.__traceback__))
        told.append("\n".join([f"{way}{type(error).__module__}.{type(error).__name__}", *inner]))
        error = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    return "\nbecause of\n".join(told)


def set_up(form: str, secrets: Sequence[str] = ()) -> None:
    """Send all logs to stderr as "text" or "json"."""
    masked = Masked(secrets)
    shared: list[structlog.typing.Processor] = [
        structlog.stdlib.add_log_level,
        structlog.stdlib.add_logger_name,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        ExceptionRenderer(lambda found: wordless(found[1])),
    ]
    last = (
        structlog.processors.JSONRenderer(ensure_ascii=False)
        if form == "json"
        else structlog.dev.ConsoleRenderer(colors=sys.stderr.isatty())
    )
    handler = logging.StreamHandler()
    handler.addFilter(masked)
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=shared,
            processors=[
                structlog.stdlib.ProcessorFormatter.remove_processors_meta,
                lambda _, __, event: {
                    key: masked.mask(value) if isinstance(value, str) else value
                    for key, value in event.items()
                },
                last,
            ],
        )
    )
    root = logging.getLogger()
    root.handlers = [handler]
    root.setLevel(logging.INFO)
    logging.raiseExceptions = False  # it would print what could not be logged
    for noisy in ("aiogram", "aiohttp.access", "alembic"):
        logging.getLogger(noisy).setLevel(logging.WARNING)
    # It warns of every tick that finds the one before still at work, which is as it should be.
    logging.getLogger("apscheduler").setLevel(logging.ERROR)
