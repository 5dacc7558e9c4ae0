"""Every table, so that one import knows the whole schema."""

from storage.base import Base
from storage.tables import (
    academy,
    announcements,
    certificates,
    electorate,
    handbook,
    ideas,
    mail,
    meetings,
    people,
    practicum,
    projects,
    questions,
    reviews,
    surveys,
    topics,
    votes,
    work,
)

__all__ = [
    "Base",
    "academy",
    "announcements",
    "certificates",
    "electorate",
    "handbook",
    "ideas",
    "mail",
    "meetings",
    "people",
    "practicum",
    "projects",
    "questions",
    "reviews",
    "surveys",
    "topics",
    "votes",
    "work",
]
