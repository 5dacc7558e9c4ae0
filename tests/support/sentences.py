"""Strings in the source: which texts it uses, and which it should not hold."""

import ast
import re
from collections.abc import Callable, Iterator
from pathlib import Path

ID = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)+")
QUOTED = re.compile(r"[\"']([a-z0-9-]+)[\"']")
GEORGIAN = re.compile("[\u10a0-\u10ff\u1c90-\u1cbf\u2d00-\u2d2d]")
ENGLISH = re.compile(r"[A-Za-z]{2,} +[A-Za-z]{2,}")
BUILT = (ast.JoinedStr, ast.BinOp, ast.Call)

Skipped = Callable[[ast.AST], bool]


def used(source: str) -> set[str]:
    """Every string that may be the id of a message, docstrings left out."""
    return {text for text, _ in strings(ast.parse(source)) if ID.fullmatch(text)}


def used_in_page(template: str) -> set[str]:
    """Every quoted string of an HTML template that may be the id of a message."""
    return {text for text in QUOTED.findall(template) if ID.fullmatch(text)}


def asked(source: str) -> Iterator[tuple[str, int]]:
    """The ids that calls of `text` name outright, with their lines; "" where one is built."""
    for node in ast.walk(ast.parse(source)):
        if not isinstance(node, ast.Call) or _name(node.func) != "text":
            continue
        # `text(id)` of a script, `text(language, id)` of the catalogue itself.
        candidates = [arg for arg in node.args[:2] if not isinstance(arg, ast.Attribute)]
        for arg in candidates:
            if isinstance(arg, BUILT):
                yield "", node.lineno
            elif isinstance(arg, ast.Constant) and ID.fullmatch(str(arg.value)):
                yield str(arg.value), node.lineno


def sentences(source: str) -> Iterator[tuple[str, int]]:
    """Strings a citizen could read that are not in locales/, with their lines."""
    for text, line in strings(ast.parse(source), _for_developers):
        if GEORGIAN.search(text) or ENGLISH.search(text):
            yield text, line


def strings(tree: ast.AST, skipped: Skipped = lambda _: False) -> Iterator[tuple[str, int]]:
    """Every string literal with its line, docstrings left out and all that is inside `skipped`."""
    for node in ast.iter_child_nodes(tree):
        if _is_docstring(node) or skipped(node):
            continue
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value, node.lineno
        yield from strings(node, skipped)


def sources(root: Path, *tops: str, ending: str = "py") -> Iterator[tuple[str, str]]:
    """Every file with this ending under these folders: its path in the project, and its text."""
    for top in tops:
        for path in sorted((root / top).rglob(f"*.{ending}")):
            yield str(path.relative_to(root)), path.read_text("utf-8")


def _is_docstring(node: ast.AST) -> bool:
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)


def _for_developers(node: ast.AST) -> bool:
    """Log events, assertions and Python errors."""
    if isinstance(node, ast.Raise | ast.Assert):
        return True
    if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Attribute):
        return False
    return _name(node.func.value) in ("log", "logger")


def _name(node: ast.AST) -> str:
    return node.attr if isinstance(node, ast.Attribute) else getattr(node, "id", "")
