"""`course`: the Academy's content files."""

from pathlib import Path

import typer

from bot.commands.say import stop
from bot.content.course import mapping, names, newest, versions
from bot.content.course_checks import problems
from bot.content.pictures import FOLDER, LOCALES, digest, drawn_from

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


@app.command("draw")
def draw() -> None:
    """Draw the pictures whose descriptions are new or have changed."""
    for described in sorted(LOCALES.glob(f"*/courses/*/*/{FOLDER}/*.yaml")):
        where, path = described.relative_to(LOCALES), described.with_suffix(".png")
        content = described.read_bytes()
        if path.is_file() and drawn_from(path.read_bytes(), content):
            continue
        try:
            path.write_bytes(_drawn(described))
        except ValueError as problem:
            raise stop(f"{where} cannot be drawn: {problem}") from None
        typer.echo(f"{path.relative_to(LOCALES)}: drawn")


def _drawn(described: Path) -> bytes:
    from bot.pictures import lesson  # takes a second to import

    return lesson.draw(mapping(described), digest(described.read_bytes()))


@app.command("list")
def show() -> None:
    """Show all courses with their versions."""
    for name in names():
        typer.echo(f"{name}  {', '.join(map(str, versions(name)))}")
