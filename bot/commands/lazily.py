"""Commands that are imported when they are asked for: a count does not wait for the whole house."""

from collections.abc import Mapping
from importlib import import_module
from typing import Any

import typer
from typer.core import TyperGroup
from typer.main import get_command, get_group


def lazily(commands: Mapping[str, str]) -> type[TyperGroup]:
    """A group of commands by name, each told as "module:function" of this folder."""

    class Group(TyperGroup):
        def list_commands(self, ctx: Any) -> list[str]:
            return [*commands, *super().list_commands(ctx)]

        def get_command(self, ctx: Any, cmd_name: str) -> Any:
            if cmd_name not in commands:
                return super().get_command(ctx, cmd_name)
            module, _, name = commands[cmd_name].partition(":")
            found = getattr(import_module(f"bot.commands.{module}"), name)
            if isinstance(found, typer.Typer):
                made: Any = get_group(found)
                made.name = cmd_name
                return made
            alone = typer.Typer(add_completion=False, pretty_exceptions_enable=False)
            alone.command(cmd_name)(found)
            return get_command(alone)

    return Group
