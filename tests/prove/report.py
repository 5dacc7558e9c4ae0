"""What a proof writes down."""

from collections.abc import Callable
from dataclasses import dataclass, field


@dataclass
class Report:
    """The findings of one proof; it holds unless `fail` was called."""

    name: str
    title: str
    show: Callable[[str], None] = lambda _: None
    ran: str = ""  # when, and for how long
    lines: list[str] = field(default_factory=list)
    figures: list[tuple[str, str]] = field(default_factory=list)
    failures: list[str] = field(default_factory=list)

    @property
    def holds(self) -> bool:
        return not self.failures

    def line(self, text: str) -> None:
        """A sentence of what was done or found."""
        self.lines.append(text)
        self.show(text)

    def figure(self, name: str, value: object) -> None:
        """A measured value, with its unit in the value: "12 ms"."""
        self.figures.append((name, str(value)))
        self.show(f"{name}: {value}")

    def fail(self, text: str) -> None:
        """Why the proof does not hold.  The proof goes on, so that all reasons are told."""
        self.failures.append(text)
        self.show(f"FAILED: {text}")

    def markdown(self) -> str:
        verdict = "holds" if self.holds else "FAILS"
        parts = [
            f"## {self.title}: {verdict}",
            self.ran,
            "\n".join(f"- {line}" for line in self.lines),
        ]
        if self.figures:
            rows = [f"| {name} | {value} |" for name, value in self.figures]
            parts.append("\n".join(["| figure | value |", "|---|---|", *rows]))
        parts += [f"**Failed:** {reason}" for reason in self.failures]
        return "\n\n".join(part for part in parts if part)
