"""Every table, so that one import knows the whole schema."""

from storage.base import Base
from storage.tables import mail, people, work

__all__ = ["Base", "mail", "people", "work"]
