"""Admission to a guided cohort: its days, who may still move up, and which figures are told."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, time, timedelta

ACCEPT, RESERVE, DECLINE = "accept", "reserve", "decline"
MARKS = (ACCEPT, RESERVE, DECLINE)

MOST_PLACES = 200
LATEST = timedelta(days=7)
"""Whoever joins a cohort later than this after its first day would have missed too much."""

LONGEST = timedelta(days=366)  # of a cohort; and how far ahead its days may lie
KEPT = timedelta(days=90)
"""How long an application is kept: a member's after the last day, any other after the decision."""

GAP = timedelta(days=80)
"""From the last day of applications to the first day, at most: the reserve is kept for longer."""

FEWEST = 10  # applicants of a settlement whose number is told
FEWEST_MEMBERS = 5  # of a cohort whose progress is told: of fewer it would be known who learns
MORNING, EVENING = time(10), time(18)
"""When letters of the first and of the last day are due."""


@dataclass(frozen=True, slots=True)
class Days:
    """The last day of applications, the cohort's first day and its last."""

    last: date
    starts: date
    ends: date

    def takes_applications(self, today: date) -> bool:
        return today <= self.last

    @property
    def moves_up_until(self) -> date:
        """The last day on which somebody of the reserve gets a free place."""
        return min(self.starts + LATEST, self.ends)

    def running(self, today: date) -> bool:
        return self.starts <= today <= self.ends

    def over(self, today: date) -> bool:
        return today > self.ends

    @property
    def kept_until(self) -> date:
        """No application of this call is kept longer, whatever was decided."""
        return self.ends + KEPT


def places_told(applicants: Mapping[int, int], applied: int) -> dict[int, int]:
    """The settlements whose number of applicants is told, and their numbers.

    Nor can a smaller number be worked out: what is left of all who `applied` is nobody or enough.
    """
    told = {id: count for id, count in applicants.items() if count >= FEWEST}
    rest = applied - sum(told.values())
    if told and 0 < rest < FEWEST:
        del told[min(told, key=lambda id: (told[id], id))]
    return told
