"""Who may import whom, read from the source without running it."""

import ast
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

TOPS = ("bot", "handlers", "storage")

CORE = frozenset(
    f"bot.{name}"
    for name in (
        "asked",
        "asking",
        "channel",
        "choosing",
        "clock",
        "conversation",
        "documents",
        "formats",
        "journey",
        "messages",
        "pacing",
        "paging",
        "picking",
        "recordings",
        "render",
        "replay",
        "replies",
        "settings",
        "spoken",
    )
)
WORKERS = frozenset(
    f"bot.{name}"
    for name in (
        "breaker",
        "campaigns",
        "delivery",
        "digests",
        "dispatch",
        "heartbeat",
        "holding",
        "jobs",
        "lease",
        "marks",
        "media",
        "metrics",
        "receipts",
        "receive",
        "schedule",
        "sending",
        "talk",
        "together",
        "tools",
        "turns",
        "working",
        "weeding",
    )
)
TEXTS = frozenset({"bot.texts", "bot.words"})
MACHINE = CORE | TEXTS | {"storage", "sqlalchemy", "structlog", "prometheus_client"}
# What charts and printed papers say, as data.
DRAWN = frozenset({"bot.pictures.figures", "bot.pictures.print.papers"})
PORT = frozenset({"bot.channel", "bot.clock", "bot.messages"})
JOURNEY = frozenset(
    {"bot.conversation", "bot.formats", "bot.journey", "bot.messages", "bot.reasons"}
)
EVERYTHING = frozenset({"*"})

RULES: dict[str, frozenset[str]] = {
    "run_bot": frozenset({"bot.app", "bot.commands"}),
    "bot.__init__": frozenset(),
    **{name: CORE for name in CORE},
    # Tools take the values of a count, and what a chart or a paper says.
    "bot.journey": CORE | DRAWN | {"bot.civic"},
    # The same files are given out by the web pages and by a command.
    "bot.opendata": MACHINE | {"bot.civic", "bot.exchange"},
    # The same reason is told in the chat, on the page and in print.
    "bot.reasons": CORE | {"bot.civic"},
    # Georgian typed in Latin letters is understood as in the search.
    "bot.paging": CORE | {"bot.civic.latin"},
    "bot.spoken": frozenset({"bot.spoken", "bot.civic.latin"}),
    "bot.settings": CORE | {"pydantic", "pydantic_settings"},
    "bot.logs": CORE | {"structlog"},
    **{name: CORE | TEXTS | {"fluent", "babel"} for name in TEXTS},
    **{name: MACHINE | WORKERS for name in WORKERS},
    # A lesson's picture is a file of the course.
    "bot.media": MACHINE | {"bot.content.pictures", "PIL"},
    "bot.schedule": MACHINE | WORKERS | {"apscheduler"},
    "bot.tools": MACHINE | WORKERS | {"bot.civic", "bot.exchange", "bot.pictures"},
    "bot.civic": frozenset({"bot.civic", "re2"}),
    "bot.content": frozenset({"bot.content", "bot.civic", "yaml"}),
    "bot.exchange": frozenset({"bot.exchange", "bot.civic"})
    | {"openpyxl", "pabulib", "pabutools", "phonenumbers", "pyxform", "re2", "xlrd"}
    | {"xlsxwriter", "yaml"},
    "bot.pictures": frozenset({"bot.pictures", "bot.civic"})
    | {"matplotlib", "PIL", "reportlab", "segno"},
    "bot.channels.__init__": frozenset(),
    "bot.channels.telegram*": PORT | {"bot.channels.telegram*", "aiogram", "aiohttp"},
    "bot.channels.viber*": PORT | {"bot.channels.viber*", "aiohttp"},
    "bot.listening": frozenset({"aiohttp"}),
    "bot.web": MACHINE
    | {"bot.web", "bot.media", "bot.civic", "bot.opendata", "bot.pictures", "bot.reasons"}
    | {"bot.listening", "aiohttp", "jinja2"},
    "bot.simulator": CORE | {"bot.simulator", "bot.listening", "aiohttp", "jinja2"},
    "bot.rehearsal": CORE | TEXTS | {"bot.simulator"},
    "bot.rehearsing": CORE | TEXTS | {"bot.rehearsing", "bot.simulator", "bot.exchange"},
    "bot.app": EVERYTHING,
    "bot.commands": EVERYTHING,
    "handlers": JOURNEY | DRAWN | {"bot.civic", "bot.content", "handlers.parts", "storage"},
    "handlers.__init__": JOURNEY | {"handlers"},
    "storage": frozenset({"storage", "bot.civic", "sqlalchemy", "alembic"}),
}

GUARDED = {"bot.app": ("run_bot", "bot.commands"), "bot.commands": ("run_bot", "bot.commands")}
"""Modules that nobody imports but these."""


def within(name: str, roots: Iterable[str]) -> bool:
    """Whether a name is one of these modules or inside one; a final * stands for any letters."""
    return any(
        f"{name}.".startswith(root.removesuffix("*") if root[-1] == "*" else f"{root}.")
        for root in roots
    )


def strays(module: str, imported: list[str]) -> list[str]:
    """What a module imports and may not; the most specific rule wins."""
    rules = [rule for rule in RULES if within(module, (rule,))]
    if not rules:
        return ["anything: no rule names it"]
    allowed = RULES[max(rules, key=len)]
    return [name for name in imported if not permitted(module, name, allowed)]


def permitted(module: str, name: str, allowed: frozenset[str]) -> bool:
    for guarded, friends in GUARDED.items():
        if within(name, (guarded,)) and not within(module, friends):
            return False
    free = name.split(".")[0] in sys.stdlib_module_names
    return free or within(name, allowed)


def imports(source: str) -> Iterator[str]:
    """Every imported name, inside functions too; relative ones begin with a dot."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            parent = "." * node.level + (f"{node.module}." if node.module else "")
            yield from (parent + alias.name for alias in node.names)


def modules(root: Path) -> Iterator[tuple[str, Path]]:
    """Every module of the product, `bot.civic.__init__` and its like included."""
    paths = [path for top in TOPS for path in sorted((root / top).rglob("*.py"))]
    for path in (root / "run_bot.py", *paths):
        if path.exists():
            yield ".".join(path.relative_to(root).with_suffix("").parts), path


def complaints(root: Path) -> list[str]:
    """One line for each import that breaks the rule."""
    return [
        f"{module} may not import {name}"
        for module, path in modules(root)
        for name in strays(module, list(imports(path.read_text("utf-8"))))
    ]
