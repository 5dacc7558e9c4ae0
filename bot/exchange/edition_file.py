"""An edition as a YAML file: every setting by name, everything wrong with it told at once."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime, tzinfo
from typing import Any

import yaml

from bot.civic.ballots import Rule, Rules, Tie
from bot.civic.checks import Part, Plan
from bot.civic.edition import DATES, Calendar, Edition, Paper

MOMENTS = ("%d.%m.%Y %H:%M", "%Y-%m-%d %H:%M")
CODE = re.compile(r"[a-z][a-z0-9-]{0,19}")
LANGUAGE = re.compile(r"[a-z]{2}")
IDENTITIES = ("phone", "register", "code", "desk", "account")

Tree = dict[str, Any]
"""The file as text: YAML's own guesses ("10:00" a number, "no" a truth value) are not wanted."""

Places = Mapping[str, list[int]]
"""Settlements by their code and by their names, in small letters."""


Zones = dict[str, tuple[Part, int, int]]
"""By code: the zone, its money, and how many projects its ballot may hold (0: as everywhere)."""


class BadEdition(ValueError):
    """The file is refused; each problem names the key and what is allowed."""

    def __init__(self, problems: list[str]) -> None:
        self.problems = problems
        super().__init__(*problems)


@dataclass(frozen=True, slots=True)
class EditionFile:
    """What the file says."""

    municipality: str
    name: dict[str, str]
    about: dict[str, str]
    plan: Plan


def load(data: bytes) -> Tree:
    """The file's keys and values as text.  Raises BadEdition."""
    try:
        tree = yaml.load(data.decode("utf-8-sig"), Loader=_Loader)
    except UnicodeDecodeError:
        raise BadEdition(["the file is not UTF-8 text"]) from None
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 0
        raise BadEdition([f"line {line}: {error.problem}"]) from None
    except yaml.YAMLError as error:
        raise BadEdition([f"the file is not YAML: {str(error).splitlines()[0]}"]) from None
    if not isinstance(tree, dict):
        raise BadEdition(["the file has no settings; see docs/edition.example.yaml"])
    return tree


class _Loader(yaml.BaseLoader):  # type: ignore[misc]
    """Text only; a key given twice is an error and not the last one."""

    def construct_mapping(self, node: Any, deep: bool = False) -> Any:
        keys = [key.value for key, _ in node.value]
        if twice := [key for key in keys if keys.count(key) > 1]:
            problem = f"{twice[0]} is given twice"
            raise yaml.constructor.ConstructorError(None, None, problem, node.start_mark)
        return super().construct_mapping(node, deep)


def build(tree: Tree, zone: tzinfo, places: Places) -> EditionFile:
    """The edition that the file describes.  Raises BadEdition with everything that is wrong."""
    reader = _Reader(zone, places)
    made = reader.edition(tree)
    if reader.problems or made is None:
        raise BadEdition(reader.problems)
    return made


