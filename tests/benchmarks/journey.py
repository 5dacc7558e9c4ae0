"""The measured dialogue as Monawile's journeys: fifteen of them, opened by a start code."""

import shutil
from functools import partial
from pathlib import Path
from typing import Any

from bot.civic.codes import normalise
from bot.conversation import Chat
from bot.journey import Done, Journey, Me, Open, Text
from bot.messages import Choice
from bot.texts import LOCALES
from tests.benchmarks.dialogue import HASTE, KINDS, SEND, SERVICES, name_of

TEXTS = """\
bench-name = { $service } 1: your name?
bench-kind = { $service } 2: { $name }, what is it about?
bench-street = { $service } 3: { $kind }. In which street?
bench-haste = { $service } 4: { $street }. How urgent?
bench-more = { $service } 5: { $haste }. Tell us more.
bench-homes = { $service } 6: how many households?
bench-send = { $service } 7: { $name }, { $kind }, { $street }, { $haste }, { $homes }. Send it?
bench-thanks = { $service } 8: thank you, { $name }.
"""


def locales(folder: Path) -> Path:
    """The product's own texts, and those of the dialogue."""
    shutil.copytree(LOCALES, folder, dirs_exist_ok=True)
    for language in folder.iterdir():
        (language / "bench.ftl").write_text(TEXTS, "utf-8")
    return folder


def journeys() -> dict[str, Journey]:
    made = [Journey("welcome", subject, go_on)]
    for number in range(SERVICES):
        name = name_of(number)
        made.append(Journey(name, partial(ask, name), partial(thank, name)))
    return {journey.name: journey for journey in made}


CODES = {normalise(name_of(number)): name_of(number) for number in range(SERVICES)}


async def subject(chat: Chat) -> str:
    return chat.subject


async def go_on(session: Any, me: Me, text: Text, result: str) -> Open:
    return Open(CODES[result])


async def ask(service: str, chat: Chat) -> str:
    """Eight steps, the first opened by the start code and the last answered by `thank`."""
    text = partial(chat.text, service=service)
    name = await chat.ask("name", text("bench-name"))
    kind = await chat.choose("kind", text("bench-kind", name=name), choices(KINDS))
    street = await chat.ask("street", text("bench-street", kind=kind))
    haste = await chat.choose("haste", text("bench-haste", street=street), choices(HASTE))
    await chat.ask("more", text("bench-more", haste=haste))
    homes = await chat.number("homes", text("bench-homes"))
    told = {"name": name, "kind": kind, "street": street, "haste": haste, "homes": str(homes)}
    await chat.confirm("send", text("bench-send", **told), choices(SEND))
    return name


async def thank(service: str, session: Any, me: Me, text: Text, result: str) -> Done:
    return Done(text("bench-thanks", service=service, name=result))


def choices(labels: tuple[str, ...]) -> list[Choice]:
    return [Choice(label, label) for label in labels]
