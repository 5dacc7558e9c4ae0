"""The dialogue of every measured bot: 15 services of eight steps, 5 messages and 3 taps."""

from dataclasses import dataclass

SERVICES = 15
KINDS = ("Road", "Light", "Water", "Park")
HASTE = ("High", "Middle", "Low")
SEND = ("Yes", "No")


@dataclass(frozen=True, slots=True)
class Step:
    """What the person does, and how the bot's answer begins."""

    tap: bool
    does: str
    hears: str


def name_of(service: int) -> str:
    return f"s{service}"


def steps(service: int) -> list[Step]:
    """The eight steps of one service."""
    name = name_of(service)
    return [
        Step(False, f"/start {name}", f"{name} 1: your name?"),
        Step(False, "Nino", f"{name} 2: Nino, what is it about?"),
        Step(True, "Water", f"{name} 3: Water. In which street?"),
        Step(False, "Market street", f"{name} 4: Market street. How urgent?"),
        Step(True, "High", f"{name} 5: High. Tell us more."),
        Step(False, "No water since Monday", f"{name} 6: how many households?"),
        Step(False, "12", f"{name} 7: Nino, Water, Market street, High, 12. Send it?"),
        Step(True, "Yes", f"{name} 8: thank you, Nino."),
    ]
