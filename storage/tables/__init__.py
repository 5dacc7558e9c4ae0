"""Every table, so that one import knows the whole schema."""

from storage.base import Base
from storage.tables import (
    academy,
    announcements,
    certificates,
    electorate,
    ideas,
    mail,
    meetings,
    people,
    projects,
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
    "ideas",
    "mail",
    "meetings",
    "people",
    "projects",
    "reviews",
    "surveys",
    "topics",
    "votes",
    "work",
]
