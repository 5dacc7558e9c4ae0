"""Who is on the page: a few people on each messenger, replaced one by one."""

from dataclasses import dataclass
from itertools import count, cycle

from bot.simulator.telegram import Telegram
from bot.simulator.telegram_phone import TelegramPhone
from bot.simulator.viber import Viber
from bot.simulator.viber_phone import ViberPhone

AnyPhone = TelegramPhone | ViberPhone

ROLES = ("citizen", "neighbour", "coordinator", "partner")

NAMES = {
    "ka": ("ნინო", "ლევანი", "ქეთევანი", "დავითი", "მარიამი", "გიორგი", "თამარი", "ზურაბი"),
    "en": ("Nino", "Levan", "Ketevan", "Davit", "Mariam", "Giorgi", "Tamar", "Zurab"),
}


@dataclass(slots=True)
class Part:
    """One person on the page."""

    role: str
    phone: AnyPhone


class Cast:
    """The people of one messenger, by their place in the list."""

    def __init__(self, server: Telegram | Viber) -> None:
        self._server = server
        self._names = {language: cycle(names) for language, names in NAMES.items()}
        self._serial = count(1)
        self.parts: list[Part] = []

    def fill(self, language: str) -> list[Part]:
        """Everybody; they are made when the page first asks."""
        while len(self.parts) < len(ROLES):
            self.parts.append(Part(ROLES[len(self.parts)], self._person(language)))
        return self.parts

    def renew(self, place: int, language: str) -> None:
        """A new person takes this place."""
        self.fill(language)[place].phone = self._person(language)

    def phone(self, place: int) -> AnyPhone:
        return self.parts[place].phone

    def _person(self, language: str) -> AnyPhone:
        language = language if language in self._names else "ka"
        return self._server.phone(next(self._names[language]), language)