@dataclass(slots=True)
class _Reader:
    """Reads values by key and keeps what was wrong; a wrong value is read as None."""

    zone: tzinfo
    places: Places
    problems: list[str] = field(default_factory=list)

    def edition(self, tree: Tree) -> EditionFile | None:
        self._unknown(tree, KEYS, "")
        municipality = self._text(tree, "municipality")
        name = self._words(tree.get("name"), "name", needed=True)
        about = self._words(tree.get("about", {}), "about")
        calendar = self._calendar(tree.get("calendar"))
        settings = {key: value for key, value in self._settings(tree) if value is not None}
        zones = self._zones(tree.get("zones", {}))
        if self.problems or calendar is None:
            return None
        plan = self._plan(calendar, settings, zones)
        return EditionFile(municipality, name, about, plan) if plan else None

    def _plan(self, calendar: Calendar, settings: dict[str, Any], zones: Zones) -> Plan | None:
        pots = {"": settings["money"]} if settings.get("money") else {}
        pots |= {code: pot for code, (_, pot, _) in zones.items()}
        picks = {code: (1, most) for code, (_, _, most) in zones.items() if most}
        rules = {RULES[key]: value for key, value in settings.items() if key in RULES}
        edition = {key: value for key, value in settings.items() if key in EDITION}
        identity = settings.get("identity", "phone")
        inside = {id for part, _, _ in zones.values() for id in part.settlements}
        everywhere = {id for ids in self.places.values() for id in ids}
        try:
            return Plan(
                Edition(calendar, **edition),
                Rules(pots, picks=picks, **rules, **_minimum(settings.get("minimum"))),
                identity,
                {code: part for code, (part, _, _) in zones.items()},
                len(everywhere - inside),
            )
        except ValueError as error:
            self.problems.append(str(error))
            return None

    def _settings(self, tree: Tree) -> Iterator[tuple[str, Any]]:
        for key, (parse, allowed) in SETTINGS.items():
            if key in tree:
                yield key, self._value(tree[key], key, parse, allowed)

    def _value(self, said: Any, path: str, parse: Callable[[str], Any], allowed: str) -> Any:
        try:
            if isinstance(said, str):
                return parse(said.strip())
        except (ValueError, KeyError):
            pass
        self.problems.append(f"{path}: {_shown(said)} is not {allowed}")
        return None

    def _text(self, tree: Tree, key: str) -> str:
        said = tree.get(key, "")
        if isinstance(said, str) and said.strip():
            return said.strip()
        self.problems.append(f"{key}: is missing")
        return ""

    def _words(self, said: Any, path: str, *, needed: bool = False) -> dict[str, str]:
        """A text, which is Georgian, or one by language."""
        words = {"ka": said} if isinstance(said, str) else said
        fit = isinstance(words, dict) and all(
            LANGUAGE.fullmatch(str(code)) and isinstance(text, str) and text.strip()
            for code, text in words.items()
        )
        if not fit or (needed and not words):
            self.problems.append(
                f"{path}: a text is wanted, or one by language, as in ka: …, en: …"
            )
            return {}
        return {code: text.strip() for code, text in words.items()}

    def _calendar(self, said: Any) -> Calendar | None:
        tree = self._tree(said, "calendar", DATES)
        for name in DATES:
            if tree is not None and name not in tree:
                self.problems.append(f"calendar.{name}: is missing")
        if tree is None:
            return None
        wanted = "a day and hour like 10.05.2027 09:00"
        dates = [
            self._value(tree[name], f"calendar.{name}", self._moment, wanted)
            for name in DATES
            if name in tree
        ]
        return Calendar(*dates) if len(dates) == len(DATES) and None not in dates else None

    def _zones(self, said: Any) -> Zones:
        zones: Zones = {}
        for code, tree in (self._tree(said, "zones") or {}).items():
            path = f"zones.{code}"
            if not CODE.fullmatch(str(code)):
                self.problems.append(f"{path}: a code of small Latin letters and digits is wanted")
            tree = self._tree(tree, path, ("name", "money", "settlements", "picks"))
            if tree is None:
                continue
            name = self._words(tree.get("name"), f"{path}.name", needed=True)
            pot = self._value(tree.get("money", ""), f"{path}.money", _whole, WHOLE)
            most = self._value(tree.get("picks", "0"), f"{path}.picks", _whole, WHOLE)
            homes = self._homes(tree.get("settlements", []), f"{path}.settlements")
            zones[code] = Part(name, tuple(sorted(homes))), pot or 0, most or 0
        return zones

    def _homes(self, said: Any, path: str) -> list[int]:
        if not isinstance(said, list):
            self.problems.append(f"{path}: a list of settlements is wanted")
            return []
        found = []
        for number, one in enumerate(said, 1):
            ids = self.places.get(str(one).strip().casefold(), [])
            if len(ids) == 1:
                found.append(ids[0])
            elif ids:
                self.problems.append(f"{path}.{number}: {len(ids)} are called {one}; give the code")
            else:
                self.problems.append(f"{path}.{number}: no settlement {one}")
        return found

    def _tree(self, said: Any, path: str, keys: tuple[str, ...] = ()) -> Tree | None:
        if not isinstance(said, dict):
            wanted = f" ({', '.join(keys)})" if keys else ""
            self.problems.append(f"{path}: keys with values are wanted{wanted}")
            return None
        if keys:
            self._unknown(said, keys, f"{path}.")
        return said

    def _unknown(self, tree: Tree, known: tuple[str, ...], prefix: str) -> None:
        for key in tree:
            if key not in known:
                allowed = ", ".join(known)
                self.problems.append(f"{prefix}{key}: is not a setting; allowed are {allowed}")

    def _moment(self, said: str) -> datetime:
        for form in MOMENTS:
            try:
                return datetime.strptime(said, form).replace(tzinfo=self.zone)
            except ValueError:
                continue
        raise ValueError(said)


def _whole(said: str) -> int:
    """60000, 60 000 or 60_000; a negative number is nothing here."""
    digits = re.sub(r"[\s_]", "", said)
    if not digits.isdecimal():
        raise ValueError(said)
    return int(digits)


def _votes(said: str) -> tuple[int, int]:
    """(votes, 0), or (0, per cent) of "5 %"."""
    if said.endswith("%"):
        return 0, _whole(said[:-1])
    return _whole(said), 0


def _minimum(said: tuple[int, int] | None) -> dict[str, Any]:
    votes, percent = said or (0, 0)
    return {"minimum": votes, "minimum_percent": percent}


def _day(said: str) -> str:
    return datetime.strptime(said, "%d.%m.%Y").date().isoformat()  # noqa: DTZ007


def _shown(said: Any) -> str:
    return repr(said) if isinstance(said, str) else "this"


def _one_of(options: Mapping[str, Any]) -> tuple[Callable[[str], Any], str]:
    return options.__getitem__, f"one of {', '.join(options)}"


WHOLE = "a whole number"
SETTINGS: Mapping[str, tuple[Callable[[str], Any], str]] = {
    "year": (_whole, "a year"),
    "money": (_whole, WHOLE),
    "cap": (_whole, WHOLE),
    "each": (_whole, WHOLE),
    "age": (_whole, WHOLE),
    "support": (_whole, WHOLE),
    "shortlist": (_whole, WHOLE),
    "fix_days": (_whole, WHOLE),
    "appeal_days": (_whole, WHOLE),
    "review_days": (_whole, WHOLE),
    "stale_days": (_whole, WHOLE),
    "picks": (_whole, WHOLE),
    "minimum": (_votes, "a number of votes, or a percentage like 5 %"),
    "residents": _one_of({"yes": True, "no": False}),
    "identity": _one_of({identity: identity for identity in IDENTITIES}),
    "paper": _one_of({paper.value: paper for paper in Paper}),
    "rule": _one_of({rule.value: rule for rule in Rule}),
    "tie": _one_of({tie.value: tie for tie in (Tie.CHEAPER, Tie.LOT)}),
    "next_cycle": (_day, "a day like 01.03.2028"),
}
RULES = {"picks": "most", "rule": "rule", "tie": "tie"}
EDITION = frozenset(SETTINGS) - {"money", "picks", "minimum", "identity", "rule", "tie"}
KEYS = ("municipality", "name", "about", *SETTINGS, "calendar", "zones")
