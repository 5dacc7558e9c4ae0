"""What people want to hear of, and when."""

from sqlalchemy import CheckConstraint, ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from storage.base import Base

VOTES, SURVEYS, MEETINGS, PROJECTS = "votes", "surveys", "meetings", "projects"
LEARNING, NEWS = "learning", "news"
TOPICS = (VOTES, SURVEYS, MEETINGS, PROJECTS, LEARNING, NEWS)
"""Topics of letters that people choose; a letter with another topic, or none, always goes out."""

NOW, DIGEST, OFF = "now", "digest", "off"
"""At once, once a day with the others, not at all."""


class TopicChoice(Base):
    """How somebody wants letters of a topic; no row means at once."""

    __tablename__ = "topic_choice"
    __table_args__ = (
        CheckConstraint(
            "topic in ('votes', 'surveys', 'meetings', 'projects', 'learning', 'news')",
            name="topic",
        ),
        CheckConstraint("mode in ('digest', 'off')", name="mode"),
    )

    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), primary_key=True)
    topic: Mapped[str] = mapped_column(String(20), primary_key=True)
    mode: Mapped[str] = mapped_column(String(8))
