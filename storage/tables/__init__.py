"""Every table, so that one import knows the whole schema."""

from storage.base import Base
from storage.tables import ideas, mail, meetings, people, surveys, votes, work

__all__ = ["Base", "ideas", "mail", "meetings", "people", "surveys", "votes", "work"]
