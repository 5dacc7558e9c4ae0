"""`course`: the Academy's content files."""

import typer

from bot.commands.say import stop
from bot.content.course import names, newest, versions
from bot.content.course_checks import problems

app = typer.Typer(no_args_is_help=True, help="The Academy's courses.")


@app.command("check")
def check() -> None:
    """Check all courses: sources, lengths, right answers, and that the languages agree."""
    found = problems()
    for problem in found:
        typer.echo(problem)
    if found:
        raise stop(
            f"{len(found)} things to put right; docs/courses.md says how a course is written."
        )
    for name in names():
        typer.echo(
            f"{name}: {len(versions(name))} version(s), the newest is {newest(name)}. All is well."
        )


@app.command("list")
def show() -> None:
    """Show all courses with their versions."""
    for name in names():
        typer.echo(f"{name}  {', '.join(map(str, versions(name)))}")
